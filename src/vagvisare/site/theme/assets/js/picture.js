// A card as a picture, for phones that share pictures more easily than addresses: its visible words,
// one below the other, drawn on the device.

const WIDTH = 800;
const EDGE = 40;
const SIZE = 30;
const LEADING = 46;

/** The visible words of an element, a line of the page each. @param {HTMLElement} element */
const lines = (element) => element.innerText.split("\n").map((line) => line.trim()).filter(Boolean);

/** A line in pieces that fit. @param {CanvasRenderingContext2D} pen @param {string} line */
function wrapped(pen, line) {
  /** @type {string[]} */
  const found = [];
  for (const word of line.split(/\s+/)) {
    const longer = found.length ? `${found[found.length - 1]} ${word}` : word;
    const fits = pen.measureText(longer).width <= WIDTH - 2 * EDGE;
    if (found.length && fits) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}

/** Whether a line is written from right to left. @param {string} line */
const isRight = (line) => /^[^\p{L}]*[\u0590-\u08ff]/u.test(line);

/** @param {HTMLElement} card @returns {Promise<Blob>} PNG */
export function picture(card) {
  const canvas = document.createElement("canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const font = `${SIZE}px ${getComputedStyle(card).fontFamily}`;
  pen.font = font;
  const drawn = lines(card).flatMap((line) => wrapped(pen, line).map((text) => ({ text, line })));
  canvas.width = WIDTH;
  canvas.height = drawn.length * LEADING + 2 * EDGE; // this forgets the font
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, WIDTH, canvas.height);
  pen.fillStyle = "#000000";
  pen.font = font;
  drawn.forEach(({ text, line }, index) => {
    const right = isRight(line);
    pen.direction = right ? "rtl" : "ltr";
    pen.textAlign = right ? "right" : "left";
    pen.fillText(text, right ? WIDTH - EDGE : EDGE, EDGE + SIZE + index * LEADING);
  });
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture")))),
  );
}
