// What a person has chosen, in the address's fragment: it can be shared and gone back through, and
// is sent nowhere. Every page keeps its state here and nowhere else; carry.js takes it along to the
// page's other languages.

/**
 * @typedef {{names: string[], has: (name: string) => boolean, get: (name: string) => string,
 *   list: (name: string) => string[]}} Said
 */

/** @type {(() => void)[]} */
const followers = [];
let known = location.hash;

/** @returns {Said} what it says */
export function read() {
  const said = new URLSearchParams(location.hash.slice(1));
  const get = (/** @type {string} */ name) => said.get(name) ?? "";
  const list = (/** @type {string} */ name) => [
    ...new Set(get(name).split(",").filter(Boolean)),
  ];
  return { names: [...said.keys()], has: (name) => said.has(name), get, list };
}

/** The address that says it. Commas stay, so that people can read it. @param {URLSearchParams} said */
function address(said) {
  const fragment = said.toString().replaceAll("%2C", ",");
  return fragment ? `#${fragment}` : location.pathname + location.search;
}

/** Writes it, as a step that "back" takes back. @param {Record<string, string>} said */
export function write(said) {
  const next = address(new URLSearchParams(said));
  if (next === location.hash) return;
  history.pushState(null, "", next);
  known = location.hash;
}

/** Writes it in the place of what the address said. @param {Record<string, string>} said */
export const keep = (said) => replace(new URLSearchParams(said));

/** Says one thing otherwise and the rest as before; nothing is said of what is empty.
 * @param {string} name @param {string} value */
export const put = (name, value) => replace(changed(name, value));

/** The fragment that says one thing otherwise. @param {string} name @param {string} value */
export const saying = (name, value) => changed(name, value).toString().replaceAll("%2C", ",");

/** @param {string} name @param {string} value */
function changed(name, value) {
  const said = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  if (value) said.set(name, value);
  else said.delete(name);
  return said;
}

/** @param {URLSearchParams} said */
function replace(said) {
  history.replaceState(null, "", address(said));
  known = location.hash;
}

/** Calls when the address says something else than this page wrote: after "back", or a link.
 * @param {() => void} show */
export function follow(show) {
  if (!followers.length)
    for (const event of ["popstate", "hashchange"]) addEventListener(event, moved);
  followers.push(show);
}

function moved() {
  if (location.hash === known) return;
  known = location.hash;
  for (const show of followers) show();
}
