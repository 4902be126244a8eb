// Who answers, and what there is, for a person: of all that the page holds, only what is about them.
//
// The page's elements carry the codes that they depend on; this hides, opens and puts in order again.
// It says the same as src/vagvisare/guidance, which a test compares.

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

/** @typedef {{situations: string[], need: string}} Person */

/** @param {ParentNode} parent @param {string} selector @returns {HTMLElement[]} */
export const all = (parent, selector) => [...parent.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement);

/** @param {HTMLElement[]} options those of the questions: each has a situation, and the codes that follow from it */
export function answering(options) {
  const shelves = /** @type {HTMLDetailsElement[]} */ (all(document, ".need"));
  const rights = new Set(options.filter(({ dataset }) => "right" in dataset).map(({ dataset }) => dataset.situation ?? ""));
  const written = new Map(all(document, ".need, .body").map((element, index) => [element, index]));

  /** @param {string[]} situations */
  const chosen = (situations) => options.filter(({ dataset }) => situations.includes(dataset.situation ?? ""));

  /** The situations that were chosen and all that they imply. @param {string[]} situations */
  const implied = (situations) => new Set(chosen(situations).flatMap(({ dataset }) => split(dataset.codes)));

  /**
   * What is known of a person who asks about a need: nothing that they said is taken back by what the need implies.
   * @param {string[]} situations @param {HTMLElement | undefined} shelf
   */
  function known(situations, shelf) {
    const barred = chosen(situations).flatMap(({ dataset }) => split(dataset.bars));
    const implies = split(shelf?.dataset.implies).filter((code) => !barred.includes(code));
    return new Set([...implied(situations), ...implies]);
  }

  /** The needs that a person's situations speak of. @param {Set<string>} codes */
  const called = (codes) =>
    options.filter(({ dataset }) => codes.has(dataset.situation ?? "")).flatMap(({ dataset }) => split(dataset.calls));

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

  /** Shows what is about a person. @param {Person} person @returns {HTMLElement[]} what leads: the shelves of dangers, then the asked one */
  function answer({ situations, need }) {
    const codes = known(situations, shelf(need));
    const order = need === "" ? () => 0 : placing(need, called(codes));
    const sorted = [...shelves].sort((a, b) => order(a) - order(b) || asWritten(a, b));
    for (const one of sorted) {
      one.hidden = order(one) === LEFT_OUT;
      if (!one.hidden) fill(one, situations);
      one.parentElement?.append(one);
    }
    employ(codes, situations.length > 0, need);
    return need === "" ? [] : sorted.filter((one) => order(one) <= ASKED);
  }

  /** @param {string} need */
  const shelf = (need) => shelves.find(({ dataset }) => dataset.need === need);

  /**
   * Who would answer a person for a need, as text to compare: without a change to the page.
   * @param {Person} person @returns {string}
   */
  function outcome({ situations, need }) {
    const asked = shelf(need);
    const codes = known(situations, asked);
    const said = situations.length > 0;
    const hunted = meets(codes, UNDOCUMENTED);
    return all(asked ?? document, ".rule")
      .filter((rule) => (!said || applies(rule, codes)) && !(hunted && rule.closest("[data-tells]")))
      .map((rule) => rule.dataset.rank)
      .sort()
      .join(" ");
  }

  return { answer, outcome };
}
