// The search itself: what was asked for, which records fit it, and in what order. Knows nothing of the page.

import { loadFirst, readMore } from "./columns.js";
import { danger } from "./danger.js";
import { read } from "./files.js";
import { bare, words } from "./fold.js";
import { asNumber, municipalityOf } from "./numbers.js";
import { enough, rank } from "./ranking.js";
import { distance, mistakes } from "./spelling.js";
import { onePer, sure, Understanding } from "./understanding.js";
import { EXACT, PART, PLACES, strongest, Words } from "./vocabulary.js";
import { WordIndex } from "./wordindex.js";

/**
 * @typedef {import("./understanding.js").Unit} Unit @typedef {import("./vocabulary.js").Form} Form
 * @typedef {import("./ranking.js").Evidence} Evidence @typedef {import("./ranking.js").Asked} Asked
 * @typedef {{units: Unit[], records: number[], all: number, ignored: Unit[], mended: {unit: Unit, closest: Form[]}[], danger?: string,
 *   attribute?: string, done: boolean}} Found
 *   `records`: the numbers of those that fit best, in order; the first `all` have all that was understood. `ignored`: what nothing is known
 *   of. `mended`: what nothing is known of either, with the closest words, which were looked for instead. `danger`: the need of somebody in
 *   danger. `attribute`: what is asked of them (phone, address …). `done`: no more comes.
 */

