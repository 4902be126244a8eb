// Free places: the file places.json, what of it can be true, and how it is said. Its form stands in src/vagvisare/reading/freeplaces.py.

import { element, isolated } from "./elements.js";
import { read } from "./files.js";

/** @typedef {{maximum?: number, available?: number, updated?: string}} Figure of one kind of places; `updated` is YYYY-MM-DD */
/** @typedef {Record<string, Record<string, Figure>>} Figures by enterprise and kind */

const DAY = 86_400_000;

/** @param {unknown} number */
const isCount = (number) => number === undefined || (Number.isInteger(number) && /** @type {number} */ (number) >= 0);

/** Today as YYYY-MM-DD, by the reader's clock. */
function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Whether a text is a day that exists and has been. @param {unknown} day */
function hasBeen(day) {
  if (typeof day !== "string" || !/^\d{4}-\d\d-\d\d$/.test(day)) return false;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) && day <= today();
}

/** Whether a figure can be true: what the check says of records holds here too. @param {unknown} figure @returns {figure is Figure} */
function isPossible(figure) {
  if (typeof figure !== "object" || figure === null) return false;
  const { maximum, available, updated } = /** @type {Figure} */ (figure);
  if (!isCount(maximum) || !isCount(available) || (updated !== undefined && !hasBeen(updated))) return false;
  if (available === undefined) return maximum !== undefined;
  return updated !== undefined && (maximum === undefined || available <= maximum);
}

/** The figures of a file that can be true. Throws when it is not there or is no such file. @param {string} address @returns {Promise<Figures>} */
export async function load(address) {
  const file = await read(address, { cache: "no-cache" });
  if (file?.format !== "1" || typeof file.places !== "object" || file.places === null) throw new Error(`${address}: not its format`);
  return Object.fromEntries(
    Object.entries(file.places).map(([enterprise, kinds]) => [
      enterprise,
      Object.fromEntries(Object.entries(kinds ?? {}).filter(([, figure]) => isPossible(figure))),
    ]),
  );
}

/** How days and ages are said on this page. */
export class Words {
  /** @param {HTMLTemplateElement} template */
  constructor(template) {
    this.file = template.dataset.file ?? "";
    this.pattern = template.dataset.pattern ?? "";
    this.months = (template.dataset.months ?? "").split("|");
    this.unknown = template.dataset.unknown ?? "";
    this.ages = [...template.content.children].map((age) => ({
      days: Number(/** @type {HTMLElement} */ (age).dataset.days),
      label: age.textContent ?? "",
    }));
  }

  /** A day in words, as CLDR's pattern has it. @param {string} day YYYY-MM-DD */
  day(day) {
    const [year, month, date] = day.split("-").map(Number);
    return this.pattern.replace(/d+|M+|y+/g, (part) =>
      part[0] === "d" ? String(date) : part[0] === "y" ? String(year) : this.months[month - 1],
    );
  }

  /** How old a figure is; nothing while it is fresh. @param {string} day YYYY-MM-DD */
  age(day) {
    const days = (Date.parse(today()) - Date.parse(day)) / DAY;
    return this.ages.find((age) => days > age.days)?.label ?? "";
  }

  /** How many are free, the day of it and its age, as the page has it. @param {Figure} figure */
  free({ available, updated }) {
    if (available === undefined || updated === undefined) return element("span", "soft", this.unknown);
    const age = this.age(updated);
    const number = element("b", "", isolated(String(available), "ltr"));
    const day = element("span", "free__day", isolated(this.day(updated), document.dir));
    return element("span", age ? "free free--old" : "free", number, " ", day, ...(age ? [" ", element("span", "badge", age)] : []));
  }
}

/** The words of this page, if it shows free places. */
export function words() {
  const template = document.getElementById("places-words");
  return template instanceof HTMLTemplateElement ? new Words(template) : undefined;
}
