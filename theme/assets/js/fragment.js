// What a person has chosen, in the address's fragment: it can be shared and gone back through, and is sent nowhere.

/** @returns {{has: (name: string) => boolean, get: (name: string) => string, list: (name: string) => string[]}} what it says */
export function read() {
  const said = new URLSearchParams(location.hash.slice(1));
  const get = (/** @type {string} */ name) => said.get(name) ?? "";
  return { has: (name) => said.has(name), get, list: (name) => get(name).split(",").filter(Boolean) };
}

/** Writes it, as a step that "back" takes back. Commas stay as they are, so that the address can be read.
 * @param {Record<string, string>} said */
export function write(said) {
  const fragment = new URLSearchParams(said).toString().replaceAll("%2C", ",");
  history.pushState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
}
