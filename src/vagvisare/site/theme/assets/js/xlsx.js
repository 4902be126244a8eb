// A workbook with one sheet, as Office Open XML (ECMA-376): a ZIP file, its parts stored as they are, with texts in the cells.
// Texts are "inline strings", which no program reads as formulas. Why not a library: see DECISIONS.md.

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WIDEST = 60;
/** Characters: a column is as wide as its longest text, and no wider than this. */

/** @typedef {import("./csv.js").Rows} Rows */

/** Text as it may stand in XML: escaped, without the control characters that XML does not know, and with what Excel would take for
 * an escaped character (`_x0041_`) escaped itself. @param {string | number} text */
const escaped = (text) =>
  String(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The letters of a column: 0 is A, 26 is AA. @param {number} column @returns {string} */
const letters = (column) => (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** @param {string | number} value @param {number} row @param {number} column */
function cell(value, row, column) {
  const place = `r="${letters(column)}${row + 1}"${row === 0 ? ' s="1"' : ""}`;
  if (typeof value === "number") return `<c ${place}><v>${value}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** @param {Rows} rows @param {boolean} fromRight */
function sheet(rows, fromRight) {
  const widths = rows[0].map((_, column) => Math.min(WIDEST, Math.max(...rows.map((row) => String(row[column]).length)) + 2));
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("");
  const cells = rows.map((row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value, at, column)).join("")}</row>`);
  const view = `<sheetView workbookViewId="0"${fromRight ? ' rightToLeft="1"' : ""}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>`;
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>${view}</sheetViews><cols>${columns}</cols><sheetData>${cells.join("")}</sheetData></worksheet>`;
}

/** The parts of the file by their paths. @param {Rows} rows @param {string} name of the sheet @param {boolean} fromRight */
function parts(rows, name, fromRight) {
  const title = escaped(name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31).trim() || "1");
  const part = (/** @type {string} */ path, /** @type {string} */ kind) => `<Override PartName="${path}" ContentType="${TYPE}.${kind}+xml"/>`;
  const relation = (/** @type {string} */ id, /** @type {string} */ kind, /** @type {string} */ target) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (/** @type {string} */ content) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("/xl/workbook.xml", "sheet.main")}${part("/xl/worksheets/sheet1.xml", "worksheet")}${part("/xl/styles.xml", "styles")}</Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(relation("rId1", "worksheet", "worksheets/sheet1.xml") + relation("rId2", "styles", "styles.xml")),
    "xl/styles.xml": '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    "xl/worksheets/sheet1.xml": sheet(rows, fromRight),
  };
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

/** CRC-32, as ZIP asks for it. @param {Uint8Array} bytes */
const checksum = (bytes) => ~bytes.reduce((sum, byte) => (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff], ~0) >>> 0;

/** Numbers as ZIP writes them: [value, bytes] each, the lowest byte first. @param {[number, number][]} numbers */
const little = (numbers) => Uint8Array.from(numbers.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 0xff)));

/** Files as a ZIP (APPNOTE 6.3), stored without compression, dated 1980-01-01. @param {Record<string, string>} files */
function zip(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const bodies = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const directory = [];
  let start = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, content] = [encoder.encode(path), encoder.encode(HEAD + text)];
    /** @type {[number, number][]} */
    const facts = [[20, 2], [0x800, 2], [0, 2], [0, 2], [33, 2], [checksum(content), 4], [content.length, 4], [content.length, 4], [name.length, 2], [0, 2]];
    bodies.push(little([[0x04034b50, 4], ...facts]), name, content);
    directory.push(little([[0x02014b50, 4], [20, 2], ...facts, [0, 2], [0, 2], [0, 2], [0, 4], [start, 4]]), name);
    start += 30 + name.length + content.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const number = Object.keys(files).length;
  return [...bodies, ...directory, little([[0x06054b50, 4], [0, 2], [0, 2], [number, 2], [number, 2], [size, 4], [start, 4], [0, 2]])];
}

/** A workbook. @param {Rows} rows @param {string} name of the sheet @param {boolean} fromRight whether it reads from the right */
export const workbook = (rows, name, fromRight) => new Blob(zip(parts(rows, name, fromRight)), { type: `${TYPE}.sheet` });
