// The glossary: narrowed by what is typed, in Swedish or in the reader's language; words said by the device's Swedish voice.

import { fold } from "./fold.js";
import { narrow } from "./narrow.js";
import { say, voiceFor, whenVoicesChange } from "./voices.js";

/** @param {HTMLElement} word */
function fitting(word) {
  const text = fold([...word.querySelectorAll("dt bdi, .glossary__own")].map((part) => part.textContent).join(" "));
  return (/** @type {string} */ typed) => text.includes(typed);
}

/** The ways into the whole glossary go while something is typed. @param {string} typed */
function hideWays(typed) {
  for (const way of document.querySelectorAll(".glossary__ways")) /** @type {HTMLElement} */ (way).hidden = typed !== "";
}

function offerVoices() {
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll(".say"));
  whenVoicesChange(() => {
    const voice = voiceFor("sv");
    for (const button of buttons) {
      button.hidden = !voice;
      button.onclick = () => voice && say([button.dataset.say ?? ""], voice);
    }
  });
}

const input = document.getElementById("filter");
if (input instanceof HTMLInputElement) narrow(input, ".letter", ".glossary__word", fitting, hideWays);
offerVoices();
