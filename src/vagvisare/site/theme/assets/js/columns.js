// Facet columns: which records fit a choice, how many each other choice would leave, and the cards to show them.
// The files' form stands in src/vagvisare/site/search/columns.py and cards.py.

import { read } from "./files.js";

/**
 * @typedef {Record<string, string[]>} Choice of each facet the codes that are chosen: any of them fits; all facets must fit
 * @typedef {{codes: string[], values: Uint16Array, starts: Uint32Array}} Column values[starts[r]] … values[starts[r + 1] - 1]
 *   are the values of record r, each the place of its code in `codes`, counted from 1
 * @typedef {{address: string, name: string, nameIn?: string, line: string, lineIn?: string, easy?: string, places?: string[][],
 *   free?: [string, number, number | null, string, string][], confirmed?: string, confirmedOn?: string, silent?: string}} Card
 * @typedef {{codes: string[], values: string, numbers?: string}} Written a facet as it stands in the file
 */

const ZERO = 35;

/** A facet as it stands in the file, made ready. @param {Written} written @param {number} records @returns {Column} */
function column({ codes, values, numbers }, records) {
  const starts = new Uint32Array(records + 1);
  const found = new Uint16Array(values.length);
  let end = 0;
  for (let record = 0; record < records; record++) {
    const many = numbers ? numbers.charCodeAt(record) - ZERO : Number(values.charCodeAt(record) > ZERO);
    if (!numbers && many) found[end] = values.charCodeAt(record) - ZERO;
    end += many;
    starts[record + 1] = end;
  }
  if (numbers) for (let place = 0; place < end; place++) found[place] = values.charCodeAt(place) - ZERO;
  return { codes, values: found, starts };
}

/** The columns that every search needs, in a folder. Throws when they cannot be had. @param {string} folder its address without `/` at the end */
export const loadFirst = async (folder) => new Columns(folder, await read(`${folder}/columns.json`));

/** All columns. Throws when they cannot be had. @param {string} folder as for `loadFirst` */
export async function load(folder) {
  const [columns, more] = await Promise.all([loadFirst(folder), readMore(folder)]);
  columns.take(more);
  return columns;
}

/** The columns that only some searches need, as `Columns.take` takes them. @param {string} folder as for `loadFirst` */
export const readMore = (folder) => read(`${folder}/columns-more.json`);

export class Columns {
  /** @param {string} folder @param {{records: number, facets: Record<string, Written>, cards: number, autonyms: Record<string, [string, string]>}} file */
  constructor(folder, file) {
    this.records = file.records;
    /** The names of staff's languages in themselves, and their direction. */
    this.autonyms = file.autonyms;
    /** @type {Map<string, Column>} */
    this.facets = new Map();
    this.take(file);
    this.folder = folder;
    this.size = file.cards;
    /** @type {Map<string, Promise<Card[]>>} */
    this.files = new Map();
  }

  /** Adds the facets of a file. @param {{facets: Record<string, Written>}} file */
  take({ facets }) {
    for (const [name, written] of Object.entries(facets)) this.facets.set(name, column(written, this.records));
  }

  /** Adds a facet that stands in no file, such as free places. @param {string} name @param {string[]} codes
   * @param {number[][]} values of each record the places of its codes in `codes`, counted from 0 */
  add(name, codes, values) {
    const starts = new Uint32Array(this.records + 1);
    for (let record = 0; record < this.records; record++) starts[record + 1] = starts[record] + (values[record]?.length ?? 0);
    this.facets.set(name, { codes, values: Uint16Array.from(values.flat(), (value) => value + 1), starts });
  }

  /** Gives those records from `first` to before `end` that say nothing of a facet a code for that.
   * @param {string} facet @param {string} code @param {number} first @param {number} end */
  sayNothing(facet, code, first, end) {
    const { codes, values, starts } = this.facets.get(facet) ?? { codes: [], values: new Uint16Array(), starts: new Uint32Array(this.records + 1) };
    const nothing = (/** @type {number} */ record) => record >= first && record < end && starts[record] === starts[record + 1];
    const found = new Uint16Array(values.length + end - first);
    const ends = new Uint32Array(this.records + 1);
    for (let record = 0; record < this.records; record++) {
      const own = nothing(record) ? [codes.length + 1] : values.subarray(starts[record], starts[record + 1]);
      found.set(own, ends[record]);
      ends[record + 1] = ends[record] + own.length;
    }
    this.facets.set(facet, { codes: [...codes, code], values: found.subarray(0, ends[this.records]), starts: ends });
  }

