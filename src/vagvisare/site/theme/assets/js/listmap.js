// The map of a narrowed list: municipalities shaded by how many records they have, and a table beside it that says the same.

import { button, element } from "./elements.js";
import { read } from "./files.js";
import { chartOf } from "./map.js";

/** @typedef {{code: string, label: Node, number: number, chosen: boolean}} Area */

const STEPS = [1, 2, 4, 8, 16];
/** From how many records each shade begins. */

/** @param {number} number */
const shade = (number) => String(STEPS.filter((least) => number >= least).length);

/** The map, drawn once; gives what shows other numbers. @param {string} folder @param {string} label what it shows
 * @param {(code: string) => void} picked a municipality is chosen or given up
 * @returns {Promise<{element: HTMLElement, show: (areas: Area[]) => void}>} */
export async function listMap(folder, label, picked) {
  const drawn = new DOMParser().parseFromString(await read(`${folder}/lists/map.json`), "text/html").querySelector(".map");
  const figure = /** @type {HTMLElement} */ (document.importNode(/** @type {Element} */ (drawn), true));
  figure.querySelector("svg")?.setAttribute("aria-label", label);
  const side = element("div", "chart__table");
  /** @type {Map<string, Area>} */
  let areas = new Map();
  const chart = chartOf(figure, (code) => says(areas.get(code)), (code) => areas.has(code) && picked(code));
  return {
    element: element("div", "chart", figure, side),
    show(found) {
      areas = new Map(found.map((area) => [area.code, area]));
      chart.shade(new Map(found.filter(({ number }) => number).map(({ code, number }) => [code, shade(number)])));
      const focused = /** @type {HTMLElement | null} */ (side.querySelector(":focus"))?.dataset.code;
      side.replaceChildren(tableOf(found.filter(({ number, chosen }) => number || chosen), label, picked, chart.mark));
      if (focused) /** @type {HTMLElement | null} */ (side.querySelector(`[data-code="${focused}"]`))?.focus();
    },
  };
}

/** @param {Area | undefined} area */
const says = (area) => (area ? `${area.label.textContent}: ${area.number}` : "");

/** @param {Area[]} areas @param {string} label @param {(code: string) => void} picked @param {(code: string) => void} mark */
function tableOf(areas, label, picked, mark) {
  const table = document.createElement("table");
  table.createCaption().textContent = label;
  const body = table.createTBody();
  for (const { code, label: name, number, chosen } of areas) {
    const row = body.insertRow();
    const head = row.appendChild(document.createElement("th"));
    head.scope = "row";
    const pick = head.appendChild(button("", [name.cloneNode(true)], () => picked(code)));
    pick.dataset.code = code;
    pick.setAttribute("aria-pressed", String(chosen));
    pick.addEventListener("focus", () => mark(code));
    pick.addEventListener("pointerenter", () => mark(code));
    row.insertCell().textContent = String(number);
  }
  return table;
}
