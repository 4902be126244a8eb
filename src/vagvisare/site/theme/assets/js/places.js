// Free places, refreshed from places.json when a page that shows them is looked at. Without it the page keeps the build's figures.

import { isolated } from "./elements.js";
import { load, words } from "./free.js";

/** @typedef {import("./free.js").Figures} Figures @typedef {import("./free.js").Words} Words */

/** Puts the file's figures where the page shows those of the build. @param {Words} words @param {Figures} figures */
function refresh(words, figures) {
  for (const place of document.querySelectorAll("[data-places]")) {
    const [enterprise, kind] = /** @type {HTMLElement} */ (place).dataset.places?.split("/") ?? [];
    const figure = figures[enterprise]?.[kind];
    if (!figure) continue;
    const maximum = place.querySelector("[data-maximum]");
    if (figure.maximum !== undefined) maximum?.replaceChildren(isolated(String(figure.maximum), "ltr"));
    place.querySelector("[data-free]")?.replaceChildren(words.free(figure));
    /** @type {HTMLElement} */ (place).hidden &&= figure.available === undefined;
  }
}

const found = words();
if (found && document.querySelector("[data-places]")) {
  load(found.file).then(
    (figures) => refresh(found, figures),
    (error) => console.info(`The figures of the last build stay: ${error.message}`),
  );
}
