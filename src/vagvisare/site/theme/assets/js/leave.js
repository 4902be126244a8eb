// Leaves a page that somebody around may not see. "Back" does not lead to it again: its step in the
// history is replaced by where this leads.

import { follow, read } from "./fragment.js";
import { split } from "./rules.js";

/** Shows the way out on a page about everything, once a person has said what makes it needed.
 * @param {HTMLElement} button */
function offer(button) {
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll(".need:has([data-leave])");
  const shelves = [...found];
  const needs = shelves.map(({ dataset }) => dataset.need ?? "");
  const situations = shelves.flatMap(({ dataset }) => split(dataset.implies));
  const said = read();
  const chosen = [...said.list("situation"), said.get("need")];
  button.hidden = !chosen.some((code) => code && [...needs, ...situations].includes(code));
}

const button = document.getElementById("leave");
if (button) {
  const show = () => offer(button);
  follow(show);
  addEventListener("click", () => setTimeout(show)); // what is chosen here tells nobody
  show();
}

addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-leave]") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  document.title = "";
  document.body.hidden = true; // at once, however slow the line is
  location.replace(link.href);
});

// A browser that kept the page whole would show it empty on a way back.
addEventListener("pageshow", ({ persisted }) => persisted && (document.body.hidden = false));
