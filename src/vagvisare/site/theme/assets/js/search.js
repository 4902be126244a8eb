// The search page: the box, what was understood, and what was found.

import { button, element } from "./elements.js";
import { Engine } from "./engine.js";
import { fold } from "./fold.js";
import { follow, keep, read } from "./fragment.js";
import { result, said } from "./result.js";
import { PLACES } from "./vocabulary.js";

/** @typedef {import("./engine.js").Found} Found @typedef {import("./understanding.js").Unit} Unit @typedef {import("./vocabulary.js").Form} Form */

const FEW = 10;
const PAUSE = 150;
const MOST_SUGGESTIONS = 6;
const MOST_MEANINGS = 3;
const PUNCTUATION_AT_THE_END = /[\s,;]+$/;

const get = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {HTMLFormElement} form */
function searchPage(form) {
  const { folder = "", letters = "1", language = "sv", languages = "", comma = ", " } = form.dataset;
  const input = /** @type {HTMLInputElement} */ (get("query"));
  const [asked, status, results, urgent, responsible, examples] = ["asked", "search-status", "results", "urgent-card", "responsible", "examples"].map(get);
  const words = said(/** @type {HTMLTemplateElement} */ (get("search-words")));
  const word = (/** @type {string} */ name) => words.get(name)?.textContent ?? "";
  const engine = new Engine(folder, language, languages.split(" "), Number(letters));
  let turn = 0;
  let more = Math.min(Math.max(0, Math.trunc(Number(read().get("more"))) || 0), 99);
  let typing = 0;
  /** @type {ReturnType<typeof import("./suggestions.js").suggest> | undefined} loaded when the box is touched: no result waits for them */
  let suggestions;

  const text = () => read().get("words");

  async function search() {
    const mine = ++turn;
    const typed = input.value.trim();
    /** @type {Record<string, string>} */
    const steps = more ? { more: String(more) } : {};
    keep(typed ? { words: typed, ...steps } : {}); // nothing of them is sent
    examples.hidden = typed !== "";
    if (!typed) return clear();
    results.ariaBusy = "true";
    if (!results.firstChild) status.textContent = word("loading");
    try {
      for await (const found of engine.find(typed)) {
        const cards = await sections(found);
        if (mine !== turn) return undefined;
        explain(found);
        warn(found);
        results.replaceChildren(...(found.done ? unknown(found) : []), ...cards); // what is not known yet may be known in a moment
        if (found.done) status.replaceChildren(...told(found));
        lead(found);
      }
    } catch {
      if (mine === turn) {
        status.textContent = word("failed");
        results.replaceChildren();
      }
    }
    if (mine === turn) results.ariaBusy = "false";
    return undefined;
  }

  function clear() {
    for (const place of [asked, results, urgent, status]) place.replaceChildren();
    asked.hidden = responsible.hidden = urgent.hidden = true;
    results.ariaBusy = "false";
  }

  // --- what was understood ------------------------------------------------------------------------------------------------

  /** What the page says aloud: danger, how much was found, and what was looked for. @param {Found} found @returns {(Node | string)[]} */
  function told(found) {
    const { records, all, units, ignored, mended, danger } = found;
    const warning = danger ? `${word("urgent")}: ${engine.label("needs", danger)}. ` : "";
    const whole = all === records.length && !ignored.length && !mended.length;
    const number = records.length ? `${word(whole ? "found" : "best")} ${records.length}.` : danger ? "" : word("nothing");
    const meant = units.flatMap((unit) => meaning(unit).names.slice(0, 1)).join(comma);
    const missing = engine.incomplete ? ` ${word("incomplete")}` : "";
    return [warning, number, missing, element("span", "hidden", meant ? ` ${word("looked")}: ${meant}.` : "")].filter((part) => part !== "");
  }

  /** The number to call, before all else. @param {Found} found */
  function warn({ danger }) {
    const card = danger && [.../** @type {NodeListOf<HTMLTemplateElement>} */ (document.querySelectorAll("template[data-danger]"))].find(({ dataset }) => dataset.danger === danger);
    urgent.hidden = !card;
    if (card) urgent.replaceChildren(card.content.cloneNode(true));
    else urgent.replaceChildren();
  }

  /** @param {Found} found */
  function explain({ units }) {
    asked.replaceChildren(...units.map(chip));
    asked.hidden = !units.length;
  }

  /** A thing that was asked for, as a button that takes it away. @param {Unit} unit */
  function chip(unit) {
    const { facet, names } = meaning(unit);
    const typed = names.some((name) => fold(name) === fold(unit.typed)) ? [] : [quoted(unit.typed), names.length ? " = " : ""];
    const meant = names.flatMap((name, index) => [index ? comma : "", element("bdi", "", name)]);
    const cross = element("span", "asked__cross", "✕");
    cross.setAttribute("aria-hidden", "true");
    const content = [...typed, names.length && facet ? `${facet}: ` : "", ...meant, " ", cross, element("span", "hidden", ` ${word("remove")}`)];
    const chip = button("asked__chip", content, () => {
      write(without(unit));
      input.focus();
    });
    return element("li", "", chip);
  }

  /** @param {string} typed */
  function quoted(typed) {
    return element("span", "", "“", element("bdi", "", typed.replace(PUNCTUATION_AT_THE_END, "")), "”");
  }

  /** What a thing means, in the reader's words. @param {Unit} unit @returns {{facet: string, names: string[]}} */
  function meaning({ meanings }) {
    const most = Math.max(...meanings.map(({ strength }) => strength));
    const best = meanings.filter(({ strength }) => strength === most);
    const names = [...new Set(best.map(({ list, code }) => engine.label(list, code)).filter(Boolean))].slice(0, MOST_MEANINGS);
    const facets = new Set(best.map(({ list }) => word(`facet-${list}`)));
    return { facet: facets.size === 1 ? [...facets][0] : "", names };
  }

  /** What is typed, without one thing. @param {Unit} unit */
  const without = ({ typed }) => ` ${input.value.trim().replace(/\s+/g, " ")} `.replace(` ${typed} `, " ").trim();

  /** @param {string} typed @param {Event} [event] what asked for it: the focus does not get lost with it */
  function write(typed, event) {
    clearTimeout(typing);
    typing = 0;
    input.value = typed;
    more = 0;
    suggestions?.close();
    if (event) (event instanceof MouseEvent && event.detail ? status : input).focus();
    search();
  }

  // --- what was found -----------------------------------------------------------------------------------------------------

  /** One line that names what nothing is known of, with what comes closest to choose from. @param {Found} found */
  function unknown({ ignored, mended, records }) {
    const missed = [...mended.map(({ unit }) => unit), ...ignored];
    if (!missed.length) return [];
    const place = element("p", "closest", `${word("unknown")} `, ...missed.flatMap((unit, index) => [index ? comma : "", quoted(unit.typed)]), ". ");
    const terms = mended.flatMap(({ unit, closest }) => closest.map(({ text: term }) => ({ unit, term })));
    if (terms.length) place.append(`${word(records.length ? "instead" : "closest")} `);
    for (const { unit, term } of terms) {
      const other = button("closest__term", [element("bdi", "", term)], () => {});
      other.addEventListener("click", (event) => write(input.value.replace(unit.typed, term), event));
      place.append(other, " ");
    }
    return [place];
  }

  /** Those that have all that was understood, then the others. @param {Found} found @returns {Promise<HTMLElement[]>} */
  async function sections({ records, all, mended }) {
    if (!records.length) return [];
    const shown = FEW * (1 + 2 * more);
    const cards = await list(records.slice(0, shown));
    const place = element("ul", "cards", ...cards.slice(0, all));
    const others = element("ul", "cards", ...cards.slice(all));
    const parts = [element("h2", "hidden", word(mended.length ? "best" : "found")), place];
    const here = all ? [...parts, ...(others.childElementCount ? [element("h2", "", word("partly")), others] : [])] : [parts[0], others];
    return records.length > shown ? [...here, way(shown)] : here;
  }

  /** A button that shows more. @param {number} shown how many are shown */
  function way(shown) {
    return button("button", [word("more")], async () => {
      more++;
      await search();
      /** @type {HTMLElement | undefined} */ (results.querySelectorAll(".card h3 a")[shown])?.focus();
    });
  }

  /** @param {number[]} some @returns {Promise<HTMLElement[]>} */
  async function list(some) {
    const cards = await engine.cards(some);
    const columns = engine.columns;
    return cards.flatMap((card, index) => {
      if (!card) return [];
      const kind = columns?.values("kinds", some[index])[0] ?? "";
      const spoken = columns?.has("kinds", some[index], "languages") ? [] : (columns?.values("languages", some[index]) ?? []);
      return [result(card, kind, spoken, columns?.autonyms ?? {}, words, comma)];
    });
  }

  /** The way to the responsible body: of the municipality that was understood, else of all. @param {Found} found */
  function lead({ units }) {
    const link = /** @type {HTMLAnchorElement} */ (responsible.querySelector("a"));
    const place = units.flatMap(({ meanings }) => meanings).find(({ list, code }) => list === PLACES && code.length === 4);
    const record = place && engine.columns?.filter({ kinds: ["municipalities"], municipalities: [place.code] })[0];
    responsible.hidden = false;
    link.href = link.dataset.all ?? "";
    link.textContent = link.dataset.words ?? "";
    if (place === undefined || record === undefined) return;
    const turned = turn;
    engine.cards([record]).then(([card]) => {
      if (turned !== turn || !card) return;
      const [before, after] = word("responsible").split("{0}");
      link.href = `../${card.address}`;
      link.replaceChildren(before, element("bdi", "", engine.label(PLACES, place.code)), after ?? "");
    });
  }

  // --- the box ------------------------------------------------------------------------------------------------------------

  /** Suggestions, unless the words are gone by now or asked for already. */
  async function offer() {
    await engine.ready();
    const { suggest } = await import("./suggestions.js");
    suggestions ??= suggest(
      input,
      get("suggestions"),
      (typed) => engine.completions(typed, MOST_SUGGESTIONS).map((form) => ({ text: form.text, more: word(`facet-${form.list}`) })),
      (term) => write(`${input.value.replace(/\S*$/, "")}${term}`),
    );
    if (document.activeElement === input && typing) suggestions.open();
  }

  form.hidden = examples.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    typing = 0;
    suggestions?.close();
    search();
  });
  input.addEventListener("focus", () => offer().catch(() => {}));
  input.addEventListener("input", () => {
    more = 0;
    offer().catch(() => {});
    clearTimeout(typing);
    typing = setTimeout(search, PAUSE);
  });
  follow(() => {
    if (text() === input.value.trim()) return;
    const lost = document.activeElement === document.body || examples.contains(document.activeElement);
    write(text(), lost ? new Event("follow") : undefined);
  });
  input.value = text();
  if (input.value) search();
  else input.focus();
}

const form = document.getElementById("search");
if (form instanceof HTMLFormElement) searchPage(form);
