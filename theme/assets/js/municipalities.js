// The list of municipalities, narrowed by what is typed.

import { fold } from "./fold.js";

/** The list of municipalities: only those stay whose name fits what is typed. @param {HTMLInputElement} input */
function filterPage(input) {
  const status = /** @type {HTMLElement} */ (document.getElementById("filter-status"));
  const counties = [...document.querySelectorAll(".county")];
  const names = new Map([...document.querySelectorAll(".county li")].map((item) => [item, fold(item.textContent ?? "")]));

  function show() {
    const wanted = fold(input.value);
    for (const [item, name] of names) item.hidden = !name.includes(wanted);
    for (const county of counties) county.hidden = !county.querySelector("li:not([hidden])");
    status.textContent = counties.every((county) => county.hidden) ? (input.dataset.none ?? "") : "";
  }

  /** Enter leads to the municipality when only one is left. @param {KeyboardEvent} event */
  function open(event) {
    if (event.key !== "Enter") return;
    const left = document.querySelectorAll(".county:not([hidden]) li:not([hidden]) a");
    if (left.length === 1) /** @type {HTMLElement} */ (left[0]).click();
  }

  /** @type {HTMLElement} */ (input.parentElement).hidden = false;
  input.addEventListener("input", show);
  input.addEventListener("keydown", open);
  show();
}

const input = document.getElementById("filter");
if (input instanceof HTMLInputElement) filterPage(input);
