// A list taken along: as a workbook, or on the clipboard. Always the rows and columns that are shown.

import { harmless } from "./csv.js";
import { save } from "./files.js";
import { workbook } from "./xlsx.js";

/** @typedef {import("./csv.js").Rows} Rows */

/** Values with tabs between them, as spreadsheets take them from the clipboard. @param {Rows} rows */
export const tabbed = (rows) => rows.map((row) => row.map((value) => harmless(value).replace(/\s+/g, " ")).join("\t")).join("\n");

/** @param {Rows} rows @param {string} title */
export const saveWorkbook = (rows, title) => save(workbook(rows, title, document.dir === "rtl"), `${title}.xlsx`);

/** Whether a text could be put on the clipboard. @param {string} text */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byHand(text);
  }
}

/** The old way, for addresses that browsers do not call secure. @param {string} text */
function byHand(text) {
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
