// The words of one language for terms and places: what words mean as they stand, but for their endings, in part, or begun.
// The files' form stands in src/vagvisare/site/search/vocabularywords.py.

import { bare, fold, marked, words } from "./fold.js";

/**
 * @typedef {{lists: Record<string, Record<string, string[]>>, places: Record<string, string[]>, small: string[], beginnings: string[],
 *   endings: string[], compounds: boolean, spellings?: string[][], clitics?: string[], dangers?: Record<string, string[]>, attributes?: Record<string, string[]>}} WordFile
 * @typedef {{list: string, code: string, strength: number}} Meaning `list` is a facet, or PLACES
 * @typedef {{list: string, code: string, text: string, tokens: string[], marked: string, label: boolean, alone?: boolean}} Form one way to
 *   write a term or place; `alone`: a county without the word that says that it is one
 */

export const PLACES = "places";
// How sure it is what a word means, from 0 to 1.
export const LABEL = 1;
export const EXACT = 0.9;
export const CLOSE = 0.75;
const OF_LABEL = 0.55;
const OF_SYNONYM = 0.35;
const BEGUN = 0.55;
export const PART = 0.4;
const SHORTEST_STEM = 3;
const SHORTEST_AGAIN = 5;
const SHORTEST_PART = 4;
const SHORTEST_PLACE = 4;
const MARKED = /[\ue000-\ue002]/;

/** The words of one language, or the Swedish names of places. */
export class Words {
  /** @param {WordFile} file */
  constructor(file) {
    this.small = new Set(file.small.map(fold));
    this.beginnings = file.beginnings.map(fold);
    this.endings = file.endings.map(fold);
    this.compounds = file.compounds;
    this.spellings = (file.spellings ?? []).map(([one, ...others]) => /** @type {[string, string[]]} */ ([fold(one), others.map(fold)]));
    this.clitics = (file.clitics ?? []).map(fold);
    this.dangers = Object.entries(file.dangers ?? {});
    this.attributes = Object.entries(file.attributes ?? {}).map(([name, some]) => /** @type {[string, Set<string>]} */ ([name, new Set(some.map(fold))]));
    /** @type {Form[]} */
    this.forms = [];
    for (const [list, terms] of Object.entries(file.lists))
      for (const [code, texts] of Object.entries(terms)) texts.forEach((text, index) => this.#add(list, code, text, index === 0));
    for (const [code, texts] of Object.entries(file.places)) texts.forEach((text, index) => this.#add(PLACES, code, text, index === 0));
    this.#addCountiesAlone();
    /** @type {Map<string, string>} */
    this.known = new Map();
    /** @type {Map<string, Form[]>} */
    this.exact = grouped(this.forms.filter((form) => !form.alone), (form) => [form.tokens.join("")]);
    this.stems = grouped(this.forms, (form) => [this.stemmed(form.tokens).join("")]);
    const several = this.forms.filter(({ list, tokens }) => list !== PLACES && tokens.length > 1);
    /** @type {Map<string, Form[]>} */
    this.among = grouped(several, (form) => this.telling(form.tokens));
    this.single = this.forms.filter(({ list, tokens }) => list !== PLACES && tokens.length === 1 && tokens[0].length >= SHORTEST_PART);
  }

  /** @param {string} list @param {string} code @param {string} text @param {boolean} label */
  #add(list, code, text, label) {
    const tokens = words(text).map((token) => bare(token, this.beginnings));
    if (tokens.length) this.forms.push({ list, code, text, tokens, marked: marked(text), label });
  }

  /** Counties without the word that says that they are counties. */
  #addCountiesAlone() {
    const counties = this.forms.filter(({ list, code }) => list === PLACES && /^\d\d$/.test(code));
    const often = grouped(counties, (form) => [...new Set(form.tokens)]);
    for (const form of counties) {
      const left = form.tokens.filter((token) => (often.get(token)?.length ?? 0) < counties.length / 2);
      if (left.length && left.length < form.tokens.length) this.forms.push({ ...form, tokens: left, alone: true });
    }
  }

  /** A folded word without article, plural and the like, in one spelling. @param {string} word */
  stem(word) {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    let stem = this.#without(bare(word, this.beginnings), SHORTEST_STEM);
    if (stem.length >= SHORTEST_AGAIN) stem = this.#without(stem, SHORTEST_AGAIN - 1);
    for (const [one, others] of this.spellings) for (const other of others) stem = stem.replaceAll(other, one);
    this.known.set(word, stem);
    return stem;
  }

