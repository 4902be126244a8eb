// The guide: its questions, and the answers that hide what is not about the person.
//
// All that can be answered stands in the page already, in the order in which to try it; this script hides, opens and puts in
// order again, by the codes that the page's elements carry. It asks the network for nothing. What the person has answered
// stands in the address's fragment alone, which no browser sends anywhere.

import { button, element } from "./elements.js";
import { read, write } from "./fragment.js";
import { applies, meets, split } from "./rules.js";

const GUIDANCE = "vägledning-på-mitt-språk";
/** The only need that enterprises meet. */
const WORK = "arbete-och-arbetsträning";
// Who tells the police is never shown to people in these situations: as src/vagvisare/guidance/guidance.py has it.
const UNDOCUMENTED = ["utan-tillstånd", "avslag-asyl"];
/** In danger, or without the right to work: no enterprise is shown. */
const NO_ENTERPRISE = [...UNDOCUMENTED, "våldsutsatt", "skyddad-identitet"];
/** The places of shelves: see `placing`. */
const [ASKED, LEFT_OUT] = [1, 9];

/** @typedef {{situations: string[], need: string, asks: "situation" | "need" | "answer"}} State `asks`: what is on show */

/** @param {ParentNode} parent @param {string} selector @returns {HTMLElement[]} */
const all = (parent, selector) => [...parent.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement);

