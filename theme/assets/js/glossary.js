// The glossary: narrowed by what is typed, in Swedish or in the reader's language; words said by the device's Swedish voice.

import { fold } from "./fold.js";
import { say, voiceFor, whenVoicesChange } from "./voices.js";

/** Only those words stay whose text fits what is typed. @param {HTMLInputElement} input */
function filterWords(input) {
  const status = /** @type {HTMLElement} */ (document.getElementById("filter-status"));
  const letters = [...document.querySelectorAll(".letter")];
  const ways = [...document.querySelectorAll(".glossary__ways")];
  const words = [...document.querySelectorAll(".glossary__word")];
  const texts = new Map(
    words.map((word) => [word, fold([...word.querySelectorAll("dt bdi, .glossary__own")].map((part) => part.textContent).join(" "))]),
  );

  function show() {
    const wanted = fold(input.value);
    for (const [word, text] of texts) word.hidden = !text.includes(wanted);
    for (const letter of letters) letter.hidden = !letter.querySelector(".glossary__word:not([hidden])");
    for (const way of ways) way.hidden = wanted !== "";
    status.textContent = letters.every((letter) => letter.hidden) ? (input.dataset.none ?? "") : "";
  }

  /** @type {HTMLElement} */ (input.parentElement).hidden = false;
  input.addEventListener("input", show);
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
if (input instanceof HTMLInputElement) filterWords(input);
offerVoices();