  /** @param {string} word @param {number} least the fewest letters that are left */
  #without(word, least) {
    const ending = this.endings.find((end) => word.endsWith(end) && word.length >= end.length + least);
    return ending ? word.slice(0, -ending.length) : word;
  }

  /** @param {string[]} tokens */
  stemmed(tokens) {
    return tokens.map((token) => this.stem(token));
  }

  /** The stems of the words that say something. @param {string[]} tokens */
  telling(tokens) {
    return [...new Set(tokens.filter((token) => !this.small.has(token)).map((token) => this.stem(token)))];
  }

  /** What words mean as they stand, or but for their endings. @param {string[]} tokens folded @param {string} typed as `marked` has it
   * @returns {Meaning[]} */
  find(tokens, typed) {
    const plain = tokens.map((token) => bare(token, this.beginnings));
    const same = (this.exact.get(plain.join("")) ?? []).filter((form) => fits(form.marked, typed));
    const alike = same.length ? [] : (this.stems.get(this.stemmed(plain).join("")) ?? []);
    return strongest([
      ...same.map((form) => meaning(form, form.label ? LABEL : EXACT)),
      ...alike.filter((form) => fits(form.marked.slice(0, 3), typed.slice(0, 3))).map((form) => meaning(form, CLOSE)),
    ]);
  }

  /** Terms of several words all of which are somewhere in what is typed. @param {Set<string>} stems of all that is typed
   * @returns {{form: Form, stems: string[]}[]} the longest first */
  gathered(stems) {
    const met = new Set([...stems].flatMap((stem) => this.among.get(stem) ?? []));
    return [...met]
      .map((form) => ({ form, stems: this.telling(form.tokens) }))
      .filter((one) => one.stems.length > 1 && one.stems.every((stem) => stems.has(stem)))
      .sort((one, other) => other.stems.length - one.stems.length);
  }

  /** What a word means that is one of several words of a term. @param {string} token folded @returns {Meaning[]} */
  oneOf(token) {
    const found = this.small.has(token) ? [] : (this.among.get(this.stem(token)) ?? []);
    return strongest(
      found.map((form) => {
        const share = 2 / Math.max(2, this.telling(form.tokens).length);
        return meaning(form, (form.label ? OF_LABEL : OF_SYNONYM) * share);
      }),
    );
  }

  /** What a word means that is only begun, or a part of a word made of several: at least half of the term is there.
   * @param {string} token folded @param {string} typed as `marked` has it @param {boolean} last whether it is still being typed @returns {Meaning[]} */
  guess(token, typed, last) {
    const plain = bare(token, this.beginnings);
    const begun = last && plain.length > 2 ? this.#begun(plain, typed) : [];
    if (begun.length || !this.compounds || plain.length < SHORTEST_PART) return strongest(begun.map((form) => meaning(form, BEGUN)));
    return strongest(this.#parts(plain, typed));
  }

  /** @param {string} plain @param {string} typed @returns {Meaning[]} */
  #parts(plain, typed) {
    const found = [];
    for (const form of this.single) {
      const [word] = form.tokens;
      const half = plain.length / 2 <= word.length && plain.endsWith(word) && typed.endsWith(form.marked);
      const first = plain.length / 2 <= word.length && plain.startsWith(word) && typed.startsWith(form.marked);
      const whole = word.length / 2 <= plain.length && word.endsWith(plain) && form.marked.endsWith(typed);
      if (half || first || whole) found.push(meaning(form, first && !half ? PART - 0.1 : PART));
    }
    return found;
  }

  /** The labels that begin so; if none does, the other words that do. @param {string} plain @param {string} typed @returns {Form[]} */
  #begun(plain, typed) {
    const found = this.forms.filter(({ list, tokens, marked: whole }) => {
      const word = tokens.join("");
      const enough = plain.length * 2 >= word.length && (list !== PLACES || plain.length >= SHORTEST_PLACE);
      return enough && word.startsWith(plain) && (!MARKED.test(typed) || whole.startsWith(typed));
    });
    const labels = found.filter(({ label }) => label);
    return labels.length ? labels : found;
  }
}

/** @param {Form} form @param {number} strength @returns {Meaning} */
const meaning = ({ list, code }, strength) => ({ list, code, strength });

/** Whether letters with marks that were typed are those of a word; to who typed none it makes no difference. @param {string} word @param {string} typed */
const fits = (word, typed) => !MARKED.test(typed) || word === typed || word.length !== typed.length;

/** @template T @param {T[]} items @param {(item: T) => string[]} keys @returns {Map<string, T[]>} */
function grouped(items, keys) {
  const found = new Map();
  for (const item of items)
    for (const key of keys(item)) {
      const there = found.get(key);
      if (there) there.push(item);
      else found.set(key, [item]);
    }
  return found;
}

/** Each meaning once, the strongest first. @param {Meaning[]} found @returns {Meaning[]} */
export function strongest(found) {
  /** @type {Map<string, Meaning>} */
  const best = new Map();
  for (const meaning of found) {
    const key = `${meaning.list}/${meaning.code}`;
    if ((best.get(key)?.strength ?? 0) < meaning.strength) best.set(key, meaning);
  }
  return [...best.values()].sort((one, other) => other.strength - one.strength);
}
