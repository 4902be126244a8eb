// A card to show: of what the fragment names (#need=svenska&situation=flykting,lss) or a person ticks, only what applies.

import { read as readFile } from "./files.js";
import { follow, keep, read } from "./fragment.js";
import { applies, split } from "./rules.js";

/** @typedef {[string, string, string[]]} Choice label, Swedish label, situations that it implies */
/** @typedef {{need: Record<string, Choice>, situation: Record<string, Choice>}} Choices */
/** @typedef {"need" | "situation"} Kind */

const KINDS = /** @type {Kind[]} */ (["need", "situation"]);

/** @param {HTMLElement} card */
function showCard(card) {
  const all = /** @type {HTMLButtonElement} */ (card.querySelector("button[data-all]"));
  /** @type {Promise<Choices> | undefined} */
  let choices;

  /** @param {Kind} kind @returns {HTMLInputElement[]} */
  const boxes = (kind) => [...card.querySelectorAll(`[data-kind=${kind}] input`)].map((box) => /** @type {HTMLInputElement} */ (box));

  /** @param {Kind} kind */
  const ticked = (kind) => boxes(kind).filter((box) => box.checked);

  /** The codes that the fragment names. @param {Kind} kind */
  const named = (kind) => read().list(kind);

  /** A line that the card did not have: made as its neighbours are. @param {Kind} kind @param {string} code @param {Choice} choice */
  function add(kind, code, [label, swedish, implies]) {
    const list = card.querySelector(`[data-kind=${kind}]`);
    const pattern = list?.querySelector("li") ?? card.querySelector(".options li");
    if (!list || !pattern) return;
    const item = /** @type {HTMLElement} */ (pattern.cloneNode(true));
    const box = /** @type {HTMLInputElement} */ (item.querySelector("input"));
    box.value = code;
    box.dataset.implies = implies.join(" ");
    say(item, label, swedish);
    list.append(item);
  }

  /** @param {Element} item @param {string} label @param {string} swedish */
  function say(item, label, swedish) {
    const own = item.querySelector(".own");
    const official = item.querySelector(".official");
    if (own) own.textContent = label;
    if (official) official.textContent = swedish;
  }

  /** Lines for what is named and stands nowhere on the card; one that cannot be had is left out. */
  async function complete() {
    const missing = KINDS.flatMap((kind) => {
      const known = new Set(boxes(kind).map((box) => box.value));
      return named(kind).filter((code) => !known.has(code)).map((code) => ({ kind, code }));
    });
    if (!missing.length) return;
    try {
      choices ??= readFile(card.dataset.choices ?? "");
      const found = await choices;
      for (const { kind, code } of missing) if (Object.hasOwn(found[kind], code)) add(kind, code, found[kind][code]);
    } catch {
      choices = undefined;
    }
  }

  /** Whether a rule is about who has ticked what. @param {HTMLElement} rule */
  function isMeant(rule) {
    const needs = ticked("need").map((box) => box.value);
    const situations = ticked("situation").map((box) => box.value);
    const codes = new Set(situations.concat(...KINDS.flatMap(ticked).map((box) => split(box.dataset.implies))));
    const wanted = split(rule.dataset.needs);
    if (needs.length && wanted.length && !wanted.some((need) => needs.includes(need))) return false;
    return !situations.length || applies(rule, codes);
  }

  /** Shows the rules and the phrases for what is ticked. */
  function show() {
    for (const rule of card.querySelectorAll(".reason")) {
      /** @type {HTMLElement} */ (rule).hidden = !isMeant(/** @type {HTMLElement} */ (rule));
    }
    const needs = ticked("need");
    const phrases = [...card.querySelectorAll("[data-need]")].map((item) => /** @type {HTMLElement} */ (item));
    if (needs.length) for (const item of phrases) item.hidden = !needs.some((box) => box.value === item.dataset.need);
    const open = card.querySelector("[data-any]");
    if (open) {
      if (!needs.length) for (const item of phrases) item.hidden = true;
      /** @type {HTMLElement} */ (open).hidden = phrases.some((item) => !item.hidden);
    }
    for (const kind of KINDS) {
      for (const box of boxes(kind)) box.closest("li")?.toggleAttribute("data-ticked", box.checked);
      card.querySelector(`[data-kind=${kind}]`)?.toggleAttribute("data-chosen", ticked(kind).length > 0);
    }
  }

  /** Only what is ticked, or every line. @param {boolean} only */
  function narrow(only) {
    card.toggleAttribute("data-narrow", only);
    all.hidden = !only;
  }

  /** Takes over what the fragment names. */
  async function takeOver() {
    await complete();
    const chosen = KINDS.some((kind) => named(kind).length > 0);
    if (chosen) for (const kind of KINDS) for (const box of boxes(kind)) box.checked = named(kind).includes(box.value);
    narrow(chosen && KINDS.some((kind) => ticked(kind).length > 0));
    show();
  }

  /** Writes into the fragment what is ticked: the address can be kept or shared, and nothing of it is sent. */
  function write() {
    const said = KINDS.filter((kind) => ticked(kind).length).map((kind) => [kind, ticked(kind).map((box) => box.value).join(",")]);
    keep(Object.fromEntries(said));
    show();
  }

  card.addEventListener("change", write);
  all.addEventListener("click", () => {
    narrow(false);
    boxes("need")[0]?.focus();
  });
  const print = /** @type {HTMLButtonElement} */ (card.querySelector("[data-print]"));
  print.hidden = false;
  print.addEventListener("click", () => window.print());
  follow(takeOver);
  takeOver();
  dated(card);
  own(card);
}

/** What somebody writes is printed, and not where nothing is written. It is kept nowhere. @param {HTMLElement} card */
function own(card) {
  const words = /** @type {HTMLElement} */ (card.querySelector(".own-words"));
  const fields = [.../** @type {NodeListOf<HTMLInputElement>} */ (words.querySelectorAll("textarea, input"))];
  const look = () => words.toggleAttribute("data-empty", fields.every(({ value }) => !value));
  words.addEventListener("input", look);
  look();
}

/** Says which day it is: a card that is shown later is known to be old. @param {HTMLElement} card */
function dated(card) {
  const line = /** @type {HTMLElement} */ (card.querySelector(".showcard__date"));
  const now = new Date();
  const day = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  /** @type {HTMLTimeElement} */ (line.querySelector("time")).textContent = day;
  line.hidden = false;
}

const card = document.querySelector(".showcard");
if (card instanceof HTMLElement) showCard(card);
