// A text that is there in easy Swedish too, as the pages have it: both stand there, and the style sheet shows the one that is wanted.

import { element } from "./elements.js";

/** @param {string} ordinary @param {string} easy @returns {Node[]} */
export function bothTexts(ordinary, easy) {
  const other = element("span", "easy", easy);
  other.lang = "sv-simple";
  return [element("span", "ordinary", ordinary), document.createTextNode(" "), other];
}

/** Takes away the text that is not wanted. @param {Element} holder */
export function leaveWanted(holder) {
  const other = document.documentElement.dataset.easy === "on" ? ".ordinary" : ".easy";
  for (const part of holder.querySelectorAll(other)) part.remove();
}
