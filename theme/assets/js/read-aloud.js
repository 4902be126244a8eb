// Reads the page aloud with a voice of the device's own, where it has one for the page's language. Nothing leaves the device.

import { voiceFor } from "./voices.js";

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, summary, figcaption, th, td";
const QUIET = "[hidden], .hidden, nav, form, svg, script, [popover], .footnotes, [aria-hidden=true]";

/** A piece of text in one language. @typedef {{ text: string, language: string }} Piece */

/** What of the page is read, block by block: what is seen, and each block once. @param {Element} root */
function blocks(root) {
  const all = [...root.querySelectorAll(BLOCKS)];
  return all.filter((block) => !block.closest(QUIET) && !block.querySelector(BLOCKS) && block.checkVisibility());
}

/** The text of a block in pieces of one language each. @param {Element} block @returns {Piece[]} */
function pieces(block) {
  /** @type {Piece[]} */
  const found = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = /** @type {Element} */ (node.parentElement);
    if (parent.closest(QUIET)) continue;
    const language = parent.closest("[lang]")?.getAttribute("lang") ?? "";
    const last = found.at(-1);
    if (last?.language === language) last.text += node.textContent;
    else found.push({ text: node.textContent ?? "", language });
  }
  return found.filter((piece) => piece.text.trim());
}

/** @param {HTMLButtonElement} button */
function readAloud(button) {
  const label = /** @type {HTMLElement} */ (button.querySelector(".read-aloud__label"));
  const start = label.textContent ?? "";
  let reading = 0;
  let active = false;

  function stop() {
    reading += 1;
    speechSynthesis.cancel();
    document.querySelector(".being-read")?.classList.remove("being-read");
    label.textContent = start;
    active = false;
  }

  /** One piece, to its end. @param {Piece} piece @returns {Promise<void>} */
  function say(piece) {
    const voice = voiceFor(piece.language);
    if (!voice) return Promise.resolve(); // better left out than read as if it were another language
    const utterance = new SpeechSynthesisUtterance(piece.text.trim());
    utterance.voice = voice;
    utterance.lang = voice.lang;
    return new Promise((done) => {
      utterance.onend = utterance.onerror = () => done();
      speechSynthesis.speak(utterance);
    });
  }

  async function read() {
    const mine = (reading += 1);
    label.textContent = button.dataset.stop ?? "";
    active = true;
    for (const block of blocks(/** @type {Element} */ (document.getElementById("content")))) {
      document.querySelector(".being-read")?.classList.remove("being-read");
      block.classList.add("being-read");
      block.scrollIntoView({ block: "nearest" });
      for (const piece of pieces(block)) {
        await say(piece);
        if (mine !== reading) return;
      }
    }
    stop();
  }

  const show = () => (button.hidden = !voiceFor(document.documentElement.lang));
  button.addEventListener("click", () => (active ? stop() : void read()));
  addEventListener("keydown", (event) => event.key === "Escape" && active && stop());
  addEventListener("pagehide", stop);
  speechSynthesis.addEventListener("voiceschanged", show);
  show();
}

const button = document.getElementById("read-aloud");
if (button instanceof HTMLButtonElement && "speechSynthesis" in window) readAloud(button);
