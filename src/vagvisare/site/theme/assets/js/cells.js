// What a narrowed list shows of a record, column by column: the same in the table, on cards, side by side, and taken along.

import { bothTexts, leaveWanted } from "./bothtexts.js";
import { element, inLanguage, isolated } from "./elements.js";

/** @typedef {import("./columns.js").Card} Card @typedef {import("./free.js").Figure} Figure */
/** @typedef {{number: number, id: string, card: Card}} Row */
/** @typedef {{name: string, heading: string}} Heading */

export class Cells {
  /** @param {{columns: import("./columns.js").Columns, choices: import("./choices.js").Choices, figures: import("./free.js").Figures,
   *   days: import("./free.js").Words | undefined, words: DOMStringMap, badges: Map<string, string>, comma: string, up: string}} given
   *   `badges`: by language what is said of a text that falls back to it; `up`: the way to the language's folder */
  constructor(given) {
    this.columns = given.columns;
    this.choices = given.choices;
    this.figures = given.figures;
    this.days = given.days;
    this.words = given.words;
    this.badges = given.badges;
    this.comma = given.comma;
    this.up = given.up;
  }

  /** The name of a record, leading to its page. @param {Row} row */
  name({ card }) {
    const link = document.createElement("a");
    link.href = this.up + card.address;
    link.append(card.nameIn ? inLanguage("bdi", card.name, card.nameIn, "auto") : card.name);
    return link;
  }

  /** What stands in a column; nothing where the record says nothing. @param {Row} row @param {string} column @returns {Node[]} */
  nodes(row, column) {
    if (column === "line") return this.#line(row.card);
    if (column === "free") return this.#free(row);
    if (column === "freshness" && row.card.confirmed && this.days)
      return [...this.#labels(row, column), text(this.comma), isolated(this.days.day(row.card.confirmed), document.dir)];
    return this.#labels(row, column);
  }

  /** The same as a text. @param {Row} row @param {string} column */
  text(row, column) {
    const holder = document.createElement("div");
    holder.append(...(column === "name" ? [this.name(row)] : this.nodes(row, column)));
    leaveWanted(holder);
    return (holder.textContent ?? "").replace(/\s+/g, " ").trim();
  }

  /** @param {Card} card */
  #line({ line, lineIn, easy }) {
    if (!line) return [];
    if (easy) return bothTexts(line, easy);
    if (!lineIn) return [text(line)];
    const badge = element("span", "badge badge--fallback", this.badges.get(lineIn) ?? lineIn);
    return [inLanguage("span", line, lineIn, "auto"), text(" "), badge];
  }

  /** The terms of a facet, commas between them. @param {Row} row @param {string} column */
  #labels({ number }, column) {
    const own = this.columns.facets.has(`own-${column}`) ? `own-${column}` : column;
    const codes = this.columns.values(own, number).filter((code) => code !== "?");
    const labels = codes.map((code) => this.#label(column, code)).filter((label) => label !== undefined);
    if (column === "municipalities" && this.columns.values("own-counties", number).includes("SE")) labels.unshift(text(this.words.country ?? ""));
    return labels.flatMap((label, at) => (at ? [text(this.comma), label] : [label]));
  }

  /** @param {string} column @param {string} code */
  #label(column, code) {
    const label = this.choices.label(column, code)?.cloneNode(true);
    if (label || column !== "counties" || code !== "SE") return label;
    return text(this.words.country ?? "");
  }

  /** How many places are free, kind by kind, with the day of the figure. @param {Row} row */
  #free({ id }) {
    const lines = Object.entries(this.figures[id] ?? {}).filter(([, figure]) => figure.available !== undefined);
    return lines.map(([kind, figure]) => {
      const label = this.choices.label("place-kinds", kind)?.cloneNode(true);
      return element("div", "", ...(label ? [label, " "] : []), this.days?.free(figure) ?? isolated(String(figure.available), "ltr"));
    });
  }
}

/** @param {string} content */
const text = (content) => document.createTextNode(content);

/** A table of rows below headings. @param {Row[]} rows @param {Heading[]} headings @param {Cells} cells
 * @param {(row: Row) => Node} [before] what stands before the name */
export function table(rows, headings, cells, before) {
  const made = document.createElement("table");
  made.className = "rows";
  const head = made.createTHead().insertRow();
  for (const { name, heading } of headings) head.append(headingCell(name, heading));
  const body = made.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const { name } of headings) line.append(name === "name" ? nameCell(row, cells, before) : cell(cells.nodes(row, name), name));
  }
  return made;
}

/** @param {string} name @param {string} heading */
function headingCell(name, heading) {
  const made = element("th", "", heading);
  made.scope = "col";
  made.dataset.column = name;
  return made;
}

/** @param {Row} row @param {Cells} cells @param {((row: Row) => Node) | undefined} before */
function nameCell(row, cells, before) {
  const made = element("th", "", element("div", "", before?.(row), cells.name(row)));
  made.scope = "row";
  return made;
}

/** @param {Node[]} nodes @param {string} column */
function cell(nodes, column) {
  const made = element("td", "", ...nodes);
  made.dataset.column = column;
  return made;
}

/** A record as a card with the chosen columns. @param {Row} row @param {Heading[]} headings @param {Cells} cells @param {Node} after */
export function card(row, headings, cells, after) {
  const made = element("li", "card", element("h2", "", cells.name(row)));
  const facts = document.createElement("dl");
  for (const { name, heading } of headings) {
    const nodes = name === "name" ? [] : cells.nodes(row, name);
    if (!nodes.length) continue;
    if (name === "line") {
      made.append(element("p", "", ...nodes));
      continue;
    }
    facts.append(element("div", "", element("dt", "", heading), element("dd", "", ...nodes)));
  }
  if (row.card.silent) made.append(element("p", "soft", row.card.silent));
  if (facts.children.length) made.append(facts);
  made.append(after);
  return made;
}
