// When nothing is found: which choice to take away, and which municipalities nearby have something.

import { kilometres } from "./kilometres.js";

/** @typedef {import("./columns.js").Choice} Choice */
/** @typedef {import("./choices.js").Place} Place */

const NEAREST = 3;

/** Of each chosen facet how many records there are without it; those that help, the most first.
 * @param {Choice} choice @param {(choice: Choice) => number[]} filter @returns {[string, number][]} */
export function helpful(choice, filter) {
  return Object.keys(choice)
    .map((facet) => /** @type {[string, number]} */ ([facet, filter(without(choice, facet)).length]))
    .filter(([, left]) => left > 0)
    .sort((a, b) => b[1] - a[1]);
}

/** @param {Choice} choice @param {string} facet */
export const without = (choice, facet) => Object.fromEntries(Object.entries(choice).filter(([name]) => name !== facet));

/** The municipalities nearest to the chosen ones that have something of all else that is chosen: code, number, kilometres.
 * @param {Map<string, number>} counts of each municipality, its own choice left out @param {string[]} chosen @param {Place[]} places
 * @returns {[string, number, number][]} */
export function nearest(counts, chosen, places) {
  const from = places.filter(([code]) => chosen.includes(code));
  return places
    .filter(([code]) => !chosen.includes(code) && (counts.get(code) ?? 0) > 0)
    .map((place) => /** @type {[string, number, number]} */ ([place[0], counts.get(place[0]) ?? 0, Math.min(...from.map((one) => distance(one, place)))]))
    .sort((a, b) => a[2] - b[2])
    .slice(0, NEAREST);
}

/** Whole kilometres. @param {Place} one @param {Place} other */
const distance = (one, other) => Math.round(kilometres([one[3], one[4]], [other[3], other[4]]));
