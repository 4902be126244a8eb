// What a reader has chosen in a list, as the address's fragment: it can be shared, and it is sent to nobody.

import { keep, read } from "./fragment.js";

/**
 * @typedef {{choice: Record<string, string[]>, view: string, sort: string, columns: string[], compare: string[]}} State
 *   `choice`: of each facet the chosen codes; `columns`: the shown columns, none for the usual ones; `compare`: ids of records
 */

const OWN = ["view", "sort", "columns", "compare"];

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
  };
}

/** Writes a state into the address; what is as at first is left out. @param {State} state */
export function keepState({ choice, view, sort, columns, compare }) {
  const all = { ...choice, view: view === "cards" ? [] : [view], sort: sort ? [sort] : [], columns, compare };
  const said = Object.entries(all).filter(([, codes]) => codes.length);
  keep(Object.fromEntries(said.map(([name, codes]) => [name, codes.join(",")])));
}
