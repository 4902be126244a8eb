// A list taken along: as a workbook, as a text file, on the clipboard, on paper. Always the rows and columns that are shown.

import { workbook } from "./xlsx.js";

/** @typedef {import("./xlsx.js").Rows} Rows */

/** A value that no spreadsheet takes for a formula (OWASP, "CSV injection"). @param {string | number} value */
const harmless = (value) => (typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value));

/** Values with commas between them (RFC 4180). @param {Rows} rows */
export const csv = (rows) =>
  rows.map((row) => row.map((value) => `"${harmless(value).replace(/"/g, '""')}"`).join(",")).join("\r\n") + "\r\n";

/** Values with tabs between them, as spreadsheets take them from the clipboard. @param {Rows} rows */
export const tabbed = (rows) => rows.map((row) => row.map((value) => harmless(value).replace(/\s+/g, " ")).join("\t")).join("\n");

/** @param {Blob} content @param {string} name */
function save(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {Rows} rows @param {string} title */
export const saveCsv = (rows, title) => save(new Blob(["\ufeff", csv(rows)], { type: "text/csv;charset=utf-8" }), `${title}.csv`);

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
