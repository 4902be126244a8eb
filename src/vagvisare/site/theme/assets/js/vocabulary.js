// What typed words mean: terms of the vocabulary and places, by every language's words for them.
// The files' form stands in src/vagvisare/site/search/vocabularywords.py.

import { bare, fold, words } from "./fold.js";
import { distance, mistakes, placesSounding } from "./spelling.js";

/**
 * @typedef {{lists: Record<string, Record<string, string[]>>, places: Record<string, string[]>, small: string[], beginnings: string[],
 *   endings: string[], compounds: boolean}} WordFile
 * @typedef {{list: string, code: string, strength: number}} Meaning `list` is a facet, or PLACES
 * @typedef {{list: string, code: string, text: string, tokens: string[], label: boolean, alone?: boolean}} Form one way to write a term or
 *   place; `alone`: a county without the word that says that it is one
 */

export const PLACES = "places";
export const LABEL = 5;
export const EXACT = 4;
const CLOSE = 3;
const BEGUN = 2;
const PART = 1;
const SHORTEST_STEM = 3;
const SHORTEST_PART = 4;
const LONGEST_PHRASE = 4;

/** The words of one language, or the Swedish names of places. */
export class Words {
  /** @param {WordFile} file */
  constructor(file) {
    this.small = new Set(file.small.map(fold));
    this.beginnings = file.beginnings.map(fold);
    this.endings = file.endings.map(fold);
    this.compounds = file.compounds;
    /** @type {Form[]} */
    this.forms = [];
    for (const [list, terms] of Object.entries(file.lists))
      for (const [code, texts] of Object.entries(terms)) texts.forEach((text, index) => this.#add(list, code, text, index === 0));
    for (const [code, texts] of Object.entries(file.places)) texts.forEach((text, index) => this.#add(PLACES, code, text, index === 0));
    this.#addCountiesAlone();
    /** @type {Map<string, Form[]>} */
    this.exact = grouped(this.forms.filter((form) => !form.alone), (form) => [form.tokens.join("")]);
    this.stems = grouped(this.forms, (form) => [form.tokens.map((token) => this.stem(token)).join("")]);
    const inLabel = (/** @type {Form} */ form) => (form.label && form.tokens.length > 1 ? form.tokens : []);
    this.parts = grouped(this.forms, (form) => inLabel(form).filter((token) => token.length > 2 && !this.small.has(token)).map((token) => this.stem(token)));
  }

  /** @param {string} list @param {string} code @param {string} text @param {boolean} label */
  #add(list, code, text, label) {
    const tokens = words(text).map((token) => bare(token, this.beginnings));
    if (tokens.length) this.forms.push({ list, code, text, tokens, label });
  }

  /** Counties without the word that says that they are counties. */
  #addCountiesAlone() {
    const counties = this.forms.filter(({ list, code }) => list === PLACES && /^\d\d$/.test(code));
    const often = grouped(counties, (form) => [...new Set(form.tokens)]);
    for (const { code, text, tokens, label } of counties) {
      const left = tokens.filter((token) => (often.get(token)?.length ?? 0) < counties.length / 2);
      if (left.length && left.length < tokens.length) this.forms.push({ list: PLACES, code, text, tokens: left, label, alone: true });
    }
  }

  /** A folded word without article, plural and the like. @param {string} word */
  stem(word) {
    const plain = bare(word, this.beginnings);
    const ending = this.endings.find((end) => plain.endsWith(end) && plain.length >= end.length + SHORTEST_STEM);
    return ending ? plain.slice(0, -ending.length) : plain;
  }

  /** What words mean as they stand, or but for their endings. @param {string[]} tokens folded @returns {Meaning[]} */
  find(tokens) {
    const plain = tokens.map((token) => bare(token, this.beginnings));
    const stem = plain.map((token) => this.stem(token)).join("");
    const exact = meanings(this.exact.get(plain.join("")), EXACT);
    const alike = exact.length ? [] : meanings(this.stems.get(stem), CLOSE);
    return strongest([...exact, ...alike, ...meanings(plain.length === 1 ? this.parts.get(stem) : [], CLOSE)]);
  }

  /** What a word means that is only begun, or a part of a word made of several. @param {string} token folded @param {boolean} last
   * whether it is still being typed @returns {Meaning[]} */
  guess(token, last) {
    const plain = bare(token, this.beginnings);
    const begun = last && plain.length > 2 ? this.#begun(plain) : [];
    if (begun.length || !this.compounds || plain.length < SHORTEST_PART) return strongest(meanings(begun, BEGUN));
    const within = (/** @type {string} */ word) => word.length >= SHORTEST_PART && (plain.endsWith(word) || word.endsWith(plain));
    return strongest(meanings(this.forms.filter((form) => form.list !== PLACES && form.tokens.length === 1 && within(form.tokens[0])), PART));
  }

  /** The labels that begin so; if none does, the other words that do, or those of which a later word does.
   * @param {string} plain @returns {Form[]} */
  #begun(plain) {
    const found = this.forms.filter(({ tokens }) => tokens.join("").startsWith(plain));
    const labels = found.filter(({ label }) => label);
    if (found.length) return labels.length ? labels : found;
    return this.forms.filter(({ tokens }) => tokens.some((token) => token.startsWith(plain)));
  }
}

/** @template T @param {T[]} items @param {(item: T) => string[]} keys @returns {Map<string, T[]>} */
function grouped(items, keys) {
  const found = new Map();
  for (const item of items) for (const key of keys(item)) found.set(key, [...(found.get(key) ?? []), item]);
  return found;
}

