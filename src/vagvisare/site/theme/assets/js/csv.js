// A table as text that spreadsheets open.

import { save } from "./files.js";

/** @typedef {(string | number)[][]} Rows the first of them is the heading */

/** A value in which no spreadsheet finds a formula (OWASP, "CSV injection"): at its beginning, or after what parts a row in another
 * country's spreadsheets. @param {string | number} value */
export const harmless = (value) =>
  typeof value === "string"
    ? value.replace(/([;,\t\r\n"'])(?=[=+\-@\t\r])/g, "$1'").replace(/^(?=[=+\-@\t\r])/, "'")
    : String(value);

/** @param {string | number} value a cell; what could end it early is in quotes (RFC 4180) */
function cell(value) {
  const text = harmless(value);
  return /[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows as CSV. With semicolons and a byte order mark: so the spreadsheets of Swedish offices open it by a double click.
 * @param {Rows} rows */
export const csv = (rows) => `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;

/** @param {Rows} rows @param {string} title */
export const saveCsv = (rows, title) => save(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }), `${title}.csv`);
