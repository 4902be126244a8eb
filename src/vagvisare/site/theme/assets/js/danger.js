// Whether somebody who types is in danger: phrases of the vocabulary, whatever stands between their words.

import { words } from "./fold.js";
import { distance } from "./spelling.js";

/** @typedef {import("./vocabulary.js").Words} Words */

const SHORTEST_MENDED = 5;
const BETWEEN = 3;

/** The need of the longest phrase that is typed; nothing when none is. @param {string[]} tokens folded @param {Words[]} languages
 * @returns {string | undefined} */
export function danger(tokens, languages) {
  const joined = tokens.slice(1).map((token, index) => tokens[index] + token);
  const said = languages.flatMap((known) =>
    known.dangers.flatMap(([need, phrases]) => phrases.filter((phrase) => says(phrase, tokens, joined, known)).map((phrase) => ({ need, phrase }))),
  );
  return said.sort((one, other) => other.phrase.length - one.phrase.length)[0]?.need;
}

/** @param {string} phrase @param {string[]} tokens @param {string[]} joined neighbours as one word @param {Words} known */
function says(phrase, tokens, joined, known) {
  const wanted = phrase.split(/\s+/).map((word) => /** @type {[string, boolean]} */ ([words(word).join(""), word.endsWith("*")]));
  const like = (/** @type {string} */ token, /** @type {[string, boolean]} */ [word, begun]) => same(token, word, begun, known);
  if (wanted.length === 1 && joined.some((token) => token === wanted[0][0])) return true;
  const places = wanted.map((one) => tokens.findIndex((token) => like(token, one)));
  if (places.some((place) => place < 0)) return wanted.length > 1 && tokens.includes(wanted.map(([word]) => word).join(""));
  return Math.max(...places) - Math.min(...places) < wanted.length + BETWEEN;
}

/** @param {string} token @param {string} word @param {boolean} begun whether any ending will do @param {Words} known */
function same(token, word, begun, known) {
  if (token === word || (begun && token.startsWith(word))) return true;
  if (word.length < 4) return false;
  if (known.stem(token) === known.stem(word)) return true;
  return word.length >= SHORTEST_MENDED && token[0] === word[0] && distance(token, word, 1) <= 1;
}