// How well a record fits a word that its name or its text has.
const IN_NAME = 0.92;
const NAME_ALIKE = 0.8;
const NAME_BEGINS = 0.35;
const IN_TEXT = 0.36;
const TEXT_ALIKE = 0.32;
/** How much of a word is known, by how well its best record fits: the surest first. @type {[number, number][]} */
const KNOWN = [
  [IN_NAME, 0.85],
  [NAME_ALIKE, 0.6],
  [IN_TEXT, 0.6],
  [TEXT_ALIKE, 0.4],
];
const AMONG = 0.6;
const FIRST_PART = 0.3;
const GUESSED = 0.5;
const PART_OF_NAME = 0.75;
const SHORTEST_IN_TEXT = 8;
const MENDED = 0.7;
const WHOLE_NAME = 4;
const ALL_TYPED = 6;
const LONGEST_NAME = 6;
const ALSO = 0.3;
// How well it fits a place: there, its county's, the country's; or near.
const HERE = 1;
const COUNTY = 0.55;
const COUNTRY = 0.4;
const NEAR = 0.15;
/** What having a code of a facet says; 1 where nothing stands. @type {Record<string, number>} */
const FACETS = { situations: 0.75, languages: 0.85, kinds: 0.6, agreements: 0.5, "legal-forms": 0.5, "swedish-levels": 0.5, referrals: 0.6 };
/** @type {Record<string, number>} */
const KINDS = { pages: 0.9, sections: 0.6, about: 0.55, needs: 0.5, situations: 0.7, glossary: 0.5, projects: 0.85, languages: 1.4 };
/** @type {Record<string, number>} */
const STANDING = { confirmed: 0.03, ageing: 0.02, unconfirmed: 0.01 };
const CLOSEST = 4;
const FEW_WORDS = 2;

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
    /** @type {Promise<void> | undefined} */
    this.loadingOthers = undefined;
    /** @type {Promise<import("./numbers.js").Postal> | undefined} */
    this.postal = undefined;
  }

  /** Whether a file could not be had, so that names or texts may be missing. */
  get incomplete() {
    return this.index.incomplete;
  }

  /** @returns {import("./columns.js").Columns} */
  get #columns() {
    return /** @type {import("./columns.js").Columns} */ (this.columns);
  }

  /** @returns {Understanding} */
  get #known() {
    return /** @type {Understanding} */ (this.understanding);
  }

  /** @returns {Words[]} the reader's language, and the others once they are loaded */
  get #languages() {
    return [this.#known.own, ...this.#known.others];
  }

  /** @param {string} name */
  #read = (name) => read(`${this.folder}/${name}.json`);

  /** Loads what every search needs; again when it could not be had. @returns {Promise<void>} */
  ready() {
    this.loading ??= this.#load().catch((error) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  async #load() {
    // The words are made ready while the columns, which are larger, are still on their way.
    const [columns, own, places] = await Promise.all([
      loadFirst(this.folder),
      this.#read(`words/${this.language}`).then((words) => new Words(words)),
      this.#read("places").then(swedish),
    ]);
    this.columns = columns;
    this.index.all = Array.from({ length: columns.records }, (_, record) => record);
    this.understanding = new Understanding(own, places);
  }

  /** The words that are seldom asked for with the columns that they ask, and the words of the site's other languages. */
  #loadOthers() {
    const load = () => Promise.all([readMore(this.folder), this.#read(`words/${this.language}-others`), this.#read("localities"), this.ready()]);
    this.loadingOthers ??= load().then(
      ([columns, files, localities]) => {
        this.#columns.take(columns);
        this.#known.localities = placesOf(localities);
        this.#known.others = files.map((/** @type {import("./vocabulary.js").WordFile} */ file) => new Words(file));
      },
      () => {
        this.index.incomplete = true;
        this.loadingOthers = undefined;
      },
    );
    return this.loadingOthers;
  }

  /** What is found for what is typed: at once by vocabulary, places and names; then by texts and the other languages too, if something is
   * not understood. Throws when a file cannot be had. @param {string} typed @returns {AsyncGenerator<Found>} */
  async *find(typed) {
    this.index.incomplete = false;
    const number = asNumber(typed);
    if (number) return yield await this.#number(typed, number);
    const tokens = words(typed);
    const names = this.index.load("names", tokens);
    const more = tokens.length > FEW_WORDS ? this.#loadMore(tokens) : undefined;
    await this.ready();
    let units = this.#known.read(typed);
    if (units.some(sure) && !this.index.has("names", tokens)) yield this.#found(units, tokens, false);
    await names;
    const unsure = more ?? units.some((unit) => !sure(unit) && !this.#isName(unit));
    if (unsure && units.some(sure)) yield this.#found(units, tokens, false);
    if (unsure) await (more ?? this.#loadMore(tokens));
    if (unsure) units = this.#known.read(typed);
    await this.index.load("names", units.flatMap((unit) => this.#bare(unit)));
    return yield this.#found(units, tokens, true);
  }

  /** Texts, and the words of other languages. @param {string[]} tokens */
  #loadMore = (tokens) => Promise.all([this.#loadOthers(), this.index.load(this.#text, tokens)]);

  get #text() {
    return `text/${this.language}`;
  }

  /** What has a number, or the municipality of a postal code. @param {string} typed @param {string} number @returns {Promise<Found>} */
  async #number(typed, number) {
    this.postal ??= number.length === 5 ? this.#read("postal") : undefined;
    const [postal] = await Promise.all([this.postal, this.ready(), this.index.load("names", [number])]);
    const unit = { typed, pieces: this.#known.pieces(typed), tokens: [number], meanings: [], last: false };
    const place = postal && municipalityOf(postal, number);
    if (place) unit.meanings.push(/** @type {never} */ ({ list: PLACES, code: place, strength: 1 }));
    const begun = () => this.index.near("names", number).filter(({ word }) => number.length > 5 && word.startsWith(number));
    const exact = this.index.exactly("names", number);
    const having = exact.length ? exact : begun().flatMap(({ records }) => records());
    const there = place ? this.#columns.filter({ kinds: ["municipalities"], municipalities: [place] }) : [];
    const records = [...new Set([...having, ...there])];
    return { units: [unit], records, all: records.length, ignored: [], mended: [], danger: danger([number], this.#languages), done: true };
  }

  /** @param {Unit} unit @returns {string[]} its words as they stand in the index */
  #bare({ tokens }) {
    const beginnings = this.#languages.flatMap((known) => known.beginnings);
    return [...new Set(tokens.flatMap((token) => [token, bare(token, beginnings)]))];
  }

  /** Whether a name has just these words. @param {Unit} unit */
  #isName = ({ tokens }) => tokens.every((token) => this.index.exactly("names", token).length);

  /** @param {Unit[]} units @param {string[]} tokens all that was typed @param {boolean} done @returns {Found} */
  #found(units, tokens, done) {
    const attribute = this.#attribute(units);
    const asks = units.filter((unit) => !this.#attributeOf(unit) || units.length === 1);
    const mended = /** @type {Found["mended"]} */ ([]);
    const asked = asks.map((unit) => this.#asked(unit, mended));
    const ignored = asks.filter((unit, index) => !asked[index].evidence.size && !mended.some((one) => one.unit === unit));
    const ranked = enough(asked) ? rank(asked, this.#columns.records, this.#prior, this.#wholeNames(asks, asked, tokens)) : [];
    return {
      units: units.filter((unit) => !ignored.includes(unit) && !mended.some((one) => one.unit === unit)),
      records: ranked.map(({ record }) => record),
      all: ranked.filter(({ all }) => all).length,
      ignored,
      mended,
      danger: danger(tokens, this.#languages),
      attribute,
      done,
    };
  }

  /** @param {Unit} unit */
  #attributeOf = ({ tokens }) => this.#languages.flatMap(({ attributes }) => attributes).find(([, some]) => tokens.every((token) => some.has(token)))?.[0];

  /** @param {Unit[]} units */
  #attribute = (units) => units.map(this.#attributeOf).find(Boolean);

  /** How well records fit one thing. @param {Unit} unit @param {Found["mended"]} mended takes what was typed with a mistake @returns {Asked} */
  #asked(unit, mended) {
    const certain = sure(unit);
    const exactly = unit.meanings.some(({ strength }) => strength >= EXACT);
    const named = scaled(this.#byWords("names", unit, exactly), exactly ? PART_OF_NAME : 1);
    const sources = [this.#byMeanings(unit.meanings), named, this.#byWords(this.#text, unit, exactly)];
    const said = Math.max(0, ...sources[1].values(), ...sources[2].values());
    let known = certain ? 1 : (KNOWN.find(([fit]) => said >= fit)?.[1] ?? 0);
    if (!certain && said < IN_NAME) {
      const among = this.#known.among(unit);
      const guesses = this.#known.guess(unit);
      const begun = unit.last ? this.#begun(unit) : new Map();
      sources.push(this.#byMeanings(strongest([...among, ...guesses])), begun);
      const part = guesses.length ? (guesses[0].strength >= PART ? GUESSED : FIRST_PART) : 0;
      known = Math.max(known, among.length ? AMONG : 0, part, begun.size ? GUESSED : 0);
    }
    if (!certain && said < IN_NAME) {
      const { closest, evidence } = this.#closest(unit, known > 0);
      sources.push(evidence);
      if (!known && closest.length) mended.push({ unit, closest });
      if (evidence.size) known = Math.max(known, GUESSED);
    }
    const words = Math.min(2, unit.pieces.length);
    return { evidence: together(sources), certain, trust: certain || said >= IN_NAME ? 1 : 0.8, words, known, place: unit.meanings.some(({ list }) => list === PLACES) };
  }

  /** @param {import("./vocabulary.js").Meaning[]} meanings @returns {Evidence} */
  #byMeanings(meanings) {
    /** @type {Evidence} */
    const found = new Map();
    const tell = (/** @type {number} */ record, /** @type {number} */ fit) => void (fit > (found.get(record) ?? 0) && found.set(record, fit));
    for (const { list, code, strength } of meanings)
      if (list === PLACES) this.#inPlace(code, strength, tell);
      else
        for (const record of this.#columns.filter({ [list]: [code] })) {
          const codes = this.#columns.values(list, record);
          const own = this.#columns.has("kinds", record, list);
          const first = codes[0] === code ? 1 : 0.8;
          tell(record, strength * (own ? 1 : (FACETS[list] ?? 1) * first * (codes.length > 3 ? 0.85 : 1)));
        }
    return found;
  }

  /** The records that have all words of a unit, in their names or in their texts. @param {string} part @param {Unit} unit
   * @param {boolean} exactly only as they were typed: it is known what they mean @returns {Evidence} */
  #byWords(part, { tokens }, exactly) {
    const [first, ...others] = tokens.map((token) => this.#having(part, token, exactly));
    return new Map([...(first ?? [])].filter(([record]) => others.every((records) => records.has(record))));
  }

  /** @param {string} part @param {string} token @param {boolean} exactly @returns {Evidence} */
  #having(part, token, exactly) {
    const { own } = this.#known;
    /** @type {Evidence} */
    const found = new Map();
    const plain = bare(token, own.beginnings);
    for (const one of new Set([token, plain]))
      for (const { word, records, named } of this.index.alike(part, one, (word) => own.stem(word))) {
        const same = word === token || word === plain;
        if (!same && exactly) continue;
        const fit = named || part === "names" ? (same ? IN_NAME : NAME_ALIKE) : same ? IN_TEXT : TEXT_ALIKE;
        for (const record of records()) if (fit > (found.get(record) ?? 0)) found.set(record, fit);
      }
    return found;
  }

  /** The records in whose names a word begins so. @param {Unit} unit @returns {Evidence} */
  #begun({ tokens }) {
    const token = tokens.join("");
    const begun = token.length < 3 ? [] : this.index.near("names", token).filter(({ word }) => word.startsWith(token) && token.length * 2 >= word.length);
    return new Map(begun.flatMap(({ records }) => records().map((record) => [record, NAME_BEGINS])));
  }

  /** Records that lie in a place, that serve it, or that lie near. @param {string} code @param {number} strength
   * @param {(record: number, fit: number) => void} tell */
  #inPlace(code, strength, tell) {
    const columns = this.#columns;
    const county = code.slice(0, 2);
    for (const record of columns.filter({ counties: [county, "SE"] })) {
      const enterprise = columns.has("kinds", record, "enterprises");
      const municipality = columns.has("kinds", record, "municipalities");
      const own = columns.values("municipalities", record);
      const here = columns.values("counties", record);
      if (code === county ? here.includes(code) : own.includes(code)) tell(record, strength * (municipality && code === county ? NEAR : HERE));
      else if (!enterprise && here.includes(county) && !own.some((one) => one.startsWith(county))) tell(record, strength * COUNTY);
      else if (!enterprise && here.includes("SE")) tell(record, strength * COUNTRY);
      else if (!municipality && here.includes(county)) tell(record, strength * NEAR);
    }
  }

  /** What it adds that the whole name of a record was typed, and that a municipality alone was. @param {Unit[]} units @param {Asked[]} asked
   * @param {string[]} tokens @returns {Map<number, number>} */
  #wholeNames(units, asked, tokens) {
    const bonus = new Map();
    const { beginnings } = this.#known.own;
    const telling = tokens.filter((token) => !this.#known.isSmall(token)).map((token) => bare(token, beginnings));
    for (const record of this.index.exactly(this.#text, `=${telling.join("")}`)) bonus.set(record, WHOLE_NAME);
    const plain = tokens.map((token) => bare(token, beginnings));
    for (let start = 0; start < plain.length; start++)
      for (let end = start + 1; end <= Math.min(plain.length, start + LONGEST_NAME); end++) {
        if (plain.slice(start, end).every((_, index) => this.#known.isSmall(tokens[start + index])) && plain.length > 1) continue;
        const all = end - start === plain.length ? ALL_TYPED : 0;
        const share = (end - start) / Math.max(1, plain.length);
        for (const run of [plain, tokens])
          for (const record of this.#called(run.slice(start, end).join("")))
            bonus.set(record, Math.max(bonus.get(record) ?? 0, WHOLE_NAME * (0.5 + share) + all));
      }
    const places = asked.filter(({ place, known }) => place || known).length === 1 ? units.flatMap(({ meanings }) => meanings) : [];
    for (const { list, code } of places)
      if (list === PLACES && code.length === 4)
        for (const record of this.#columns.filter({ kinds: ["municipalities"], municipalities: [code] })) bonus.set(record, WHOLE_NAME + ALL_TYPED);
    return bonus;
  }

  /** The records with just this name, which is one word here. @param {string} name */
  #called = (name) => this.index.exactly("names", `=${name}`);

  /** @param {number} record */
  #prior = (record) => {
    const columns = this.#columns;
    const kind = columns.values("kinds", record)[0] ?? "";
    const everywhere = kind === "offers" && columns.has("counties", record, "SE") ? 0.12 : 0;
    return (KINDS[kind] ?? 1) + everywhere + (STANDING[columns.values("freshness", record)[0] ?? ""] ?? 0);
  };

  /** The closest terms, places and words of names to one that nothing is known of, and what has them. @param {Unit} unit
   * @param {boolean} less only terms with one mistake: the texts have the word @returns {{closest: Form[], evidence: Evidence}} */
  #closest(unit, less) {
    const token = this.#known.own.stem(unit.tokens.join(""));
    const typed = bare(unit.tokens.join(""), this.#known.own.beginnings);
    const most = Math.min(mistakes(typed.length), less ? 1 : 2);
    /** @type {{form: Form, far: number, records?: () => number[]}[]} */
    const found = [];
    const { own, places, localities, others } = this.#known;
    for (const [order, known] of [own, places, ...(localities ? [localities] : []), ...others].entries())
      for (const form of most ? known.forms : []) {
        const word = form.tokens.join("");
        const far = Math.min(distance(typed, word, most), distance(token, known.stem(word), most));
        const begins = typed[0] === word[0] || typed.length >= SHORTEST_IN_TEXT;
        if (far <= most && begins) found.push({ form, far: far + order / 10 + (form.label ? 0 : 0.01) });
      }
    for (const part of less ? [] : typed.length < SHORTEST_IN_TEXT ? ["names"] : ["names", this.#text])
      for (const { word, records } of most ? this.index.near(part, typed) : []) {
        const far = distance(typed, word, most);
        if (far <= most && word[0] === typed[0]) found.push({ form: { list: "", code: word, text: word, tokens: [word], marked: word, label: true }, far: far + (part === "names" ? 0.05 : 0.3), records });
      }
    found.sort((one, other) => one.far - other.far);
    const nearest = found.filter(({ far }) => far < (found[0]?.far ?? 0) + 0.5).slice(0, CLOSEST);
    const evidence = together(nearest.map(({ form, records }) => this.#byForm(form, records, less ? MENDED / 2 : MENDED)));
    return { closest: onePer(nearest.map(({ form }) => form)), evidence };
  }

  /** @param {Form} form @param {(() => number[]) | undefined} records @param {number} strength @returns {Evidence} */
  #byForm({ list, code }, records, strength) {
    return records ? new Map(records().map((record) => [record, strength * NAME_ALIKE])) : this.#byMeanings([{ list, code, strength }]);
  }

  /** What a term or place is called by the reader. @param {string} list @param {string} code */
  label(list, code) {
    return this.understanding?.label(list, code) ?? "";
  }

  /** The terms and places that what is being typed may become; none before they are loaded. @param {string} typed @param {number} most
   * @returns {Form[]} */
  completions(typed, most) {
    return this.understanding?.completions(typed, most) ?? [];
  }

  /** The cards of records, in order; none for what cannot be had, which makes the engine `incomplete`. @param {number[]} records
   * @returns {Promise<(import("./columns.js").Card | undefined)[]>} */
  cards(records) {
    const one = (/** @type {number} */ record) =>
      this.#columns.cards([record], this.language).then(
        ([card]) => card,
        () => void (this.index.incomplete = true),
      );
    return Promise.all(records.map(one));
  }
}

/** @param {Evidence} evidence @param {number} share @returns {Evidence} */
const scaled = (evidence, share) => (share === 1 ? evidence : new Map([...evidence].map(([record, fit]) => [record, fit * share])));

/** The best that any source says, and a little for each other that agrees. @param {Evidence[]} sources @returns {Evidence} */
function together(sources) {
  /** @type {Evidence} */
  const found = new Map();
  for (const source of sources)
    for (const [record, fit] of source) {
      const before = found.get(record) ?? 0;
      found.set(record, Math.max(before, fit) + ALSO * Math.min(before, fit));
    }
  return found;
}

/** The Swedish names of places as words. @param {Record<string, string>} names by code */
const swedish = (names) => placesOf(Object.fromEntries(Object.entries(names).map(([code, name]) => [code, [name]])));

/** @param {Record<string, string[]>} places their names by code; people add an s, or say that they live there */
const placesOf = (places) => new Words({ lists: {}, places, small: [], beginnings: [], endings: ["borna", "bor", "s"], compounds: false });
