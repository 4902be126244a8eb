// The map of municipalities: shaded by code, looked at county by county, pointed at with a mouse or a finger.

/** @typedef {{shade: (shades: Map<string, string>) => void, look: (beginning: string) => void, mark: (code: string) => void}} Chart */

const MARGIN = 0.06;
/** As much of a county's breadth is left free around it. */
const HATCH = 6133;
/** The height, in units, in which the hatch is as wide as it is drawn; closer, it is made finer. */

/** A map that can be shaded (by code of municipality), looked at closely (the codes that begin so; all with "") and marked.
 * @param {HTMLElement} figure @param {(code: string) => string} says what the label says of a municipality
 * @param {(code: string) => void} picked what happens when one is chosen @returns {Chart} */
export function chartOf(figure, says, picked) {
  const drawing = /** @type {SVGSVGElement} */ (figure.querySelector("svg"));
  const label = /** @type {HTMLElement} */ (figure.querySelector(".map__label"));
  const hatch = /** @type {SVGPatternElement} */ (drawing.querySelector("pattern"));
  const whole = drawing.getAttribute("viewBox") ?? "";
  /** @type {Map<string, SVGGraphicsElement>} */
  const areas = new Map([...drawing.querySelectorAll("[data-code]")].map((area) => [area.dataset.code, area]));

  /** @param {Event} event @returns {string} the municipality that it happened on */
  const at = (event) => /** @type {Element} */ (event.target).closest("[data-code]")?.getAttribute("data-code") ?? "";

  drawing.addEventListener("pointerover", (event) => {
    if (at(event)) label.textContent = says(at(event));
  });
  drawing.addEventListener("pointerleave", () => label.replaceChildren());
  drawing.addEventListener("click", (event) => at(event) && picked(at(event)));
  figure.classList.add("map--picks");

  return {
    shade(shades) {
      for (const [code, area] of areas) area.dataset.shade = shades.get(code) ?? "";
    },
    look(beginning) {
      const boxes = [...areas].filter(([code]) => beginning && code.startsWith(beginning)).map(([, area]) => area.getBBox());
      const view = boxes.length ? around(boxes).join(" ") : whole;
      drawing.setAttribute("viewBox", view);
      hatch.setAttribute("patternTransform", `rotate(45) scale(${Number(view.split(" ")[3]) / HATCH})`);
    },
    mark(code) {
      for (const [other, area] of areas) area.classList.toggle("map__marked", other === code);
      const area = areas.get(code);
      if (area) area.parentElement?.insertBefore(area, drawing.querySelector(".map__borders"));
      label.textContent = area ? says(code) : "";
    },
  };
}

/** What holds all boxes, with a margin. @param {DOMRect[]} boxes */
function around(boxes) {
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top;
  const margin = MARGIN * Math.max(width, height);
  return [left - margin, top - margin, width + 2 * margin, height + 2 * margin].map(Math.round);
}
