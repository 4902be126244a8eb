// The search itself: what was asked for, which records fit it, and in what order. Knows nothing of the page.

import { loadFirst, readMore } from "./columns.js";
import { read } from "./files.js";
import { bare, fold, words } from "./fold.js";
import { distance, mistakes } from "./spelling.js";
import { EXACT, LABEL, PLACES, Vocabulary, Words } from "./vocabulary.js";
import { WordIndex } from "./wordindex.js";

/**
 * @typedef {import("./vocabulary.js").Unit} Unit
 * @typedef {import("./vocabulary.js").Form} Form
 * @typedef {{units: Unit[], fits: number[], near: number[], partly: number[], unknown: {unit: Unit, closest: Form[]}[]}} Found
 *   `fits`: the numbers of the records that have all that was asked for, best first. `near`: those that have it in the same county.
 *   `partly`: if neither, those that have most of it. `unknown`: what nothing is known of, with the closest terms.
 */

// How much it counts that a record has what was asked for. Place and facets count LABEL, EXACT … (vocabulary.js); a name more, text less.
const IN_NAME = 7;
const NAME_BEGINS = 6;
const WHOLE_NAME = 50;
const THIS_PLACE = 10;
const IN_TEXT = 1;
const WIDER = [0, 5, 4, 3];
const NEAR = 255;
/** @type {Record<string, number>} */
const STANDING = { confirmed: 0.5, ageing: 0.3, unconfirmed: 0.1 };
const CLOSEST = 4;
const ENOUGH = 10;

export class Engine {
  /** @param {string} folder of the index @param {string} language the reader's @param {string[]} languages the site's
   * @param {number} letters how many letters tell which file of names a word stands in */
  constructor(folder, language, languages, letters) {
    this.folder = folder;
    this.language = language;
    this.languages = languages;
    this.index = new WordIndex(folder, letters);
    /** @type {Promise<void> | undefined} */
    this.loading = undefined;
  }

  /** Whether a file could not be had, so that names or texts may be missing. */
  get incomplete() {
    return this.index.incomplete;
  }

  /** Loads what every search needs; again when it could not be had. @returns {Promise<void>} */
  ready() {
    this.loading ??= this.#load().catch((error) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  async #load() {
    const file = (/** @type {string} */ name) => read(`${this.folder}/${name}.json`);
    // The words are made ready while the columns, which are larger, are still on their way.
    const [columns, own, places] = await Promise.all([
      loadFirst(this.folder),
      file(`words/${this.language}`).then((words) => new Words(words)),
      file("places").then(swedish),
    ]);
    this.columns = columns;
    this.index.all = Array.from({ length: columns.records }, (_, record) => record);
    this.vocabulary = new Vocabulary(own, places);
  }

