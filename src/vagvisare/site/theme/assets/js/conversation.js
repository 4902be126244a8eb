// The guide's questions: which comes next. One that would change nothing in the answer is not asked.

import { all } from "./answering.js";
import { split } from "./rules.js";

/** @typedef {import("./answering.js").Person} Person */

/**
 * @param {HTMLElement} form whose steps are the questions, in their order
 * @param {(person: Person) => string} outcome who would answer a person
 */
export function conversation(form, outcome) {
  const steps = all(form, "[data-step]").filter((step) => step.querySelector(".options"));
  const codes = steps.map((step) => step.dataset.step ?? "");

  /** @param {string} code */
  const step = (code) => steps[codes.indexOf(code)];

  /** The question that leads to this one, itself where none does. @param {string} code */
  const root = (code) => step(code)?.dataset.within ?? code;

  /** The situations that answer a question and its parts. @param {string} code @returns {string[]} */
  function answers(code) {
    const parts = all(step(code), "[data-ask]").flatMap(({ dataset }) => answers(dataset.ask ?? ""));
    return [...parts, ...all(step(code), "[data-situation]").map(({ dataset }) => dataset.situation ?? "")];
  }

  /** Whether an answer to a question would change who answers. @param {string} code @param {Person} person */
  function matters(code, { situations, need }) {
    const now = outcome({ situations, need });
    return answers(code).some((one) => outcome({ situations: [...without(code, situations), one], need }) !== now);
  }

  /** What was said, without the answers to a question. @param {string} code @param {string[]} situations */
  function without(code, situations) {
    const own = answers(root(code));
    return situations.filter((one) => !own.includes(one));
  }

  /**
   * The question after another (before all, for ""): of those that a saying asks, or of all others.
   * @param {string} code @param {string} asks those of the saying @param {Person} person
   * @param {boolean} more whether of the others
   * @returns {string} "" when all is asked
   */
  function next(code, asks, person, more) {
    const first = split(asks);
    const others = codes.filter((one) => root(one) === one && !first.some((asked) => root(asked) === one));
    const order = more ? others : first;
    const at = Math.max(order.indexOf(code), order.indexOf(root(code)));
    const isOpen = (/** @type {string} */ one) => !more || !answers(root(one)).some((code) => person.situations.includes(code));
    return order.slice(at + 1).find((one) => isOpen(one) && matters(one, person)) ?? "";
  }

  /** Whether a question is of those that a saying asks. @param {string} code @param {string} asks */
  const isFirst = (code, asks) => split(asks).some((one) => one === code || root(one) === root(code));

  return { codes, next, without, isFirst };
}
