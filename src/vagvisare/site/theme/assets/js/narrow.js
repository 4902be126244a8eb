// A list of the page's own, narrowed by what is typed above it; the address says what (#filter=…).

import { fold } from "./fold.js";
import { follow, put, read } from "./fragment.js";

/** @param {ParentNode} parent @param {string} selector */
const all = (parent, selector) => [.../** @type {NodeListOf<HTMLElement>} */ (parent.querySelectorAll(selector))];

export const FILTER = "filter";

/** Only those items stay that fit what is typed, and only groups with an item left.
 * @param {HTMLInputElement} input hidden without script, in what holds it @param {string} groups @param {string} items selectors
 * @param {(item: HTMLElement) => (typed: string) => boolean} fitting made once of each item; what is typed comes folded
 * @param {(typed: string) => void} [shown] */
export function narrow(input, groups, items, fitting, shown = () => {}) {
  const status = /** @type {HTMLElement} */ (document.getElementById("filter-status"));
  const every = all(document, groups);
  const tests = every.flatMap((group) => all(group, items).map((item) => ({ item, fits: fitting(item) })));

  function show() {
    const typed = fold(input.value);
    for (const { item, fits } of tests) item.hidden = !fits(typed);
    for (const group of every) group.hidden = !group.querySelector(`${items}:not([hidden])`);
    status.textContent = every.every((group) => group.hidden) ? (input.dataset.none ?? "") : "";
    shown(typed);
  }

  /** @type {HTMLElement} */ (input.parentElement).hidden = false;
  input.addEventListener("input", () => {
    put(FILTER, input.value.trim());
    show();
  });
  function takeOver() {
    input.value = read().get(FILTER);
    show();
  }
  follow(takeOver);
  takeOver();
}
