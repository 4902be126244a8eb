// Keeps one municipality on the phone when asked, says how large it is before, and removes it.
//
// Nothing is there before the button is pressed: no service worker, no cache.

import { filled } from "./elements.js";
import { read as readFile } from "./files.js";
import { read } from "./fragment.js";

/** @typedef {[string, number, string]} File address, bytes, checksum */
/** @typedef {{all: number, files: File[], places: Record<string, number[]>}} Files */
/** @typedef {{language: string, place: string}} About */

/** @param {HTMLFormElement} form */
function keeping(form) {
  const { language = "", root = "" } = form.dataset;
  const scope = new URL(root, location.href).href;
  const select = /** @type {HTMLSelectElement} */ (form.querySelector("select"));
  const submit = /** @type {HTMLButtonElement} */ (form.querySelector("button"));
  const size = /** @type {HTMLElement} */ (form.querySelector(".keep__size"));
  const status = /** @type {HTMLElement} */ (document.getElementById("keep-status"));
  const section = /** @type {HTMLElement} */ (document.getElementById("kept"));
  /** @type {Promise<Files> | undefined} */
  let list;

  /** @param {string | undefined} words */
  const say = (words) => (status.textContent = words ?? "");

  /** The size in MB of what a municipality needs. @param {string} place */
  async function sizeOf(place) {
    list ??= readFile(form.dataset.files ?? "");
    const { all, files, places } = await list;
    const needed = [...files.slice(0, all), ...places[place].map((number) => files[number])];
    const bytes = needed.reduce((sum, [, one]) => sum + one, 0);
    return (bytes / 1e6).toLocaleString(`${language}-u-nu-latn`, { maximumFractionDigits: 1 });
  }

  async function choose() {
    submit.disabled = true;
    size.textContent = "";
    const place = select.value;
    if (!place) return;
    try {
      const mb = await sizeOf(place);
      if (place !== select.value) return;
      size.textContent = filled(form.dataset.size, { size: mb });
      submit.disabled = false;
    } catch {
      list = undefined;
      say(form.dataset.failed);
    }
  }

  /** @param {ServiceWorker} worker @param {object} what @returns {Promise<boolean>} if it is done */
  function ask(worker, what) {
    const { port1, port2 } = new MessageChannel();
    return new Promise((done) => {
      port1.onmessage = ({ data }) => done(data === "done");
      worker.postMessage(what, [port2]);
    });
  }

  /** @param {ServiceWorkerRegistration} registration @returns {Promise<ServiceWorker>} at work */
  function active({ installing, waiting, active: now }) {
    const worker = installing ?? waiting ?? /** @type {ServiceWorker} */ (now);
    return new Promise((done, fail) => {
      const look = () => {
        if (worker.state === "activated") done(worker);
        else if (worker.state === "redundant") fail(new Error("redundant"));
      };
      worker.addEventListener("statechange", look);
      look();
    });
  }

  async function store() {
    submit.disabled = true;
    say(form.dataset.keeping);
    let done = false;
    try {
      const worker = await active(await navigator.serviceWorker.register(`${scope}worker.js`));
      done = await ask(worker, { language, place: select.value });
    } catch {
      // the browser allows no worker, or the network is away
    }
    if (!done && !(await about())) await unregister();
    say(done ? form.dataset.kept : form.dataset.failed);
    submit.disabled = false;
    await show();
  }

  async function unregister() {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    await registration?.unregister();
  }

  async function remove() {
    const names = (await caches.keys()).filter((name) => name.startsWith(`kept ${scope} `));
    await Promise.all(names.map((name) => caches.delete(name)));
    await unregister();
    say(form.dataset.removed);
    await show();
    select.focus();
  }

  /** What is kept. @returns {Promise<About | undefined>} */
  async function about() {
    const found = await caches.match(`${scope}kept.json`);
    return found?.json();
  }

  async function show() {
    const kept = await about();
    section.hidden = !kept;
    if (!kept) return;
    for (const link of section.querySelectorAll("a")) {
      link.href = link.href.replace(`${scope}${language}/`, `${scope}${kept.language}/`);
    }
    const link = /** @type {HTMLAnchorElement} */ (section.querySelector("[data-kept-place]"));
    link.href = `${scope}${kept.language}/${kept.place}`;
    const option = [...select.options].find(({ value }) => value === kept.place);
    link.textContent = option?.text ?? kept.place;
  }

  function start() {
    const said = read();
    const wanted = `municipalities/${said.get("municipality")}/`;
    if ([...select.options].some(({ value }) => value === wanted)) select.value = wanted;
    if (said.has("away")) say(form.dataset.away);
    form.hidden = false;
    void choose();
    void show();
  }

  if (!navigator.serviceWorker || !window.caches) {
    say(form.dataset.never);
    return;
  }
  select.addEventListener("change", choose);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void store();
  });
  document.getElementById("forget")?.addEventListener("click", remove);
  start();
}

const form = document.getElementById("keep");
if (form instanceof HTMLFormElement) keeping(form);
