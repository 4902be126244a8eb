// Keeps one language and municipality on the phone, once somebody has asked for it (js/keep.js),
// and answers from that where the network does not.
//
// It stands at the site's root, whichever folder of a host that is, and knows nothing of pages
// that were not asked for: which pages somebody visits is written down nowhere.

const ROOT = self.registration.scope;
const OURS = `kept ${ROOT} `; // an origin may hold several sites
const ABOUT = `${ROOT}kept.json`; // what is kept; no file of the site has this name
const PATIENCE = 4000; // milliseconds for a network that neither answers nor fails
const AT_ONCE = 6;

const address = (path) => new URL(path, ROOT).href;
const stamped = (url) => /\.[0-9a-f]{8}(\.[a-z0-9]+$|\/)/.test(url); // changes name with content

/** The cache that is whole, if any, and what it holds. A half one has no `ABOUT`. */
async function current() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS)) continue;
    const cache = await caches.open(name);
    const about = await cache.match(ABOUT);
    if (about) return { name, cache, about: await about.json() };
  }
  return undefined;
}

// --- keeping -------------------------------------------------------------------------------------

/** What a municipality needs: address -> checksum. */
function needed({ all, files, places }, place) {
  const chosen = [...files.slice(0, all), ...places[place].map((number) => files[number])];
  return Object.fromEntries(chosen.map(([path, , checksum]) => [path, checksum]));
}

/** Fetches what has changed, takes over what has not, and then lets the earlier cache go. */
async function keep(language, place) {
  const list = await fetch(address(`assets/keep-${language}.json`), { cache: "no-cache" });
  if (!list.ok) throw new Error(String(list.status));
  const files = needed(await list.json(), place);
  const before = await current();
  if (before && same(before.about, { language, place, files })) return;
  const name = `${OURS}${Date.now()}`;
  try {
    await fill(await caches.open(name), files, before);
    const about = JSON.stringify({ language, place, files });
    await (await caches.open(name)).put(ABOUT, new Response(about));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  await forget(name);
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

async function fill(cache, files, before) {
  const waiting = Object.entries(files);
  const one = async ([path, checksum]) => {
    const unchanged = before?.about.files[path] === checksum;
    const had = unchanged ? await before.cache.match(address(path)) : undefined;
    const answer = had ?? (await fetch(address(path), { cache: "no-cache" }));
    if (!answer.ok) throw new Error(`${answer.status}: ${path}`);
    await cache.put(address(path), answer);
  };
  while (waiting.length) await Promise.all(waiting.splice(0, AT_ONCE).map(one));
}

/** Removes every cache of ours but one. */
async function forget(but) {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== but);
  await Promise.all(names.map((name) => caches.delete(name)));
}

// --- answering -----------------------------------------------------------------------------------

let renewed = false;

/** Brings what is kept up to date, once in each life of the worker; without network it stays. */
async function renew(about) {
  if (renewed) return;
  renewed = true;
  await keep(about.language, about.place).catch(() => (renewed = false));
}

const late = (/** @type {number} */ time) =>
  new Promise((_, fail) => setTimeout(() => fail(new Error("late")), time));

/** A kept page from the network, held against the host's: the browser's own cache may be older. */
const newest = (/** @type {string} */ url) =>
  Promise.race([fetch(url, { cache: "no-cache" }), late(PATIENCE)]);

async function answer(event) {
  const { request } = event;
  const kept = await current();
  const found = await kept?.cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (found && stamped(request.url)) return found;
  try {
    const fresh = await (found ? newest(request.url) : fetch(request));
    if (kept && request.mode === "navigate") event.waitUntil(renew(kept.about));
    return found && !fresh.ok ? found : fresh;
  } catch (error) {
    if (found) return found;
    if (!kept || request.mode !== "navigate") throw error;
    return Response.redirect(address(`${kept.about.language}/keep/#away`));
  }
}

self.addEventListener("fetch", (event) => {
  const ours = event.request.method === "GET" && event.request.url.startsWith(ROOT);
  if (ours) event.respondWith(answer(event));
});

self.addEventListener("message", (event) => {
  const { language, place } = event.data;
  const done = place ? keep(language, place) : forget();
  event.waitUntil(
    done.then(
      () => event.ports[0].postMessage("done"),
      () => event.ports[0].postMessage("failed"),
    ),
  );
});

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
