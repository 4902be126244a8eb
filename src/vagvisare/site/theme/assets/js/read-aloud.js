// Reads the page aloud: what somebody has recorded from their recording, all else with a voice of the device's own, where it has one
// for the language. Nothing leaves the device.

import { voiceFor, whenVoicesChange } from "./voices.js";

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, summary, figcaption, th, td";
const QUIET = "[hidden], .hidden, nav, form, svg, script, [popover], .footnotes, .recording, [aria-hidden=true]";

/** A piece of text in one language. @typedef {{ text: string, language: string }} Piece */
/** Blocks that are read one after the other; a recording that says them all. @typedef {{ blocks: Element[], recording?: Element }} Part */

/** What of the page is read, block by block: what is seen, and each block once. @param {Element} root */
function blocks(root) {
  const all = [...root.querySelectorAll(BLOCKS)];
  return all.filter((block) => !block.closest(QUIET) && !block.querySelector(BLOCKS) && block.checkVisibility());
}

/** The blocks in parts: a recording speaks for the element that it stands in. @param {Element} root @returns {Part[]} */
function parts(root) {
  const recordings = [...root.querySelectorAll(".recording")].filter((one) => one.checkVisibility());
  /** @type {Part[]} */
  const found = [];
  for (const block of blocks(root)) {
    const recording = recordings.find(({ parentElement: of }) => of?.contains(block) || block.contains(of));
    if (recording && found.at(-1)?.recording === recording) found.at(-1)?.blocks.push(block);
    else found.push({ blocks: [block], recording });
  }
  return found;
}

/** The text of a block in pieces of one language each. @param {Element} block @returns {Piece[]} */
function pieces(block) {
  /** @type {Piece[]} */
  const found = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = /** @type {Element} */ (node.parentElement);
    if (parent.closest(QUIET) || !parent.checkVisibility()) continue;
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
  /** @type {HTMLAudioElement | null} */
  let playing = null;

  function stop() {
    reading += 1;
    window.speechSynthesis?.cancel();
    const was = playing;
    playing = null;
    was?.pause();
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

  /** A recording, to its end. Stopped by its own controls, it stops the reading. @param {HTMLAudioElement} audio
   * @returns {Promise<boolean>} whether it could be played */
  function play(audio) {
    playing = audio;
    audio.currentTime = 0;
    return new Promise((done) => {
      /** @param {boolean} whole */
      function end(whole) {
        audio.onended = audio.onerror = audio.onpause = null;
        done(whole);
      }
      audio.onended = () => end(true);
      audio.onerror = () => end(false);
      audio.onpause = () => {
        if (audio.ended || audio.error) return;
        if (playing === audio) stop();
        end(true);
      };
      audio.play().catch(() => end(false));
    });
  }

  /** @param {Element} element */
  function mark(element) {
    document.querySelector(".being-read")?.classList.remove("being-read");
    element.classList.add("being-read");
    element.scrollIntoView({ block: "nearest" });
  }

  /** Each block with a voice, as far as there is one. @param {Element[]} some @param {number} mine */
  async function speak(some, mine) {
    for (const block of some) {
      const known = pieces(block).filter((piece) => voiceFor(piece.language));
      if (known.length) mark(block);
      for (const piece of known) {
        await say(piece);
        if (mine !== reading) return;
      }
    }
  }

  async function read() {
    const mine = (reading += 1);
    label.textContent = button.dataset.stop ?? "";
    active = true;
    for (const { blocks: some, recording } of parts(/** @type {Element} */ (document.getElementById("content")))) {
      const audio = recording?.querySelector("audio");
      if (audio) mark(/** @type {Element} */ (recording?.parentElement));
      if (!audio || !(await play(audio))) await speak(some, mine);
      if (mine !== reading) return;
    }
    stop();
  }

  const show = () => (button.hidden = !voiceFor(document.documentElement.lang) && !document.querySelector("#content .recording"));
  button.addEventListener("click", () => (active ? stop() : void read()));
  addEventListener("keydown", (event) => event.key === "Escape" && active && stop());
  addEventListener("play", ({ target }) => active && target !== playing && stop(), true); // somebody plays another recording
  addEventListener("pagehide", stop);
  whenVoicesChange(show);
  show();
}

const button = document.getElementById("read-aloud");
if (button instanceof HTMLButtonElement) readAloud(button);
