// The guide: what a person says, a few questions, and the answer on one screen.
//
// All that can be answered stands in the page already, in the order in which to try it. Nothing is asked of the network. What
// the person has answered stands in the address's fragment alone, which no browser sends anywhere: `from` is what they said
// first, `ask` the question on show, `situation` and `need` what is known.

import { all, answering } from "./answering.js";
import { conversation } from "./conversation.js";
import { keep, read, write } from "./fragment.js";
import { split } from "./rules.js";

/** @typedef {import("./answering.js").Person & {from: string, ask: string}} State `ask`: the step on show */

/** @param {HTMLFormElement} form */
function guide(form) {
  const options = all(form, "[data-situation]");
  const sayings = all(form, "[data-saying]");
  const needs = all(document, ".need").map((shelf) => shelf.dataset.need ?? "");
  const labels = new Map(options.map((option) => [option.dataset.situation ?? "", option.querySelector("strong")]));
  const { answer, outcome } = answering(options);
  const { codes, next, without, isFirst } = conversation(form, outcome);

  /** @param {string} code */
  const saying = (code) => sayings.find(({ dataset }) => dataset.saying === code);

  /** @param {string} from */
  const asks = (from) => saying(from)?.dataset.asks ?? "";

  /** @returns {State} what the address says; what it says of codes that are none is left out */
  function state() {
    const said = read();
    const situations = said.list("situation").filter((code) => labels.has(code));
    const need = needs.includes(said.get("need")) ? said.get("need") : "";
    const from = saying(said.get("from")) ? said.get("from") : "";
    if (from && !said.has("need")) return begun(from, situations);
    const ask = codes.includes(said.get("ask")) ? said.get("ask") : said.has("need") ? "answer" : "start";
    return { situations, need, from, ask };
  }

  /** Where somebody begins who has said something. @param {string} from @param {string[]} known @returns {State} */
  function begun(from, known) {
    const { situations = "", need = "" } = saying(from)?.dataset ?? {};
    const person = { situations: [...new Set([...known, ...split(situations)])], need };
    return { ...person, from, ask: next("", asks(from), person, false) || "answer" };
  }

  // --- what is on show --------------------------------------------------------------------------------------------------

  /** @param {State} shown @param {boolean} move whether the focus goes to what is on show */
  function show(shown, move) {
    form.dataset.asks = shown.ask; // the style sheet takes away what stands between the answer and its reader
    for (const step of all(form, ".guide__step")) step.hidden = step.dataset.step !== shown.ask;
    for (const ways of all(form, "[data-for=question]")) ways.hidden = !codes.includes(shown.ask);
    for (const option of options) option.setAttribute("aria-pressed", String(shown.situations.includes(option.dataset.situation ?? "")));
    const leading = answer(shown);
    if (shown.ask === "answer") lead(leading, shown);
    carry();
    if (move) focus(shown);
  }

  /** The one to turn to, in full, for each need that leads. @param {HTMLElement[]} shelves @param {State} shown */
  function lead(shelves, shown) {
    const first = shelves.map((shelf) => shelf.querySelector(".body:not([hidden])")).filter((body) => body !== null);
    list(".guide__lead").replaceChildren(...first.map((body) => body.cloneNode(true)));
    for (const rule of all(form, ".guide__lead .rule:not([hidden]) ~ .rule")) rule.remove();
    for (const shelf of /** @type {HTMLDetailsElement[]} */ (shelves)) shelf.open = first.length === 0;
    list(".guide__said span").replaceChildren(...said(shown));
    list("[data-more]").hidden = next("", asks(shown.from), shown, true) === "";
  }

  /** What the person has said, on one line. @param {State} shown @returns {Node[]} */
  function said({ from, situations }) {
    const implied = new Set((saying(from)?.dataset.situations ?? "").split(" "));
    const words = [saying(from)?.querySelector("span"), ...situations.filter((one) => !implied.has(one)).map((one) => labels.get(one))];
    const copies = words.flatMap((one) => (one ? [one.cloneNode(true)] : []));
    return copies.flatMap((one, index) => (index ? [document.createTextNode(" · "), one] : [one]));
  }

  /** @param {string} selector */
  const list = (selector) => /** @type {HTMLElement} */ (form.querySelector(selector));

  /** @param {State} shown */
  function focus({ ask }) {
    const heading = /** @type {HTMLElement | null} */ (form.querySelector(`[data-step="${ask}"] h2`));
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  }

  /** Links to the same page in other languages, to the municipalities and to cards carry the answers on. */
  function carry() {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[href]"))) {
      if (link.matches("#languages a, .card-link") || link.pathname.endsWith("/municipalities/")) link.hash = location.hash;
    }
  }

  // --- what the person does ---------------------------------------------------------------------------------------------

  /** @param {State} after */
  function go(after) {
    write(fragment(after));
    show(after, true);
    if (after.ask === "answer") whereabouts();
  }

  /** A state as the address says it. @param {State} shown @returns {Record<string, string>} */
  function fragment({ situations, need, from, ask }) {
    const easy = read().has("easy") && { easy: "" }; // see easy.js
    const said = { ...(from && { from }), situation: situations.join(","), need, ...easy };
    return ask === "start" ? { ...easy } : ask === "answer" ? said : { ...said, ask };
  }

  /** The answer depends on where one lives if the first to turn to is somebody else in each municipality. */
  function whereabouts() {
    const place = /** @type {HTMLAnchorElement | null} */ (form.querySelector(".guide__lead .body:first-child a.choose"));
    if (place) location.assign(place.href);
  }

  /** What comes after a question is answered, or passed over. @param {State} shown @param {string[]} situations */
  function proceed({ need, from, ask }, situations) {
    const more = !isFirst(ask, asks(from));
    const person = { situations, need };
    go({ ...person, from, ask: next(ask, asks(from), person, more) || "answer" });
  }

  form.addEventListener("click", (event) => {
    const said = event.target instanceof Element ? event.target.closest("[data-saying]") : null;
    if (said instanceof HTMLElement) {
      event.preventDefault();
      go(begun(said.dataset.saying ?? "", state().situations));
    }
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    if (!pressed) return;
    const shown = state();
    const { situation, ask } = pressed.dataset;
    if (situation) proceed(shown, [...without(shown.ask, shown.situations), situation]);
    else if (ask) go({ ...shown, ask });
    else if ("unknown" in pressed.dataset) proceed(shown, shown.situations);
    else if ("answer" in pressed.dataset) go({ ...shown, ask: "answer" });
    else if ("more" in pressed.dataset) go({ ...shown, ask: next("", asks(shown.from), shown, true) });
    else if ("back" in pressed.dataset) history.back();
    else if ("explain" in pressed.dataset) explain(pressed);
    else if ("go" in pressed.dataset) go({ situations: [], need: "", from: "", ask: "start" });
    else if ("share" in pressed.dataset) send(form);
  });
  addEventListener("popstate", () => show(state(), true));
  addEventListener("hashchange", () => show(state(), false));

  /** Shows what each answer means, or no longer. @param {HTMLButtonElement} pressed */
  function explain(pressed) {
    const explained = form.toggleAttribute("data-explained");
    pressed.setAttribute("aria-pressed", String(explained));
  }

  /** Somebody who comes with a saying is asked, or answered, as if they had said it here. */
  function arrive() {
    const shown = state();
    const said = read();
    if (!said.has("from") || said.has("need")) return show(shown, false);
    keep(fragment(shown));
    show(shown, true);
    if (shown.ask === "answer") whereabouts();
  }

  for (const place of all(document, ".need > span[id]")) place.removeAttribute("id"); // places for browsers without script
  form.hidden = false;
  arrive();
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