/** @param {Form[] | undefined} forms @param {number} strength a label counts more than a synonym @returns {Meaning[]} */
const meanings = (forms, strength) => (forms ?? []).map(({ list, code, label }) => ({ list, code, strength: strength === EXACT && label ? LABEL : strength }));

/** Each meaning once, the strongest first. @param {Meaning[]} found @returns {Meaning[]} */
function strongest(found) {
  /** @type {Map<string, Meaning>} */
  const best = new Map();
  for (const meaning of found) {
    const key = `${meaning.list}/${meaning.code}`;
    if ((best.get(key)?.strength ?? 0) < meaning.strength) best.set(key, meaning);
  }
  return [...best.values()].sort((one, other) => other.strength - one.strength);
}

/** Of the places that a word may mean only the surest: Stockholm is a municipality before it is a county. @param {Meaning[]} found */
function surePlaces(found) {
  const most = Math.max(0, ...found.filter(({ list }) => list === PLACES).map(({ strength }) => strength));
  return found.filter(({ list, strength }) => list !== PLACES || strength === most);
}

/** @typedef {{typed: string, tokens: string[], meanings: Meaning[]}} Unit one thing that was asked for, in one word or several */

/** Everything that is typed as the things that are asked for. */
export class Vocabulary {
  /** @param {Words} own the reader's language @param {Words} places the Swedish names of places */
  constructor(own, places) {
    this.own = own;
    this.places = places;
    /** @type {Words[]} seldom words of the reader's language, then the site's other languages, once they are loaded */
    this.others = [];
    /** @type {Map<string, string>} */
    this.labels = new Map();
    /** @type {Map<string, string> | undefined} made when it is asked for */
    this.sounds = undefined;
  }

  /** @param {string} typed @returns {Unit[]} */
  read(typed) {
    const raw = typed.split(/\s+/).filter((word) => words(word).length);
    const tokens = raw.map((word) => words(word));
    const units = [];
    for (let start = 0; start < raw.length; ) {
      const unit = this.#phrase(raw, tokens, start) ?? this.#single(raw[start], tokens[start], start === raw.length - 1, raw.length === 1);
      start += unit?.length ?? 1;
      if (unit) units.push({ typed: unit.typed, tokens: unit.tokens, meanings: unit.meanings });
    }
    return units;
  }

  /** The longest run of words that is one term or place. @param {string[]} raw @param {string[][]} tokens @param {number} start */
  #phrase(raw, tokens, start) {
    for (let length = Math.min(LONGEST_PHRASE, raw.length - start); length > 1; length--) {
      const run = tokens.slice(start, start + length).flat();
      const found = this.#sure(run);
      if (found.length) return { typed: raw.slice(start, start + length).join(" "), tokens: run, meanings: found, length };
    }
    return undefined;
  }

  /** One word; nothing for a small one among others. @param {string} typed @param {string[]} tokens @param {boolean} last @param {boolean} only */
  #single(typed, tokens, last, only) {
    if (!only && tokens.every((token) => this.#isSmall(token))) return undefined;
    const sure = this.#sure(tokens);
    const found = sure.length ? sure : this.#guessed(tokens.join(""), last);
    return { typed, tokens, meanings: surePlaces(found), length: 1 };
  }

  /** @param {string[]} tokens @returns {Meaning[]} */
  #sure(tokens) {
    const near = surePlaces(strongest([...this.own.find(tokens), ...this.places.find(tokens)]));
    const more = near.length ? near : (this.others[0]?.find(tokens) ?? []);
    return more.length ? more : surePlaces(strongest(this.others.flatMap((other) => other.find(tokens))));
  }

  /** @param {string} token @param {boolean} last @returns {Meaning[]} */
  #guessed(token, last) {
    const sounding = /\p{Script=Arabic}/u.test(token) ? placesSounding(token, this.#swedishPlaces()) : [];
    if (sounding.length === 1) return [{ list: PLACES, code: sounding[0], strength: BEGUN }];
    for (const known of [this.own, this.places, ...this.others]) {
      const found = known.guess(token, last);
      if (found.length) return found;
    }
    return [];
  }

  /** @returns {Map<string, string>} */
  #swedishPlaces() {
    const municipalities = this.places.forms.filter(({ code }) => code.length === 4);
    return (this.sounds ??= new Map(municipalities.map(({ code, tokens }) => [code, tokens.join("")])));
  }

  /** @param {string} token */
  #isSmall(token) {
    return [this.own, ...this.others].some(({ small }) => small.has(token));
  }

  /** The terms and places nearest to a word that means nothing, best first. @param {string[]} tokens @param {number} most
   * @returns {Form[]} */
  nearest(tokens, most) {
    const typed = tokens.map((token) => bare(token, this.own.beginnings)).join("");
    const allowed = mistakes(typed.length);
    /** @type {{form: Form, far: number}[]} */
    const found = [];
    for (const [order, known] of [this.own, this.places, ...this.others].entries())
      for (const form of known.forms) {
        const far = distance(typed, form.tokens.join(""), allowed);
        if (far <= allowed) found.push({ form, far: far + order / 10 + (form.label ? 0 : 0.01) });
      }
    found.sort((one, other) => one.far - other.far);
    return onePer(found.map(({ form }) => form)).slice(0, most);
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

/** One form of each term, the first. @param {Form[]} forms @returns {Form[]} */
function onePer(forms) {
  const seen = new Set();
  return forms.filter(({ text, list, code }) => {
    const key = fold(text);
    if (seen.has(`${list}/${code}`) || seen.has(key)) return false;
    seen.add(`${list}/${code}`).add(key);
    return true;
  });
}
