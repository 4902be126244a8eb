// The page of a language: what is given nearest to a municipality comes first.

import { follow, read, write } from "./fragment.js";
import { kilometres } from "./kilometres.js";

/** @param {string | undefined} at degrees north and east @returns {[number, number] | undefined} */
function point(at) {
  const [north, east] = (at ?? "").split(" ").map(Number);
  return at ? [north, east] : undefined;
}

/** @param {HTMLSelectElement} where */
function nearest(where) {
  const points = new Map([...where.options].map((option) => [option.value, point(option.dataset.at)]));
  const lists = [...document.querySelectorAll(".nearest")].map((list) => ({ list, cards: [...list.children] }));

  /** What serves the municipality first (its own, the county's, the country's), then the rest by distance.
   * @param {Element} card @param {string} code */
  function distance(card, code) {
    const areas = (card instanceof HTMLElement ? (card.dataset.areas ?? "") : "").split(" ");
    const serves = [code, code.slice(0, 2), "SE"].findIndex((area) => areas.includes(area));
    if (serves >= 0) return serves;
    const here = points.get(code);
    return 10 + Math.min(...areas.map((area) => (here && points.get(area) ? kilometres(here, /** @type {[number, number]} */ (points.get(area))) : 9999)));
  }

  function show() {
    const code = points.has(read().get("municipality")) ? read().get("municipality") : "";
    where.value = code;
    for (const { list, cards } of lists)
      list.append(...(code ? [...cards].sort((a, b) => distance(a, code) - distance(b, code)) : cards));
  }

  where.addEventListener("change", () => {
    write(where.value ? { municipality: where.value } : {});
    show();
  });
  follow(show);
  /** @type {HTMLElement} */ (where.parentElement).hidden = false;
  show();
}

const where = document.getElementById("where");
if (where instanceof HTMLSelectElement) nearest(where);
