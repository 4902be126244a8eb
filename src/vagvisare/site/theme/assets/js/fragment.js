// What a person has chosen, in the address's fragment: it can be shared and gone back through, and is sent nowhere.

/** @typedef {{names: string[], has: (name: string) => boolean, get: (name: string) => string, list: (name: string) => string[]}} Said */

/** @returns {Said} what it says */
export function read() {
  const said = new URLSearchParams(location.hash.slice(1));
  const get = (/** @type {string} */ name) => said.get(name) ?? "";
  const list = (/** @type {string} */ name) => [...new Set(get(name).split(",").filter(Boolean))];
  return { names: [...said.keys()], has: (name) => said.has(name), get, list };
}

/** The address that says it. Commas stay as they are, so that it can be read. @param {Record<string, string>} said */
function address(said) {
  const fragment = new URLSearchParams(said).toString().replaceAll("%2C", ",");
  return fragment ? `#${fragment}` : location.pathname + location.search;
}

/** Writes it, as a step that "back" takes back. @param {Record<string, string>} said */
export const write = (said) => history.pushState(null, "", address(said));

/** Writes it in the place of what the address said. @param {Record<string, string>} said */
export const keep = (said) => history.replaceState(null, "", address(said));
