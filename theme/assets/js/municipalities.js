// The list of municipalities, narrowed by what is typed: a name in any script, or a postal code.

import { fold } from "./fold.js";

/** @typedef {{item: HTMLElement, names: string[], codes: [string, string][]}} Place names folded, postal codes as spans */

/** Whether a postal code, or how one begins, is a municipality's. @param {[string, string][]} codes @param {string} typed digits */
const hasCode = (codes, typed) =>
  codes.some(([first, last]) => typed.padEnd(5, "9") >= first && typed.padEnd(5, "0") <= last);

/** @param {HTMLInputElement} input */
function filterPage(input) {
  const status = /** @type {HTMLElement} */ (document.getElementById("filter-status"));
  const counties = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".county")]);
  const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".county li")]).map(place);

  /** @param {HTMLElement} item @returns {Place} */
  function place(item) {
    const codes = (item.dataset.codes ?? "").split(" ").filter(Boolean).map((span) => span.split("-"));
    return {
      item,
      names: [item.textContent ?? "", ...(item.dataset.names ?? "").split("|")].map(fold),
      codes: codes.map(([first, last = first]) => [first, last]),
    };
  }

  function show() {
    const typed = fold(input.value);
    const digits = typed.replaceAll(/[\s-]/g, "");
    const isCode = /^[0-9]{2,5}$/.test(digits);
    for (const { item, names, codes } of places)
      item.hidden = !(isCode ? hasCode(codes, digits) : names.some((name) => name.includes(typed)));
    for (const county of counties) county.hidden = !county.querySelector("li:not([hidden])");
    status.textContent = counties.every((county) => county.hidden) ? (input.dataset.none ?? "") : "";
  }

  /** Enter leads to the municipality when only one is left. @param {KeyboardEvent} event */
  function open(event) {
    if (event.key !== "Enter") return;
    const left = document.querySelectorAll(".county:not([hidden]) li:not([hidden]) a");
    if (left.length === 1) /** @type {HTMLElement} */ (left[0]).click();
  }

  // What was answered before the municipality was chosen goes along.
  for (const { item } of places) item.querySelector("a")?.addEventListener("click", carry);

  /** @param {Event} event */
  function carry({ currentTarget }) {
    if (currentTarget instanceof HTMLAnchorElement) currentTarget.hash = location.hash;
  }

  /** @type {HTMLElement} */ (input.parentElement).hidden = false;
  input.addEventListener("input", show);
  input.addEventListener("keydown", open);
  show();
}

const input = document.getElementById("filter");
if (input instanceof HTMLInputElement) filterPage(input);
