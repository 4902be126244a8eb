// The list of municipalities, narrowed by what is typed: a name in any script, or a postal code.

import { fold } from "./fold.js";
import { saying } from "./fragment.js";
import { FILTER, narrow } from "./narrow.js";

/** Whether a postal code, or how one begins, is a municipality's. @param {string[][]} spans @param {string} typed digits */
const hasCode = (spans, typed) =>
  spans.some(([first, last = first]) => typed.padEnd(5, "9") >= first && typed.padEnd(5, "0") <= last);

/** @param {HTMLElement} item */
function fitting(item) {
  const spans = (item.dataset.codes ?? "").split(" ").filter(Boolean).map((span) => span.split("-"));
  const names = [item.textContent ?? "", ...(item.dataset.names ?? "").split("|")].map(fold);
  return (/** @type {string} */ typed) => {
    const digits = typed.replaceAll(/[\s-]/g, "");
    return /^[0-9]{2,5}$/.test(digits) ? hasCode(spans, digits) : names.some((name) => name.includes(typed));
  };
}

/** Enter leads to the municipality when only one is left. @param {KeyboardEvent} event */
function open(event) {
  if (event.key !== "Enter") return;
  const left = document.querySelectorAll(".county:not([hidden]) li:not([hidden]) a");
  if (left.length === 1) /** @type {HTMLElement} */ (left[0]).click();
}

/** What was answered before the municipality was chosen goes along. @param {Event} event */
function carry({ currentTarget }) {
  if (currentTarget instanceof HTMLAnchorElement) currentTarget.hash = saying(FILTER, "");
}

const input = document.getElementById("filter");
if (input instanceof HTMLInputElement) {
  // Somebody who comes with an answer is asked this one question, and nothing else.
  document.querySelector("main")?.toggleAttribute("data-asked", location.hash.includes("need="));
  narrow(input, ".county", "li", fitting);
  input.addEventListener("keydown", open);
  for (const link of document.querySelectorAll(".county li a, .chips a[href$='/guide/']")) link.addEventListener("click", carry);
}
