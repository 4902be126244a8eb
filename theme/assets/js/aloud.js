// A page of prose read aloud by a voice of the device itself, where it has one for the page's language.

import { say, voiceFor, whenVoicesChange } from "./voices.js";

/** What is said: headings, paragraphs, items and cells, one after the other; each in the page's own language.
 * @param {HTMLElement} article @returns {string[]} */
function texts(article) {
  const parts = [...article.querySelectorAll("h1, h2, h3, p, li, td, th")].filter(
    (part) => part.checkVisibility() && !part.closest("[popover], .footnotes, .aloud") && !part.parentElement?.closest("li, td"),
  );
  return parts.map(spoken).filter(Boolean);
}

/** The words of a part as they are seen: no explanation that is closed, no mark of a footnote. @param {Element} part */
function spoken(part) {
  const copy = /** @type {Element} */ (part.cloneNode(true));
  for (const unseen of copy.querySelectorAll("[popover], .word__mark")) unseen.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** @param {HTMLButtonElement} button */
function offer(button) {
  const article = /** @type {HTMLElement} */ (button.closest("article"));
  let speaking = false;

  /** @param {boolean} now */
  function show(now) {
    speaking = now;
    button.setAttribute("aria-pressed", String(now));
  }

  whenVoicesChange(() => {
    button.hidden = !voiceFor(document.documentElement.lang);
  });
  button.addEventListener("click", () => {
    const voice = voiceFor(document.documentElement.lang);
    if (speaking || !voice) {
      speechSynthesis.cancel();
      show(false);
      return;
    }
    say(texts(article), voice, () => show(false));
    show(true);
  });
  window.addEventListener("pagehide", () => window.speechSynthesis?.cancel());
}

const button = document.querySelector(".aloud");
if (button instanceof HTMLButtonElement) offer(button);
