// What a reader has chosen in a list, as the address's fragment: it can be shared, and it is sent to nobody.

import { keep, read, write } from "./fragment.js";

/**
 * @typedef {{choice: Record<string, string[]>, view: string, sort: string, columns: string[], compare: string[], more: number}} State
 *   `choice`: of each facet the chosen codes; `columns`: the shown columns, none for the usual ones; `compare`: ids of records;
 *   `more`: how often more were asked for
 */

const OWN = ["view", "sort", "columns", "compare", "more"];

/** The state that the address says; what is not known is passed over. @param {(facet: string, code: string) => boolean} known @returns {State} */
export function stateOf(known) {
  const said = read();
  const choices = said.names.filter((name) => !OWN.includes(name)).map((facet) => [facet, said.list(facet).filter((code) => known(facet, code))]);
  return {
    choice: Object.fromEntries(choices.filter(([, codes]) => codes.length)),
    view: said.get("view") || "cards",
    sort: said.get("sort"),
    columns: said.list("columns"),
    compare: said.list("compare"),
    more: /^[1-9][0-9]?$/.test(said.get("more")) ? Number(said.get("more")) : 0,
  };
}

/** Writes a state into the address; what is as at first is left out.
 * @param {State} state @param {boolean} step whether "back" is to take it back */
export function keepState({ choice, view, sort, columns, compare, more }, step) {
  const own = { view: view === "cards" ? [] : [view], sort: sort ? [sort] : [], columns, compare };
  const all = { ...choice, ...own, more: more ? [String(more)] : [] };
  const said = Object.entries(all).filter(([, codes]) => codes.length);
  const texts = Object.fromEntries(said.map(([name, codes]) => [name, codes.join(",")]));
  if (step) write(texts);
  else keep(texts);
}
