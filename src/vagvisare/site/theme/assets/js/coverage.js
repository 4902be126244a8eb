// Where the holes are: choices, counts, map and table of coverage. What is chosen stands in the address's fragment.

import { behind, tallies, worst } from "./outcomes.js";
import { saveCsv } from "./csv.js";
import { button, element, isolated } from "./elements.js";
import { read as readFile } from "./files.js";
import { follow, keep, read } from "./fragment.js";
import { chartOf } from "./map.js";

/** @typedef {import("./outcomes.js").Data} Data */
/** @typedef {import("./outcomes.js").Tally} Tally */
/** @typedef {{code: string, name: string, link: HTMLElement, tally: Tally, outcome: number, number: number}} Place */

const CHOICES = ["language", "need", "situation", "county", "show", "sort", "municipality"];
const HOLES = ["not-us", "nobody"];
const WITHOUT = ["answered", "last-resort", ...HOLES];
const MOST = 20;
/** So many holes of one municipality are named. */
const FIRST = 12;
/** So many needs or situations are shown at first. */

const collator = new Intl.Collator(document.documentElement.lang);
const percent = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`, { style: "percent", maximumSignificantDigits: 2 });
const whole = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`);

/** @param {string} id @returns {HTMLElement} */
const by = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} text */
const figure = (text) => isolated(text, "ltr");
/** A number. @param {number} value */
const numeral = (value) => figure(whole.format(value));
/** How many of how many. @param {number} part @param {number} all */
const share = (part, all) => element("span", "soft holes__share", figure(`${whole.format(part)} / ${whole.format(all)}`));

/** @param {ParentNode} parent @param {string} selector */
const every = (parent, selector) => [.../** @type {NodeListOf<HTMLElement>} */ (parent.querySelectorAll(selector))];