  /** The codes of a facet that occur. @param {string} facet @returns {string[]} */
  codes(facet) {
    return this.facets.get(facet)?.codes ?? [];
  }

  /** The codes that a record has of a facet. @param {string} facet @param {number} record @returns {string[]} */
  values(facet, record) {
    const found = this.facets.get(facet);
    if (!found) return [];
    return [...found.values.subarray(found.starts[record], found.starts[record + 1])].map((value) => found.codes[value - 1]);
  }

  /** Whether a record has one of the codes. @param {string} facet @param {number} record @param {string} code */
  has(facet, record, code) {
    return this.values(facet, record).includes(code);
  }

  /** The numbers of the records that fit, in order. @param {Choice} choice @param {Uint8Array} [within] 1 for each record that may be
   * among them (all, if it is left out) @returns {number[]} */
  filter(choice, within) {
    const tests = this.#tests(choice);
    const found = [];
    for (let record = 0; record < this.records; record++)
      if ((!within || within[record]) && tests.every((test) => fits(test, record))) found.push(record);
    return found;
  }

  /** Of each facet how many records each code would leave: all other facets' choices hold, the facet's own does not.
   * One pass over the records. @param {Choice} choice @param {Uint8Array} [within] as for `filter`
   * @returns {Map<string, Map<string, number>>} by facet and code; a code that leaves none has 0 */
  counts(choice, within) {
    const tests = this.#tests(choice);
    const facets = [...this.facets];
    const sums = facets.map(([, { codes }]) => new Uint32Array(codes.length + 1));
    const place = new Map(facets.map(([name], index) => [name, [index]]));
    const all = facets.map((_, index) => index);
    for (let record = 0; record < this.records; record++) {
      if (within && !within[record]) continue;
      const failed = failing(tests, record);
      if (failed === MORE) continue;
      for (const index of failed === NONE ? all : (place.get(failed) ?? [])) tally(facets[index][1], sums[index], record);
    }
    return new Map(facets.map(([name, { codes }], index) => [name, new Map(codes.map((code, at) => [code, sums[index][at + 1]]))]));
  }

  /** The cards of records in a language, in the order of the numbers. Throws when a file cannot be had.
   * @param {number[]} numbers @param {string} language @returns {Promise<Card[]>} */
  async cards(numbers, language) {
    const file = (/** @type {number} */ record) => Math.floor(record / this.size);
    for (const number of new Set(numbers.map(file))) {
      const address = `${this.folder}/cards/${language}/${number}.json`;
      if (!this.files.has(address)) this.files.set(address, read(address).catch((error) => (this.files.delete(address), Promise.reject(error))));
    }
    return Promise.all(
      numbers.map(async (record) => {
        const cards = await /** @type {Promise<Card[]>} */ (this.files.get(`${this.folder}/cards/${language}/${file(record)}.json`));
        return cards[record % this.size];
      }),
    );
  }

  /** @param {Choice} choice @returns {Test[]} */
  #tests(choice) {
    return Object.entries(choice)
      .filter(([, codes]) => codes.length)
      .map(([facet, codes]) => {
        const found = this.facets.get(facet);
        const wanted = new Uint8Array((found?.codes.length ?? 0) + 1);
        for (const code of codes) wanted[(found?.codes.indexOf(code) ?? -1) + 1] = 1;
        wanted[0] = 0;
        return { facet, wanted, values: found?.values ?? new Uint16Array(), starts: found?.starts ?? new Uint32Array(this.records + 1) };
      });
  }
}

/** @typedef {{facet: string, wanted: Uint8Array, values: Uint16Array, starts: Uint32Array}} Test */

const NONE = "";
const MORE = " ";

/** @param {Test} test @param {number} record */
function fits({ wanted, values, starts }, record) {
  for (let place = starts[record]; place < starts[record + 1]; place++) if (wanted[values[place]]) return true;
  return false;
}

/** The facet that alone keeps a record out; NONE if it fits, MORE if several do. @param {Test[]} tests @param {number} record */
function failing(tests, record) {
  let failed = NONE;
  for (const test of tests)
    if (!fits(test, record)) {
      if (failed) return MORE;
      failed = test.facet;
    }
  return failed;
}

/** @param {Column} column @param {Uint32Array} sums @param {number} record */
function tally({ values, starts }, sums, record) {
  for (let place = starts[record]; place < starts[record + 1]; place++) sums[values[place]]++;
}
