// The map of municipalities: shaded by code, looked at county by county, pointed at with a mouse or a finger.

/** @typedef {{shade: (shades: Map<string, string>, spots?: string[]) => void, look: (beginning: string) => void,
 *   mark: (code: string) => void}} Chart */

const MARGIN = 0.06;
/** As much of a county's breadth is left free around it. */
const FINGER = 28;
/** The least that can be hit, across, in CSS pixels (WCAG 2.2, 2.5.8 asks for 24). */
const SMALL = 0.025;
/** What is smaller than this part of what is looked at is easily missed. */

/** A map that can be shaded (by code of municipality; those whose shades are spots get a ring where they are small), looked at
 * closely (the codes that begin so; all with "") and marked.
 * @param {HTMLElement} figure @param {(code: string) => string} says what the label says of a municipality
 * @param {(code: string) => void} picked what happens when one is chosen @returns {Chart} */
export function chartOf(figure, says, picked) {
  const drawing = /** @type {SVGSVGElement} */ (figure.querySelector("svg"));
  const label = /** @type {HTMLElement} */ (figure.querySelector(".map__label"));
  const borders = /** @type {SVGElement} */ (drawing.querySelector(".map__borders"));
  const patterns = [...drawing.querySelectorAll("pattern")];
  const whole = drawing.getAttribute("viewBox") ?? "";
  const shapes = /** @type {NodeListOf<SVGGraphicsElement>} */ (drawing.querySelectorAll("[data-code]"));
  const areas = new Map([...shapes].map((area) => [area.dataset.code ?? "", area]));
  /** @type {Map<string, DOMRect> | undefined} */
  let measured;
  /** @type {string[]} */
  let spotted = [];

  /** What holds each municipality, in units. Nothing is measured before it is needed. @returns {Map<string, DOMRect>} */
  const boxes = () => (measured ??= new Map([...areas].map(([code, area]) => [code, area.getBBox()])));

  /** How many units high that is which is looked at. */
  const height = () => Number(drawing.getAttribute("viewBox")?.split(" ")[3]);

  /** The municipality that is pointed at: one that is too small to hit is meant when it is this near.
   * @param {MouseEvent} event @returns {string} */
  function at(event) {
    const matrix = /** @type {DOMMatrix} */ (drawing.getScreenCTM());
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const least = FINGER / matrix.a;
    let [nearest, distance] = ["", least / 2];
    for (const [code, { x, y, width, height }] of boxes()) {
      const away = Math.hypot(x + width / 2 - point.x, y + height / 2 - point.y);
      if (Math.max(width, height) < least && away < distance) [nearest, distance] = [code, away];
    }
    return nearest || (/** @type {Element} */ (event.target).closest("[data-code]")?.getAttribute("data-code") ?? "");
  }

  /** Rings around what should be seen and is small. */
  function ring() {
    for (const old of drawing.querySelectorAll(".map__spot")) old.remove();
    for (const [code, box] of boxes()) {
      if (!spotted.includes(areas.get(code)?.dataset.shade ?? "") || Math.max(box.width, box.height) > SMALL * height()) continue;
      const spot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      spot.setAttribute("class", "map__spot");
      spot.setAttribute("cx", String(box.x + box.width / 2));
      spot.setAttribute("cy", String(box.y + box.height / 2));
      spot.setAttribute("r", String((SMALL / 2) * height()));
      drawing.append(spot);
    }
  }

  drawing.addEventListener("pointermove", (event) => {
    const code = at(event);
    if (code) label.textContent = says(code);
  });
  drawing.addEventListener("pointerleave", () => label.replaceChildren());
  drawing.addEventListener("click", (event) => {
    const code = at(event);
    if (code) picked(code);
  });
  figure.classList.add("map--picks");

  return {
    shade(shades, spots = []) {
      for (const [code, area] of areas) area.dataset.shade = shades.get(code) ?? "";
      spotted = spots;
      ring();
    },
    look(beginning) {
      const near = [...boxes()].filter(([code]) => beginning && code.startsWith(beginning)).map(([, box]) => box);
      drawing.setAttribute("viewBox", near.length ? around(near).join(" ") : whole);
      const scale = height() / Number(whole.split(" ")[3]);
      for (const pattern of patterns) pattern.setAttribute("patternTransform", `rotate(45) scale(${scale})`);
      ring();
    },
    mark(code) {
      for (const [other, area] of areas) area.classList.toggle("map__marked", other === code);
      const area = areas.get(code);
      if (area) borders.before(area);
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