/** @param {HTMLFormElement} form */
function guide(form) {
  const boxes = /** @type {HTMLInputElement[]} */ (all(form, "input[name=situation]"));
  const needs = all(form, "button[data-need]").map((button) => button.dataset.need ?? "");
  const shelves = /** @type {HTMLDetailsElement[]} */ (all(document, ".need"));
  const rights = new Set(boxes.filter((box) => "right" in box.dataset).map((box) => box.value));
  const written = new Map(all(document, ".need, .body").map((element, index) => [element, index]));

  /** @returns {State} what the address says; what it says of codes that are none is left out */
  function state() {
    const said = read();
    const situations = said.list("situation").filter((code) => boxes.some((box) => box.value === code));
    const need = needs.includes(said.get("need")) ? said.get("need") : "";
    return { situations, need, asks: said.has("need") ? "answer" : said.has("situation") ? "need" : "situation" };
  }

  // --- what is about the person -----------------------------------------------------------------------------------------

  /** The situations that were chosen and all that they imply. @param {string[]} situations */
  const implied = (situations) =>
    new Set(boxes.filter((box) => situations.includes(box.value)).flatMap((box) => split(box.dataset.codes)));

  /**
   * What is known of a person who asks about a need: nothing that they said is taken back by what the need implies.
   * @param {string[]} situations @param {HTMLElement | undefined} shelf
   */
  function known(situations, shelf) {
    const barred = boxes.filter((box) => situations.includes(box.value)).flatMap((box) => split(box.dataset.bars));
    const implies = split(shelf?.dataset.implies).filter((code) => !barred.includes(code));
    return new Set([...implied(situations), ...implies]);
  }

  /** The needs that a person's situations speak of. @param {Set<string>} codes */
  const called = (codes) => boxes.filter((box) => codes.has(box.value)).flatMap((box) => split(box.dataset.calls));

  /** @param {HTMLElement} offer @param {Set<string>} codes */
  function fits({ dataset }, codes) {
    if (meets(codes, split(dataset.not)) || ("tells" in dataset && meets(codes, UNDOCUMENTED))) return false;
    const elsewhere = dataset.residence && [...codes].some((code) => rights.has(code)) && !meets(codes, split(dataset.residence));
    return !dataset.for || (meets(codes, split(dataset.for)) && !elsewhere);
  }

  /** @param {HTMLElement} body @returns {string} the rank of the first of its rules that is on show */
  const rank = (body) => all(body, ".rule:not([hidden])").map((rule) => rule.dataset.rank ?? "~").sort()[0] ?? "~";

  /** @param {HTMLElement} a @param {HTMLElement} b @returns {number} which of them the page has first */
  const asWritten = (a, b) => (written.get(a) ?? 0) - (written.get(b) ?? 0);

  /** @param {HTMLElement} a @param {HTMLElement} b @returns {number} which of them to turn to first */
  const byRank = (a, b) => (rank(a) < rank(b) ? -1 : 1);

  /** @param {HTMLDetailsElement} shelf @param {string[]} situations */
  function fill(shelf, situations) {
    const said = situations.length > 0;
    const codes = known(situations, shelf);
    for (const rule of all(shelf, ".rule")) rule.hidden = said && !applies(rule, codes);
    const bodies = all(shelf, ".body");
    const hunted = meets(codes, UNDOCUMENTED);
    for (const body of bodies) body.hidden = all(body, ".rule:not([hidden])").length === 0 || (hunted && "tells" in body.dataset);
    bodies.sort(said ? byRank : asWritten).forEach((body) => body.parentElement?.append(body));
    for (const offer of all(shelf, ".offering")) offer.hidden = said && !fits(offer, codes);
    none(shelf, ".bodies__none", ".body");
    none(shelf, ".offers__none", ".offering");
  }

  /** Says that there is nothing where all is hidden. @param {ParentNode} parent @param {string} words @param {string} items */
  function none(parent, words, items) {
    for (const element of all(parent, words)) element.hidden = all(parent, `${items}:not([hidden])`).length > 0;
  }

  /** @param {State} shown */
  function answer({ situations, need }) {
    const codes = known(situations, shelves.find((shelf) => shelf.dataset.need === need));
    const order = need === "" ? () => 0 : placing(need, called(codes));
    for (const shelf of [...shelves].sort((a, b) => order(a) - order(b) || asWritten(a, b))) {
      shelf.hidden = order(shelf) === LEFT_OUT;
      if (need !== "") shelf.open = order(shelf) <= ASKED;
      if (!shelf.hidden) fill(shelf, situations);
      shelf.parentElement?.append(shelf);
    }
    employ(codes, situations.length > 0, need);
  }

  /**
   * Where a shelf comes for a need: first the dangers that the person speaks of, then what they ask about, then the rest of it.
   * @param {string} need @param {string[]} called
   * @returns {(shelf: HTMLElement) => number}
   */
  function placing(need, called) {
    return ({ dataset }) => {
      if (dataset.need === need) return ASKED;
      if (called.includes(dataset.need ?? "")) return "urgent" in dataset ? ASKED - 1 : ASKED + 1;
      return dataset.need === GUIDANCE ? ASKED + 2 : LEFT_OUT;
    };
  }

  /** Shows the enterprises that take a person, and none where they ask about other things than work, or are in danger. */
  function employ(/** @type {Set<string>} */ codes, /** @type {boolean} */ said, /** @type {string} */ need) {
    const section = document.getElementById("enterprises")?.parentElement;
    if (!section) return;
    section.hidden = !["", WORK].includes(need) || meets(codes, NO_ENTERPRISE);
    for (const link of all(document, "a[href='#enterprises']")) link.hidden = section.hidden;
    for (const card of all(section, ".card[data-for]"))
      card.hidden = said && Boolean(card.dataset.for) && !meets(codes, split(card.dataset.for));
    none(section, ".enterprises__none", ".card[data-for]");
  }

  // --- what is on show --------------------------------------------------------------------------------------------------

  /** @param {State} shown @param {boolean} move whether the focus goes to what is on show */
  function show(shown, move) {
    for (const box of boxes) box.checked = shown.situations.includes(box.value);
    for (const group of all(form, ".guide__group")) count(group);
    form.dataset.asks = shown.asks; // the style sheet takes away what stands between the answer and its reader
    for (const step of all(form, ".guide__step")) step.hidden = step.dataset.step !== shown.asks;
    answer(shown);
    chips(shown);
    carry();
    if (move) focus(shown);
  }

  /** @param {State} shown */
  function focus({ asks }) {
    const heading = /** @type {HTMLElement | null} */ (form.querySelector(`[data-step=${asks}] h2`));
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  }

  /** How many of a group are chosen. @param {HTMLElement} group */
  function count(group) {
    const number = group.querySelectorAll("input:checked").length;
    const chosen = /** @type {HTMLElement} */ (group.querySelector(".guide__chosen"));
    chosen.textContent = number ? String(number) : "";
  }

  /** @param {State} shown */
  function chips({ situations, need }) {
    const list = /** @type {HTMLElement} */ (form.querySelector(".guide__chips"));
    const chosen = situations.map((code) => ({ label: labelOf(code), rest: { situations: situations.filter((one) => one !== code), need } }));
    if (need) chosen.push({ label: form.querySelector(`[data-need="${need}"] span`)?.cloneNode(true), rest: { situations, need: "" } });
    list.replaceChildren(...chosen.map(({ label, rest }) => chip(label, () => go({ ...rest, asks: "answer" }))));
  }

  /** @param {string} code */
  const labelOf = (code) => boxes.find((box) => box.value === code)?.parentElement?.querySelector("strong")?.cloneNode(true);

  /** A chip with a button that takes it away. @param {Node | undefined} label @param {() => void} remove */
  function chip(label, remove) {
    const cross = element("span", "", "✕");
    cross.setAttribute("aria-hidden", "true");
    return element("li", "", button("", [element("span", "hidden", `${form.dataset.remove}: `), ...(label?.childNodes ?? []), cross], remove));
  }

  /** Links to the same page in other languages, and to the municipalities, carry the answers on. */
  function carry() {
    for (const link of all(document, "#languages a, a[href$='/municipalities/'], .card-link")) {
      const anchor = /** @type {HTMLAnchorElement} */ (link);
      anchor.hash = location.hash;
    }
  }

  // --- what the person does ---------------------------------------------------------------------------------------------

  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);

  /** @param {State} next */
  function go({ situations, need, asks }) {
    const said = { situation: situations.join(","), need };
    write(asks === "situation" ? {} : asks === "need" ? { situation: said.situation } : said);
    show({ situations, need, asks }, true);
  }

  form.addEventListener("change", () => all(form, ".guide__group").forEach(count));
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    const { go: asks, need, skip, share } = button.dataset;
    if (asks === "situation") go({ situations: chosen(), need: "", asks });
    else if (asks === "need") go({ situations: skip === undefined ? chosen() : [], need: "", asks });
    else if (need !== undefined) go({ situations: state().situations, need, asks: "answer" });
    else if (share !== undefined) send(form);
  });
  addEventListener("popstate", () => show(state(), true));
  addEventListener("hashchange", () => show(state(), false));

  form.hidden = false;
  show(state(), false);
}

/** Hands the address on: to what the device shares with, else to the clipboard. @param {HTMLFormElement} form */
async function send(form) {
  const status = /** @type {HTMLElement} */ (form.querySelector(".guide__status"));
  try {
    if (navigator.share) {
      await navigator.share({ title: document.title, url: location.href });
    } else {
      await navigator.clipboard.writeText(location.href);
      status.textContent = form.dataset.copied ?? "";
    }
  } catch {
    status.textContent = location.href; // neither is allowed here: the address itself, to be copied by hand
  }
}

const form = document.getElementById("guide");
if (form instanceof HTMLFormElement) guide(form);