  /** The words that are seldom asked for with the columns that they ask, and the words of the site's other languages. */
  async #loadOthers() {
    const others = this.languages.filter((language) => language !== this.language);
    const names = [this.language, ...others].map((language) => `${language}-more`);
    const files = [names[0], ...others, ...names.slice(1)].map((name) => read(`${this.folder}/words/${name}.json`));
    const [columns, ...words] = await Promise.all([readMore(this.folder), ...files]);
    this.columns?.take(columns);
    /** @type {Vocabulary} */ (this.vocabulary).others = words.map((file) => new Words(file));
  }

  /** What is found for what is typed: at once by vocabulary, places and names; then, where that is little, in the texts too.
   * Throws when a file cannot be had. @param {string} typed @returns {AsyncGenerator<Found>} */
  async *find(typed) {
    const number = asNumber(typed);
    const early = this.index.load("names", number ? [number] : words(typed));
    await Promise.all([this.ready(), early]);
    const units = number ? [{ typed, tokens: [number], meanings: [] }] : await this.#understood(typed);
    const found = this.#ranked(units, Boolean(number));
    const all = Boolean(number) || !this.#looksInTexts(units); // texts have no numbers
    if (found.fits.length || all) yield found;
    if (all || found.fits.length >= ENOUGH) return;
    await this.index.load(this.#text(), units.flatMap((unit) => this.#bare(unit)));
    yield this.#ranked(units, false);
  }

  /** Whether the texts have not been looked in yet. @param {Unit[]} units */
  #looksInTexts(units) {
    return units.some((unit) => !this.index.has(this.#text(), this.#bare(unit)));
  }

  /** @param {string} typed @returns {Promise<Unit[]>} */
  async #understood(typed) {
    const vocabulary = /** @type {Vocabulary} */ (this.vocabulary);
    let units = vocabulary.read(typed);
    if (!vocabulary.others.length && units.some((unit) => !sure(unit) && !this.#isName(unit))) {
      await this.#loadOthers();
      units = vocabulary.read(typed);
    }
    await this.index.load("names", units.flatMap((unit) => this.#bare(unit)));
    for (const unit of units) if (!sure(unit) && this.#isName(unit)) unit.meanings = [];
    return units;
  }

  #text() {
    return `text/${this.language}`;
  }

  /** @param {Unit} unit @returns {string[]} its words as they stand in the index */
  #bare({ tokens }) {
    const { own, others } = /** @type {Vocabulary} */ (this.vocabulary);
    const beginnings = [own, ...others].flatMap((known) => known.beginnings);
    return tokens.map((token) => bare(token, beginnings));
  }

  /** Whether a name has just these words: then what they might begin is not asked for. @param {Unit} unit */
  #isName(unit) {
    return this.#bare(unit).every((token) => this.index.near("names", token).some(([word]) => word === token));
  }

  /** @param {Unit[]} units @param {boolean} number whether it is a telephone or organisation number @returns {Found} */
  #ranked(units, number) {
    const columns = /** @type {import("./columns.js").Columns} */ (this.columns);
    const scores = units.map((unit, index) => this.#scores(unit, !number && index === units.length - 1));
    const bonus = number ? new Map() : this.#wholeNames(units);
    const { all } = this.index;
    const has = (/** @type {number} */ record) => scores.filter((score) => score[record] && score[record] !== NEAR).length;
    const close = (/** @type {number} */ record) => scores.every((score) => score[record]);
    const worth = (/** @type {number} */ record) =>
      scores.reduce((sum, score) => sum + (score[record] === NEAR ? 0 : score[record]), 0) + (bonus.get(record) ?? 0) + this.#standing(record);
    const sorted = (/** @type {number[]} */ records) => {
      const values = new Map(records.map((record) => [record, worth(record)]));
      return records.sort((one, other) => (values.get(other) ?? 0) - (values.get(one) ?? 0) || one - other);
    };
    const fits = units.length ? sorted(all.filter((record) => has(record) === units.length)) : [];
    const near = units.length ? sorted(all.filter((record) => close(record) && has(record) < units.length)) : [];
    const unknown = units.filter((_, index) => !scores[index].some(Boolean)).map((unit) => ({ unit, closest: this.#closest(unit) }));
    const most = fits.length || near.length || !units.length ? 0 : Math.max(...all.map(has));
    const places = units.flatMap(({ meanings }) => meanings).filter(({ list }) => list === PLACES);
    const there = (/** @type {number} */ record) => Number(places.some(({ code }) => columns.has(code.length === 4 ? "municipalities" : "counties", record, code)));
    const partly = most ? sorted(all.filter((record) => has(record) === most)).sort((one, other) => there(other) - there(one)) : [];
    return { units, fits, near, partly, unknown };
  }

  /** How well each record fits one thing: 0 not at all, NEAR if only in the same county. @param {Unit} unit @param {boolean} last */
  #scores(unit, last) {
    const columns = /** @type {import("./columns.js").Columns} */ (this.columns);
    const scores = new Uint8Array(columns.records);
    const better = (/** @type {number} */ record, /** @type {number} */ score) => {
      if (!scores[record] || scores[record] === NEAR || (score !== NEAR && score > scores[record])) scores[record] = score;
    };
    this.#each(this.#text(), unit, last && !sure(unit), (record) => better(record, IN_TEXT), IN_TEXT);
    for (const { list, code, strength } of unit.meanings)
      if (list === PLACES) this.#inPlace(code, strength, better);
      else for (const record of columns.filter({ [list]: [code] })) better(record, strength);
    this.#each("names", unit, last, better, IN_NAME);
    return scores;
  }

  /** Calls back for each record that has all words of a unit in a part of the index. @param {string} part @param {Unit} unit
   * @param {boolean} last whether its last word is still being typed @param {(record: number, score: number) => void} tell
   * @param {number} whole what a whole word counts */
  #each(part, unit, last, tell, whole) {
    const tokens = this.#bare(unit);
    const exactly = unit.meanings.some(({ strength }) => strength >= EXACT);
    const found = tokens.map((token, index) => this.#having(part, token, last && index === tokens.length - 1, whole, exactly));
    for (const [record, score] of found[0] ?? []) if (found.every((records) => records.has(record))) tell(record, score);
  }

  /** The records that have a word, its stem, or a word that it begins. @param {string} part @param {string} token @param {boolean} begun
   * @param {number} whole @param {boolean} exactly without its stem: it is known what it means @returns {Map<number, number>} */
  #having(part, token, begun, whole, exactly) {
    const { own } = /** @type {Vocabulary} */ (this.vocabulary);
    const stem = exactly ? token : own.stem(token);
    const found = new Map();
    for (const [written, records] of this.index.near(part, token)) {
      const word = written.replace(/^=/, "");
      const like = (!exactly && own.stem(word) === stem) || (begun && token.length > 1 && word.startsWith(token));
      const score = word === token ? whole : like ? Math.min(whole, NAME_BEGINS) : 0;
      if (score) for (const record of records()) found.set(record, Math.max(found.get(record) ?? 0, score));
    }
    return found;
  }

  /** Records that lie in a place, that serve it, or that lie near. @param {string} code @param {number} strength
   * @param {(record: number, score: number) => void} tell */
  #inPlace(code, strength, tell) {
    const columns = /** @type {import("./columns.js").Columns} */ (this.columns);
    const county = code.slice(0, 2);
    const less = LABEL - strength;
    const score = (/** @type {number} */ wide) => Math.max(1, WIDER[wide] - less);
    for (const record of columns.filter({ counties: [county, "SE"] })) {
      const enterprise = columns.has("kinds", record, "enterprises");
      const municipality = columns.has("kinds", record, "municipalities");
      const own = columns.values("municipalities", record);
      const here = columns.values("counties", record);
      if (code === county ? here.includes(code) : own.includes(code)) tell(record, municipality && code === county ? 1 : score(1));
      else if (!enterprise && here.includes(county) && !own.some((one) => one.startsWith(county))) tell(record, score(2));
      else if (!enterprise && here.includes("SE")) tell(record, score(3));
      else if (!municipality && here.includes(county)) tell(record, NEAR);
    }
  }

  /** Records whose whole name was typed, and the municipality that alone was. @param {Unit[]} units @returns {Map<number, number>} */
  #wholeNames(units) {
    const bonus = new Map();
    const typed = units.flatMap((unit) => this.#bare(unit)).join("");
    for (const [word, records] of this.index.near("names", typed)) if (word === `=${typed}`) for (const record of records()) bonus.set(record, WHOLE_NAME);
    const places = units.length === 1 ? units[0].meanings.filter(({ list, code }) => list === PLACES && code.length === 4) : [];
    for (const { code } of places)
      for (const record of this.columns?.filter({ kinds: ["municipalities"], municipalities: [code] }) ?? []) bonus.set(record, THIS_PLACE);
    return bonus;
  }

  /** @param {number} record */
  #standing(record) {
    return STANDING[this.columns?.values("freshness", record)[0] ?? ""] ?? 0;
  }

  /** The closest terms and places, and names that begin alike. @param {Unit} unit @returns {Form[]} */
  #closest(unit) {
    const vocabulary = /** @type {Vocabulary} */ (this.vocabulary);
    const token = this.#bare(unit).join("");
    const most = mistakes(token.length);
    const names = this.index
      .near("names", token)
      .filter(([word]) => !word.startsWith("=") && distance(token, word, most) <= most)
      .map(([word]) => ({ list: "", code: word, text: word, tokens: [word], label: true }));
    return [...vocabulary.nearest(unit.tokens, CLOSEST), ...names.slice(0, 1)].slice(0, CLOSEST);
  }

  /** What a term or place is called by the reader. @param {string} list @param {string} code */
  label(list, code) {
    return this.vocabulary?.label(list, code) ?? "";
  }

  /** The terms and places that what is being typed may become; none before they are loaded. @param {string} typed @param {number} most
   * @returns {Form[]} */
  completions(typed, most) {
    return this.vocabulary?.completions(typed, most) ?? [];
  }

  /** The cards of records, in order; none for what cannot be had, which makes the engine `incomplete`. @param {number[]} records
   * @returns {Promise<(import("./columns.js").Card | undefined)[]>} */
  cards(records) {
    const columns = /** @type {import("./columns.js").Columns} */ (this.columns);
    const one = (/** @type {number} */ record) =>
      columns.cards([record], this.language).then(
        ([card]) => card,
        () => void (this.index.incomplete = true),
      );
    return Promise.all(records.map(one));
  }
}

/** The Swedish names of places as words. @param {Record<string, string>} names by code */
function swedish(names) {
  const places = Object.fromEntries(Object.entries(names).map(([code, name]) => [code, [name]]));
  return new Words({ lists: {}, places, small: [], beginnings: [], endings: ["s"], compounds: false });
}

/** Whether it is known what was meant. @param {Unit} unit */
const sure = ({ meanings }) => meanings.some(({ strength }) => strength > 2);

/** A telephone or organisation number as the index has it; nothing for other words. @param {string} typed */
function asNumber(typed) {
  const plain = fold(typed);
  if (!/^\+?[\d\s()/.-]{5,}$/.test(plain)) return "";
  const digits = plain.replace(/\D/g, "");
  return /^(\+|00)46/.test(plain) ? digits.replace(/^(00)?460?/, "0") : digits;
}
