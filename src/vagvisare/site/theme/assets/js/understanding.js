// What is typed as the things that are asked for: by the reader's own words, places, and the words of the site's other languages.

import { bare, fold, marked, words } from "./fold.js";
import { placesSounding } from "./spelling.js";
import { CLOSE, PLACES, strongest } from "./vocabulary.js";

/**
 * @typedef {import("./vocabulary.js").Meaning} Meaning @typedef {import("./vocabulary.js").Form} Form
 * @typedef {import("./vocabulary.js").Words} Words
 * @typedef {{typed: string, marked: string, tokens: string[]}} Piece what stands between two spaces
 * @typedef {{typed: string, pieces: Piece[], tokens: string[], meanings: Meaning[], guesses?: Meaning[], last: boolean}} Unit one thing that was asked for, in one
 *   word or several; `guesses`: what it may mean; `last`: it may still be being typed
 */

const LONGEST_PHRASE = 5;
const OTHER_LANGUAGE = 0.9;
const SOUND = 0.6;

/** Whether it is known what was meant. @param {Unit} unit */
export const sure = ({ meanings }) => meanings.some(({ strength }) => strength >= CLOSE * OTHER_LANGUAGE);

/** Of the places that a word may mean only the surest: Stockholm is a municipality before it is a county. @param {Meaning[]} found */
function surePlaces(found) {
  const most = Math.max(0, ...found.filter(({ list }) => list === PLACES).map(({ strength }) => strength));
  return found.filter(({ list, strength }) => list !== PLACES || strength === most);
}

export class Understanding {
  /** @param {Words} own the reader's language @param {Words} places the Swedish names of places */
  constructor(own, places) {
    this.own = own;
    this.places = places;
    /** @type {Words[]} seldom words of the reader's language, then the site's other languages, once they are loaded */
    this.others = [];
    /** @type {Words | undefined} towns and districts, once they are loaded */
    this.localities = undefined;
    /** @type {Map<string, string>} */
    this.labels = new Map();
    /** @type {Map<string, string> | undefined} made when it is asked for */
    this.sounds = undefined;
  }

  /** What stands between spaces; what has no letter or digit is left out. @param {string} typed @returns {Piece[]} */
  pieces(typed) {
    const found = typed.split(/[\s,;.?!،؟]+/).map((piece) => ({ typed: piece, marked: marked(piece), tokens: words(piece) }));
    return found.filter(({ tokens }) => tokens.length);
  }

  /** @param {string} typed @returns {Unit[]} the things that are asked for, in their order; words that say nothing are left out */
  read(typed) {
    const pieces = this.pieces(typed);
    /** @type {Unit[]} */
    const units = [];
    for (let start = 0; start < pieces.length; ) {
      const unit = this.#phrase(pieces, start) ?? this.#single(pieces, start);
      start += unit.pieces.length;
      units.push(unit);
    }
    const telling = units.filter((unit) => sure(unit) || !unit.tokens.every((token) => this.isSmall(token)));
    return this.#gathered(telling.length ? telling : units);
  }

