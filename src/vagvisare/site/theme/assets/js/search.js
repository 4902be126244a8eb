// The search page: the box, what was understood, and what was found.

import { button, element } from "./elements.js";
import { Engine } from "./engine.js";
import { fold } from "./fold.js";
import { follow, keep, read } from "./fragment.js";
import { result, said } from "./result.js";
import { PLACES } from "./vocabulary.js";

/** @typedef {import("./engine.js").Found} Found @typedef {import("./vocabulary.js").Unit} Unit @typedef {import("./vocabulary.js").Form} Form */

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
  const [asked, status, results, responsible, examples] = ["asked", "search-status", "results", "responsible", "examples"].map(get);
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
    if (!results.firstChild) status.textContent = word("loading");
    try {
      for await (const found of engine.find(typed)) {
        if (mine === turn) explain(found.units);
        const other = found.fits.length || found.near.length ? undefined : await instead(typed, found);
        const cards = await sections(found, other);
        if (mine !== turn) return undefined;
        results.replaceChildren(...closest(found), ...cards);
        status.textContent = [told(found), engine.incomplete ? word("incomplete") : ""].filter(Boolean).join(" ");
        lead(found);
      }
    } catch {
      if (mine === turn) {
        status.textContent = word("failed");
        results.replaceChildren();
      }
    }
    return undefined;
  }

  function clear() {
    for (const place of [asked, results]) place.replaceChildren();
    status.textContent = "";
    asked.hidden = responsible.hidden = true;
  }

  /** @param {Found} found */
  function told({ fits, near, partly, unknown }) {
    if (fits.length || near.length) return `${word("found")} ${fits.length + near.length}`;
    return word(partly.length && !unknown.length ? "partly" : "nothing");
  }

  // --- what was understood ------------------------------------------------------------------------------------------------

  /** @param {Unit[]} units */
  function explain(units) {
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

  /** @param {string} typed */
  function write(typed) {
    clearTimeout(typing);
    typing = 0;
    input.value = typed;
    more = 0;
    suggestions?.close();
    search();
  }

  // --- what was found -----------------------------------------------------------------------------------------------------

  /** What is found for the closest words, where nothing is for those that were typed. @param {string} typed @param {Found} found */
  async function instead(typed, { unknown }) {
    let other = typed;
    for (const { unit, closest: terms } of unknown) if (terms.length) other = other.replace(unit.typed, terms[0].text);
    if (other === typed) return undefined;
    /** @type {Found | undefined} */
    let last;
    for await (const found of engine.find(other)) last = found;
    return last && { typed: other, found: last };
  }

  /** The closest terms to each word that nothing is known of, to choose from. @param {Found} found */
  function closest({ unknown, fits }) {
    if (fits.length) return [];
    return unknown.map(({ unit, closest: terms }) => {
      const place = element("p", "closest");
      place.append(`${word("unknown")} `, quoted(unit.typed), ". ");
      if (terms.length) place.append(`${word("closest")} `);
      for (const { text: term } of terms) {
        place.append(button("closest__term", [element("bdi", "", term)], () => write(input.value.replace(unit.typed, term))), " ");
      }
      return place;
    });
  }

  /** @param {Found} found @param {{typed: string, found: Found} | undefined} other @returns {Promise<HTMLElement[]>} */
  async function sections({ fits, near, partly, unknown }, other) {
    if (other && (other.found.fits.length || other.found.near.length)) {
      const heading = element("h2", "", `${word("instead")} `, element("bdi", "", other.typed));
      return [heading, ...(await list([...other.found.fits, ...other.found.near]))];
    }
    if (!fits.length && !near.length) return partly.length ? [element("h2", unknown.length ? "" : "hidden", word("partly")), ...(await list(partly))] : [];
    const here = fits.length ? [hiddenHeading(), ...(await list(fits))] : [];
    if (!near.length || fits.length > FEW) return here;
    return [...here, element("h2", "", word("near")), ...(await list(near))];
  }

  function hiddenHeading() {
    return element("h2", "hidden", word("found"));
  }

  /** Cards, and a button for more. @param {number[]} records @returns {Promise<HTMLElement[]>} */
  async function list(records) {
    const shown = FEW * (1 + 2 * more);
    const some = records.slice(0, shown);
    const cards = await engine.cards(some);
    const columns = engine.columns;
    const place = element("ul", "cards");
    cards.forEach((card, index) => {
      if (!card) return;
      const kind = columns?.values("kinds", some[index])[0] ?? "";
      const spoken = columns?.values("languages", some[index]) ?? [];
      place.append(result(card, kind, spoken, columns?.autonyms ?? {}, words, comma));
    });
    if (records.length <= shown) return [place];
    const way = button("button", [word("more")], async () => {
      more++;
      await search();
      /** @type {HTMLElement | undefined} */ (results.querySelectorAll(".card a")[shown])?.focus();
    });
    return [place, way];
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
    if (text() !== input.value.trim()) write(text());
  });
  input.value = text();
  if (input.value) search();
  else input.focus();
}

const form = document.getElementById("search");
if (form instanceof HTMLFormElement) searchPage(form);
