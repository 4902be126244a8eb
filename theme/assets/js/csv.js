// A table as a file that spreadsheets open.

/** A text that no spreadsheet takes for a formula (OWASP, "CSV injection"). @param {string} text */
const harmless = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** @param {string | number} value a cell; what could end it early is in quotes (RFC 4180) */
function cell(value) {
  const text = typeof value === "number" ? String(value) : harmless(value);
  return /[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows as CSV. With semicolons and a byte order mark: so the spreadsheets of Swedish offices open it by a double click.
 * @param {(string | number)[][]} rows */
export const csv = (rows) => `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;

/** Hands the rows to the reader as a file. It is made here: nothing leaves the device. @param {string} name @param {(string | number)[][]} rows */
export function save(name, rows) {
  const address = URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address));
}