/** @param {HTMLFormElement} form @param {Data} data */
function coveragePage(form, data) {
  const words = /** @type {HTMLTemplateElement} */ (by("c-words")).content;
  const body = /** @type {HTMLElement} */ (document.querySelector(".holes__found tbody"));
  const links = new Map(every(document, "#c-plain tr[data-code]").map((row) => [row.dataset.code ?? "", row.querySelector("a")]));
  const map = chartOf(/** @type {HTMLElement} */ (document.querySelector(".map")), says, picked);
  const fields = /** @type {Record<string, HTMLSelectElement>} */ (
    Object.fromEntries([...form.querySelectorAll("select")].map((select) => [select.name, select]))
  );
  let open = "";
  let sort = "";
  /** @type {Place[]} */
  let places = [];

  /** @param {string} selector */
  const copy = (selector) => /** @type {HTMLElement} */ (words.querySelector(selector)?.cloneNode(true));
  /** The words that the page has for a part. @param {string} name */
  const part = (name) => copy(`[data-part="${name}"]`);
  /** The sign and name of an outcome. @param {number} outcome */
  const end = (outcome) => copy(`[data-shade="${data.outcomes[outcome]}"]`);
  /** How many of some counts are among these outcomes. @param {number[]} counts @param {string[]} outcomes */
  const among = (counts, outcomes) => counts.reduce((sum, count, outcome) => sum + (outcomes.includes(data.outcomes[outcome]) ? count : 0), 0);
  /** @param {number[]} counts */
  const all = (counts) => counts.reduce((sum, count) => sum + count, 0);
  /** @param {number[][]} many */
  const added = (many) => data.outcomes.map((_, outcome) => many.reduce((sum, counts) => sum + counts[outcome], 0));
  /** @param {string} name @param {string} code @returns {string} the words of an option */
  const option = (name, code) => [...fields[name].options].find((one) => one.value === code)?.textContent ?? code;

  // --- the choice ---------------------------------------------------------------------------------------------------

  /** What a choice is before anything is chosen. @param {string} name */
  const atFirst = (name) => (name === "language" ? (form.dataset.language ?? "") : "");

  /** Takes over what the fragment says; what it does not say, or says wrongly, is as the page is without. */
  function takeOver() {
    const said = read();
    for (const [name, select] of Object.entries(fields)) {
      const first = atFirst(name);
      const value = said.has(name) ? said.get(name) : first;
      select.value = [...select.options].some((one) => one.value === value) ? value : first;
    }
    const asked = said.get("municipality");
    open = links.has(asked) ? asked : "";
    if (open && fields.county.value !== open.slice(0, 2)) fields.county.value = open.slice(0, 2);
    sort = ["name", "offers"].includes(said.get("sort")) ? said.get("sort") : "";
  }

  /** The address of what is shown. */
  function write() {
    /** @type {Record<string, string>} */
    const state = { ...Object.fromEntries(Object.entries(fields).map(([name, select]) => [name, select.value])), sort, municipality: open };
    const said = CHOICES.filter((name) => state[name] !== atFirst(name));
    keep(Object.fromEntries(said.map((name) => [name, state[name]])));
  }

  // --- the answer -----------------------------------------------------------------------------------------------------

  function show() {
    const choice = { language: fields.language.value, situation: fields.situation.value, need: fields.need.value };
    const found = tallies(data, choice);
    const inside = Object.entries(data.places).filter(([code]) => code.startsWith(fields.county.value));
    places = inside.flatMap(([code, [table]]) => place(code, found[table]));
    sorted();
    const counts = added(inside.map(([, [table]]) => found[table].counts));
    showCounts(counts);
    showParts(inside.map(([, [table]]) => found[table]));
    showMap();
    showTable();
    write();
  }

  /** A municipality, unless what is to be shown leaves it out. @param {string} code @param {Tally} tally @returns {Place[]} */
  function place(code, tally) {
    const wanted = fields.show.value;
    const outcomes = { "": data.outcomes, holes: HOLES, without: WITHOUT }[wanted] ?? [wanted];
    const link = links.get(code);
    if (!link || !among(tally.counts, outcomes)) return [];
    const outcome = worst(tally.counts.map((count, one) => (outcomes.includes(data.outcomes[one]) ? count : 0)));
    return [{ code, name: link.textContent ?? "", link, tally, outcome, number: tally.counts[outcome] }];
  }

  function sorted() {
    /** @typedef {(one: Place, other: Place) => number} Order */
    /** @type {Order} */
    const byName = (one, other) => collator.compare(one.name, other.name);
    /** @type {Record<string, Order>} */
    const orders = {
      name: byName,
      offers: (one, other) => behind(one.tally).offers.length - behind(other.tally).offers.length || byName(one, other),
      "": (one, other) => other.outcome - one.outcome || other.number - one.number || byName(one, other),
    };
    places.sort(orders[sort]);
  }

  /** @param {number[]} counts */
  function showCounts(counts) {
    const holes = among(counts, HOLES);
    const verdict = by("verdict");
    const without = among(counts, WITHOUT);
    verdict.dataset.worst = holes ? "holes" : without ? "without" : "none";
    for (const [name, number] of Object.entries({ holes, without, cases: all(counts) })) {
      const part = name === "cases" || !number ? [] : [" ", element("span", "verdict__share", figure(percent.format(number / all(counts))))];
      verdict.querySelector(`[data-number=${name}]`)?.replaceChildren(numeral(number), ...part);
    }
    by("c-bar").replaceChildren(...bar(counts));
    for (const item of every(document, ".outcomes__list li")) {
      const number = counts[data.outcomes.indexOf(item.dataset.outcome ?? "")];
      item.classList.toggle("outcomes__no", !number);
      item.querySelector(".outcomes__number")?.replaceChildren(numeral(number));
    }
  }

  /** The parts of a bar: how many cases end how. @param {number[]} counts */
  const bar = (counts) =>
    counts.flatMap((count, outcome) => {
      if (!count) return [];
      const piece = element("span", "bar__part");
      piece.dataset.shade = data.outcomes[outcome];
      piece.style.flexGrow = String(count);
      return [piece];
    });

  /** Need by need, or situation by situation of a chosen need: the worst first. @param {Tally[]} found of each municipality */
  function showParts(found) {
    const kind = !fields.need.value ? "need" : !fields.situation.value ? "situation" : "";
    const section = by("c-parts");
    section.hidden = !kind;
    if (!kind) return;
    by("c-parts-name").textContent = section.dataset[`${kind}s`] ?? "";
    const rows = data[`${kind}s`].map((code, number) => ({ code, counts: partOf(found, kind, number) }));
    rows.sort((one, other) => among(other.counts, HOLES) - among(one.counts, HOLES) || among(other.counts, WITHOUT) - among(one.counts, WITHOUT));
    const items = rows.map(({ code, counts }) => partRow(kind, code, counts));
    section.querySelector("ul")?.replaceChildren(...items.slice(0, FIRST), ...rest(items.slice(FIRST)));
  }

  /** A button that puts the others in its place. @param {HTMLElement[]} items */
  function rest(items) {
    if (!items.length) return [];
    const more = button("parts__one parts__name", [element("span", "", part("more"), ": ", numeral(items.length))], () => {
      item.replaceWith(...items);
      items[0].querySelector("button")?.focus();
    });
    const item = element("li", "", more);
    return [item];
  }

  /** @param {Tally[]} found @param {"need" | "situation"} kind @param {number} number @returns {number[]} the counts of one need or situation */
  function partOf(found, kind, number) {
    const known = new Map();
    for (const one of found) {
      if (known.has(one)) continue;
      const counts = data.outcomes.map(() => 0);
      for (const item of one.cells) if (item[kind] === number) counts[item.cell[0]] += 1;
      known.set(one, counts);
    }
    return added(found.map((one) => known.get(one)));
  }

  /** @param {string} kind @param {string} code @param {number[]} counts */
  function partRow(kind, code, counts) {
    const stripes = element("span", "bar", ...bar(counts));
    stripes.setAttribute("aria-hidden", "true");
    const sign = end(worst(counts));
    const result = element("span", "parts__worst", sign, " ", share(counts[worst(counts)], all(counts)));
    const content = [element("span", "parts__name", option(kind, code)), stripes, result];
    const choose = () => {
      fields[kind].value = code;
      show();
      fields[kind].focus();
    };
    return element("li", "", button("parts__one", content, choose));
  }

  // --- the map --------------------------------------------------------------------------------------------------------

  function showMap() {
    map.shade(new Map(places.map(({ code, outcome }) => [code, data.outcomes[outcome]])), HOLES);
    map.look(fields.county.value);
    map.mark(open);
    by("c-back").hidden = !fields.county.value;
  }

  /** @param {string} code */
  function says(code) {
    const shown = places.find((one) => one.code === code);
    const name = links.get(code)?.textContent ?? "";
    return shown ? `${name}: ${end(shown.outcome).textContent}` : name;
  }

  /** The first choice looks at the county, the next opens the municipality: so the smallest can be hit. @param {string} code */
  function picked(code) {
    if (!fields.county.value) {
      fields.county.value = code.slice(0, 2);
      open = "";
      show();
      return;
    }
    open = code;
    show();
    body.querySelector(`[data-code="${code}"]`)?.scrollIntoView({ block: "nearest" });
  }

  // --- the table ------------------------------------------------------------------------------------------------------

  function showTable() {
    const status = by("c-number");
    status.replaceChildren(`${status.dataset.words}: `, numeral(places.length));
    body.replaceChildren(...places.flatMap((one) => (one.code === open ? [row(one), details(one)] : [row(one)])));
    by("c-none").hidden = places.length > 0;
    /** @type {HTMLElement} */ (body.parentElement).hidden = !places.length;
    for (const button of every(document, "[data-sort]")) {
      const on = button.dataset.sort === (sort || "outcome");
      button.parentElement?.setAttribute("aria-sort", on ? (sort ? "ascending" : "descending") : "none");
    }
  }

  /** @param {Place} place */
  function row({ code, link, tally, outcome, number }) {
    const cases = all(tally.counts);
    const result = element("td", "", end(outcome));
    if (cases > 1) result.append(" ", share(number, cases));
    const content = [numeral(behind(tally).offers.length), element("span", "hidden", " – ", part("open"))];
    const more = button("holes__open", content, () => toggle(code));
    more.setAttribute("aria-expanded", String(code === open));
    const line = element("tr", "", element("th", "", link.cloneNode(true)), result, element("td", "", more));
    line.firstElementChild?.setAttribute("scope", "row");
    line.dataset.code = code;
    line.addEventListener("pointerenter", () => map.mark(code));
    line.addEventListener("focusin", () => map.mark(code));
    return line;
  }

  /** @param {string} code */
  function toggle(code) {
    open = open === code ? "" : code;
    showTable();
    map.mark(open);
    write();
    /** @type {HTMLElement | null} */ (body.querySelector(`[data-code="${code}"] button`))?.focus();
  }

  /** What is behind a municipality's cells: who is responsible, what there is, and its holes. @param {Place} place */
  function details({ code, tally }) {
    const { before, final, offers } = behind(tally);
    const cell = element("td", "holes__more");
    /** @type {HTMLTableCellElement} */ (cell).colSpan = 3;
    listed(cell, "responsible", before.map((number) => bodyOf(code, number)));
    listed(cell, "final", final.map((number) => bodyOf(code, number)));
    listed(cell, "offers", offers.map((number) => linkTo(data.offers[number])));
    listed(cell, "holes", holesOf(tally));
    return element("tr", "holes__details", cell);
  }

  /** A part of the details, when there is anything in it. @param {HTMLElement} cell @param {string} name @param {(Node | string)[]} items */
  function listed(cell, name, items) {
    if (!items.length) return;
    const section = part(name);
    section.querySelector("ul")?.append(...items.map((item) => element("li", "", item)));
    cell.append(section);
  }

  /** The cases of a municipality that are holes. @param {Tally} tally */
  function holesOf({ cells }) {
    const holes = cells.filter(({ cell }) => HOLES.includes(data.outcomes[cell[0]]));
    const lines = holes.slice(0, MOST).map(({ situation, need }) => `${option("situation", data.situations[situation])} – ${option("need", data.needs[need])}`);
    return holes.length > MOST ? [...lines, element("span", "", part("more"), ": ", numeral(holes.length - MOST))] : lines;
  }

  /** A body that answers: the municipality's own, its region, or one of the others. @param {string} code @param {number} number */
  function bodyOf(code, number) {
    if (number === 1) return linkTo(data.regions[code.slice(0, 2)]);
    if (number > 1) return linkTo(data.bodies[number]);
    return linkTo([data.places[code][1] ?? "", links.get(code)?.getAttribute("href") ?? ""], "");
  }

  /** A link to a record, in the language that its name is in.
   * @param {import("./outcomes.js").Named | null} named @param {string} base what the address begins with */
  function linkTo(named, base = "../") {
    const [name, address] = named ?? ["", ""];
    const own = document.documentElement.lang;
    const language = typeof name === "string" || !name[own] ? "sv" : own;
    const text = element("bdi", "", typeof name === "string" ? name : name[language]);
    text.lang = language;
    const link = element("a", "", text);
    link.href = `${base}${address}`;
    return link;
  }

  /** The table as it is shown, with what stands behind it. */
  function rows() {
    const title = (/** @type {string} */ name) => form.querySelector(`label[for=c-${name}]`)?.textContent ?? "";
    const heads = [...document.querySelectorAll(".holes__found thead th")].map((head) => head.textContent ?? "");
    const chosen = ["language", "need", "situation"];
    const names = ["responsible", "offers"].map((name) => part(name).querySelector("h3")?.textContent ?? "");
    const head = [part("code").textContent, heads[0], ...chosen.map(title), heads[1], part("cases").textContent, part("all").textContent, part("number").textContent, ...names];
    const choices = chosen.map((name) => option(name, fields[name].value));
    const lines = places.map(({ code, link, tally, outcome, number }) => {
      const { before, final, offers } = behind(tally);
      const bodies = [...before, ...final].map((one) => bodyOf(code, one).textContent).join(", ");
      const given = offers.map((one) => linkTo(data.offers[one]).textContent).join(", ");
      return [code, link.textContent, ...choices, end(outcome).textContent, number, all(tally.counts), offers.length, bodies, given];
    });
    return [head, ...lines];
  }

  // --- listening --------------------------------------------------------------------------------------------------------

  form.addEventListener("change", () => {
    if (open && !open.startsWith(fields.county.value)) open = "";
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of every(document, "[data-sort]")) {
    button.addEventListener("click", () => {
      sort = button.dataset.sort === "outcome" ? "" : (button.dataset.sort ?? "");
      show();
    });
  }
  by("c-back").addEventListener("click", () => {
    fields.county.value = "";
    open = "";
    show();
    fields.county.focus();
  });
  by("c-csv").addEventListener("click", () => saveCsv(rows(), "vagvisare"));
  follow(() => {
    takeOver();
    show();
  });

  takeOver();
  form.hidden = false;
  by("c-plain").hidden = true;
  by("c-found").hidden = false;
  show();
  if (open) body.querySelector(`[data-code="${open}"]`)?.scrollIntoView({ block: "center" });
}

const form = by("coverage");
if (form instanceof HTMLFormElement) {
  readFile(form.dataset.source ?? "").then(
    (data) => coveragePage(form, data),
    () => {
      by("coverage-failed").hidden = false;
    },
  );
}
