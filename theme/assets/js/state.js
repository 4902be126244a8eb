// What a reader has chosen in a list, as the address's fragment: it can be shared, and it is sent to nobody.

/**
 * @typedef {{choice: Record<string, string[]>, view: string, sort: string, columns: string[], compare: string[]}} State
 *   `choice`: of each facet the chosen codes; `columns`: the shown columns, none for the usual ones; `compare`: ids of records
 */

const OWN = ["view", "sort", "columns", "compare"];

/** @param {string} text */
function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** The state that a fragment says; what is not known is passed over. @param {string} fragment with or without `#`
 * @param {(facet: string, code: string) => boolean} known @returns {State} */
export function read(fragment, known) {
  /** @type {State} */
  const state = { choice: {}, view: "cards", sort: "", columns: [], compare: [] };
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const [name, value = ""] = part.split("=");
    const codes = [...new Set(value.split(",").map(plain).filter(Boolean))];
    if (name === "columns" || name === "compare") state[name] = codes;
    else if (name === "view" || name === "sort") state[name] = codes[0] ?? "";
    else if (codes.some((code) => known(name, code))) state.choice[name] = codes.filter((code) => known(name, code));
  }
  return state;
}

/** The fragment of a state, without `#`; nothing when all is as at first. @param {State} state */
export function written(state) {
  const parts = Object.entries(state.choice).concat(OWN.map((name) => [name, [state[name]].flat()]));
  return parts
    .map(([name, codes]) => [name, codes.filter((code) => code && !(name === "view" && code === "cards"))])
    .filter(([, codes]) => codes.length)
    .map(([name, codes]) => `${name}=${codes.map(encodeURIComponent).join(",")}`)
    .join("&");
}
