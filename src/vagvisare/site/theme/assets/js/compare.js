// Up to four records of a list side by side; what differs between them stands out.

import { element } from "./elements.js";

/** @typedef {import("./cells.js").Cells} Cells @typedef {import("./cells.js").Row} Row @typedef {import("./cells.js").Heading} Heading */

export const MOST = 4;

/** The table: a record a column, a fact a row. Facts that none of them states are left out.
 * @param {Row[]} rows @param {Heading[]} headings @param {Cells} cells @param {string} unknown what is said where nothing is known */
export function sideBySide(rows, headings, cells, unknown) {
  const table = document.createElement("table");
  table.className = "compared";
  const head = table.createTHead().insertRow();
  head.append(document.createElement("td"));
  for (const row of rows) {
    const cell = head.appendChild(document.createElement("th"));
    cell.scope = "col";
    cell.append(cells.name(row));
  }
  const body = table.createTBody();
  for (const { name, heading } of headings) {
    const texts = rows.map((row) => cells.text(row, name));
    if (name === "name" || texts.every((text) => !text)) continue;
    const line = body.insertRow();
    line.classList.toggle("compared__differs", new Set(texts).size > 1);
    const label = line.appendChild(document.createElement("th"));
    label.scope = "row";
    label.textContent = heading;
    for (const row of rows) {
      const nodes = cells.nodes(row, name);
      line.insertCell().append(...(nodes.length ? nodes : [element("span", "soft", unknown)]));
    }
  }
  return table;
}
