// The choices of a narrowed list: boxes to tick by facet, with how many records each would leave.

import { element, inLanguage } from "./elements.js";
import { fold } from "./fold.js";

/** @typedef {import("./columns.js").Choice} Choice */
/** @typedef {{label: HTMLElement, item: HTMLElement, input: HTMLInputElement, number: HTMLElement, folded: string}} Option */
/** @typedef {[string, string, string, number, number]} Place code, name, Swedish name, latitude, longitude */

/** A municipality's name; in a language that reads from the right the Swedish one follows it. @param {Place} place */
function placeName([, own, swedish]) {
  if (own === swedish) return element("span", "", swedishName(own));
  return element("span", "", own, ...(document.dir === "rtl" ? [" ", swedishName(`(${swedish})`)] : []));
}

/** @param {string} name */
const swedishName = (name) => inLanguage("bdi", name, "sv", "ltr");

export class Choices {
  /** @param {HTMLFormElement} form @param {Place[]} places every municipality @param {() => void} changed */
  constructor(form, places, changed) {
    this.form = form;
    /** @type {Map<string, Map<string, Option>>} */
    this.options = new Map();
    for (const box of form.querySelectorAll("details")) this.#take(box, places);
    form.addEventListener("change", (event) => {
      if (/** @type {HTMLInputElement} */ (event.target).type === "checkbox") changed();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** @param {HTMLDetailsElement} box @param {Place[]} places */
  #take(box, places) {
    const facet = box.dataset.facet ?? "";
    const list = /** @type {HTMLElement} */ (box.querySelector("ul"));
    if (facet === "municipalities") list.prepend(...places.map((place) => tickBox(facet, place[0], placeName(place))));
    const options = new Map([...list.children].map((item) => optionOf(/** @type {HTMLElement} */ (item))));
    this.options.set(facet, options);
    const find = /** @type {HTMLInputElement | null} */ (box.querySelector(".choice__find"));
    find?.addEventListener("input", () => this.#narrow(facet, find.value));
    find?.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const left = [...options.values()].filter(({ item }) => !item.hidden);
      if (left.length === 1) left[0].input.click();
    });
  }

  /** Of a long facet those stay that fit what is typed; with nothing typed, those that leave something. @param {string} facet @param {string} typed */
  #narrow(facet, typed) {
    const wanted = fold(typed);
    for (const { item, input, folded } of this.options.get(facet)?.values() ?? [])
      item.hidden = wanted ? !folded.split(" ").some((word) => word.startsWith(wanted)) && !folded.startsWith(wanted) : item.dataset.none === "" && !input.checked;
  }

  /** What a code is called; nothing for one that cannot be chosen. @param {string} facet @param {string} code */
  label(facet, code) {
    return this.options.get(facet)?.get(code)?.label;
  }

  /** What a facet is called. @param {string} facet */
  name(facet) {
    return this.form.querySelector(`[data-facet="${CSS.escape(facet)}"] .choice__name`)?.textContent ?? "";
  }

  /** What is ticked. @returns {Choice} */
  get chosen() {
    const found = /** @type {Choice} */ ({});
    for (const [facet, options] of this.options) {
      const codes = [...options].filter(([, { input }]) => input.checked).map(([code]) => code);
      if (codes.length) found[facet] = codes;
    }
    return found;
  }

  /** Ticks a choice and says what each option would leave. @param {Choice} choice @param {Map<string, Map<string, number>>} counts */
  show(choice, counts) {
    for (const [facet, options] of this.options) {
      const chosen = choice[facet] ?? [];
      for (const [code, { input, item, number }] of options) {
        const left = counts.get(facet)?.get(code) ?? 0;
        input.checked = chosen.includes(code);
        number.textContent = String(left);
        item.toggleAttribute("data-none", left === 0);
      }
      const box = /** @type {HTMLDetailsElement} */ (this.form.querySelector(`[data-facet="${facet}"]`));
      /** @type {HTMLElement} */ (box.querySelector(".choice__chosen")).textContent = chosen.length ? String(chosen.length) : "";
      const find = /** @type {HTMLInputElement | null} */ (box.querySelector(".choice__find"));
      if (find) this.#narrow(facet, find.value);
    }
  }
}

/** @param {string} facet @param {string} code @param {HTMLElement} label */
function tickBox(facet, code, label) {
  const input = element("input", "");
  input.type = "checkbox";
  input.name = facet;
  input.value = code;
  return element("li", "", element("label", "", input, label, element("b", "choice__number")));
}

/** @param {HTMLElement} item @returns {[string, Option]} */
function optionOf(item) {
  const input = /** @type {HTMLInputElement} */ (item.querySelector("input"));
  const label = /** @type {HTMLElement} */ (item.querySelector("span"));
  const number = /** @type {HTMLElement} */ (item.querySelector(".choice__number"));
  return [input.value, { input, label, item, number, folded: fold((label.textContent ?? "").replace(/[()]/g, "")) }];
}
