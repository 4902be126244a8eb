// Hands a page on, by what the reader taps: the system's own sheet, a text message, WhatsApp, the
// clipboard or a picture. What the address tells of the reader is said first, and only goes along
// when they want it to.

import { filled } from "./elements.js";
import { save } from "./files.js";
import { follow, read } from "./fragment.js";
import { picture } from "./picture.js";

/** What of an address's fragment is about a person, and not about the page. */
const PERSONAL = ["from", "situation", "need", "age", "months"];

/** @param {HTMLElement} section */
function sending(section) {
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (section.querySelector(selector));
  const choices = find(".send__choices");
  const wanted = /** @type {HTMLInputElement} */ (choices.querySelector("input"));
  const status = find(".send__status");
  const plain = location.href.split("#")[0];

  /** What the address says of the person, in words. */
  const chosen = () => PERSONAL.flatMap((name) => read().list(name)).map(labelOf);

  const address = () => (wanted.checked && chosen().length ? location.href : plain);

  function show() {
    const said = chosen();
    choices.hidden = said.length === 0;
    const tells = wanted.checked && said.length > 0;
    const { tells: words, plain: nothing } = section.dataset;
    const told = tells ? filled(words, { choices: said.join(", ") }) : nothing;
    find(".send__tells").textContent = told ?? "";
    const text = encodeURIComponent(`${document.title} ${address()}`);
    find("[data-send=sms]").setAttribute("href", `sms:?&body=${text}`);
    find("[data-send=whatsapp]").setAttribute("href", `https://wa.me/?text=${text}`);
  }

  /** @type {Record<string, () => Promise<void>>} */
  const ways = {
    share: () => navigator.share({ title: document.title, url: address() }),
    copy: async () => {
      await navigator.clipboard.writeText(address());
      status.textContent = section.dataset.copied ?? "";
    },
    picture: async () => {
      const shown = /** @type {HTMLElement} */ (document.querySelector(".showcard"));
      save(await picture(shown), "vagvisare.png");
    },
  };

  for (const [name, send] of Object.entries(ways)) {
    const button = section.querySelector(`button[data-send=${name}]`);
    if (!(button instanceof HTMLElement) || (name === "share" && !navigator.share)) continue;
    button.hidden = false;
    button.addEventListener("click", () =>
      send().catch((error) => {
        // the reader closed the sheet, or nothing may be copied here: then by hand
        if (error.name !== "AbortError") status.textContent = address();
      }),
    );
  }
  wanted.addEventListener("change", show);
  follow(show);
  show();
}

/** What the page calls a choice; its code where it does not name it. @param {string} code */
function labelOf(code) {
  const safe = CSS.escape(code);
  const places = [
    `[data-saying="${safe}"]`,
    `[data-situation="${safe}"] strong`,
    `.need[data-need="${safe}"] > summary span`,
  ];
  const input = document.querySelector(`input[value="${safe}"]`)?.closest("label");
  const named = input?.querySelector("strong, .own") ?? input;
  return (document.querySelector(places.join()) ?? named)?.textContent?.trim() || code;
}

const section = document.getElementById("send");
if (section) sending(section);