  /** The longest run of words that is one term or place. @param {Piece[]} pieces @param {number} start @returns {Unit | undefined} */
  #phrase(pieces, start) {
    for (let length = Math.min(LONGEST_PHRASE, pieces.length - start); length > 1; length--) {
      const run = pieces.slice(start, start + length);
      if (this.isSmall(run[0].tokens[0]) && this.isSmall(run[length - 1].tokens[0])) continue;
      const unit = asked(run, start + length === pieces.length);
      unit.meanings = this.#sure(unit);
      if (unit.meanings.length) return unit;
    }
    return undefined;
  }

  /** @param {Piece[]} pieces @param {number} start @returns {Unit} */
  #single(pieces, start) {
    const unit = asked([pieces[start]], start === pieces.length - 1);
    const { tokens } = unit;
    if (pieces.length > 1 && tokens.every((token) => this.own.small.has(token))) return unit;
    unit.meanings = this.#sure(unit);
    return unit;
  }

  /** @param {Unit} unit @returns {Meaning[]} */
  #sure({ tokens, pieces }) {
    const typed = pieces.map((piece) => piece.marked).join(" ");
    const near = this.#nearest(tokens, typed);
    if (near.length) return near;
    const clitic = tokens.length === 1 ? this.own.clitics.find((one) => tokens[0].startsWith(one) && tokens[0].length >= one.length + 3) : undefined;
    const without = clitic ? this.#nearest([tokens[0].slice(clitic.length)], typed) : [];
    if (without.length) return without;
    const others = strongest(this.others.slice(1).flatMap((other) => other.find(tokens, typed)));
    return surePlaces(others.map((meaning) => ({ ...meaning, strength: meaning.strength * OTHER_LANGUAGE })));
  }

  /** @param {string[]} tokens @param {string} typed @returns {Meaning[]} in the reader's language, and places */
  #nearest(tokens, typed) {
    const near = surePlaces(strongest([...this.own.find(tokens, typed), ...this.places.find(tokens, typed)]));
    if (near.length) return near;
    const within = this.localities?.find(tokens, typed) ?? [];
    return within.length ? within : (this.others[0]?.find(tokens, typed) ?? []);
  }

  /** Words that are not next to each other and make one term are one thing. @param {Unit[]} units @returns {Unit[]} */
  #gathered(units) {
    const open = units.filter((unit) => !this.#isPlace(unit));
    for (const known of [this.own, ...this.others]) {
      const stems = new Map(open.flatMap((unit) => unit.tokens.map((token) => /** @type {[string, Unit]} */ ([known.stem(token), unit]))));
      for (const { form, stems: met } of known.gathered(new Set(stems.keys()))) {
        const parts = new Set(met.map((stem) => stems.get(stem)));
        if (parts.size < 2) continue;
        for (const unit of parts) unit?.meanings.push({ list: form.list, code: form.code, strength: CLOSE });
      }
    }
    for (const unit of open) unit.meanings = strongest(unit.meanings);
    return units;
  }

  /** @param {Unit} unit */
  #isPlace = ({ meanings }) => meanings.some(({ list }) => list === PLACES);

  /** What a word may mean of which nothing sure is known: a place by its sound, a part of a word, one that is begun.
   * @param {Unit} unit @returns {Meaning[]} */
  guess({ tokens, pieces, last }) {
    const token = tokens.join("");
    const typed = pieces.map((piece) => piece.marked).join("");
    const sounding = /\p{Script=Arabic}/u.test(token) ? placesSounding(token, this.#swedishPlaces()) : [];
    if (sounding.length === 1) return [{ list: PLACES, code: sounding[0], strength: SOUND }];
    for (const known of [this.own, this.places, ...this.others]) {
      const found = [[token, typed], ...(tokens.length > 1 ? tokens.map((one) => [one, one]) : [])].flatMap(([one, as]) => known.guess(one, as, last));
      if (found.length) return strongest(found);
    }
    return [];
  }

  /** What words mean that are among those of a term. @param {Unit} unit @returns {Meaning[]} */
  among({ tokens }) {
    const own = [this.own, ...this.others.slice(0, 1)].flatMap((known) => tokens.flatMap((token) => known.oneOf(token)));
    return strongest(own.length ? own : this.others.slice(1).flatMap((known) => tokens.flatMap((token) => known.oneOf(token))));
  }

  /** @returns {Map<string, string>} */
  #swedishPlaces() {
    const municipalities = this.places.forms.filter(({ code }) => code.length === 4);
    return (this.sounds ??= new Map(municipalities.map(({ code, tokens }) => [code, tokens.join("")])));
  }

  /** Whether a word says nothing of what is asked for. @param {string} token */
  isSmall(token) {
    return this.own.small.has(token) || (!this.own.exact.has(token) && this.others.some(({ small }) => small.has(token)));
  }

  /** The terms and places that what is being typed may become, in the reader's language. @param {string} typed @param {number} most
   * @returns {Form[]} */
  completions(typed, most) {
    const token = words(typed.split(/\s+/).pop() ?? "").join("");
    const plain = bare(token, this.own.beginnings);
    if (plain.length < 2) return [];
    const begun = [this.own, this.places].flatMap(({ forms }) => forms.filter(({ tokens }) => tokens.join("").startsWith(plain)));
    const within = this.own.forms.filter(({ tokens, label }) => label && tokens.slice(1).some((word) => word.startsWith(plain)));
    const rank = (/** @type {Form} */ form) => (form.label ? 0 : 1) + (form.list === PLACES ? 0.5 : 0);
    return onePer([...begun.sort((one, other) => rank(one) - rank(other)), ...within]).slice(0, most);
  }

  /** What a term or place is called by the reader. @param {string} list @param {string} code @returns {string} */
  label(list, code) {
    const key = `${list}/${code}`;
    for (const known of this.labels.has(key) ? [] : [this.own, this.places, ...this.others]) {
      const form = known.forms.find((one) => one.label && one.list === list && one.code === code);
      if (form && !this.labels.has(key)) this.labels.set(key, form.text);
    }
    return this.labels.get(key) ?? "";
  }
}

/** @param {Piece[]} pieces @param {boolean} last @returns {Unit} */
const asked = (pieces, last) => ({ typed: pieces.map(({ typed }) => typed).join(" "), pieces, tokens: pieces.flatMap(({ tokens }) => tokens), meanings: [], last });

/** One form of each term, the first. @param {Form[]} forms @returns {Form[]} */
export function onePer(forms) {
  const seen = new Set();
  return forms.filter(({ text, list, code }) => {
    const key = fold(text);
    if (seen.has(`${list}/${code}`) || seen.has(key)) return false;
    seen.add(`${list}/${code}`).add(key);
    return true;
  });
}
