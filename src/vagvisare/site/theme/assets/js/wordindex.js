// The index of names and texts: which records have a word. Its files' form stands in src/vagvisare/site/search/wordindex.py.

import { read } from "./files.js";

/** @typedef {{word: string, records: () => number[], named: boolean}} Entry a word of the index; `named`: in the name of a page of a text */

/** @type {Record<number, number>} */
const FILES = { 0: 1, 1: 32, 2: 256, 3: 1024 };
const ZERO = 35;
const NAMED = "^";

/** @param {string} word @param {number} first how many letters tell the file */
function fileOf(word, first) {
  let number = 0x811c9dc5;
  for (const letter of word.slice(0, first)) number = Math.imul(number ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return number % FILES[first];
}

/** @param {string} gaps @returns {number[]} */
function numbers(gaps) {
  let number = 0;
  return [...gaps].map((gap) => (number += gap.charCodeAt(0) - ZERO));
}

export class WordIndex {
  /** @param {string} folder @param {number} first how many letters of a word tell which file of names it stands in */
  constructor(folder, first) {
    this.folder = folder;
    this.first = first;
    this.incomplete = false;
    /** @type {number[]} the numbers of all records: who has a word that very many have */
    this.all = [];
    /** @type {Map<string, Record<string, string>>} */
    this.files = new Map();
    /** @type {Map<string, Map<string, Entry[]>>} of each file its words by their stems */
    this.stems = new Map();
  }

  /** How many letters tell the file: a small directory has one file of texts. @param {string} part */
  #letters = (part) => (part === "names" || this.first > 1 ? this.first : 0);

  /** @param {string} part @param {string} word */
  #file = (part, word) => `${part}/${fileOf(word, this.#letters(part))}`;

  /** Loads the files that words stand in; a word too short to tell is left out. What cannot be had makes it `incomplete` and is
   * asked for again the next time. @param {string} part `names` or `text/<language>` @param {string[]} words */
  async load(part, words) {
    const wanted = new Set(words.filter((word) => word.length >= this.#letters(part)).map((word) => this.#file(part, word)));
    await Promise.all([...wanted].filter((file) => !this.files.has(file)).map((file) => this.#load(file)));
  }

  /** @param {string} file */
  async #load(file) {
    try {
      this.files.set(file, await read(`${this.folder}/${file}.json`));
    } catch {
      this.incomplete = true;
    }
  }

  /** Whether the files that words stand in are loaded. @param {string} part @param {string[]} words */
  has(part, words) {
    return words.every((word) => word.length < this.#letters(part) || this.files.has(this.#file(part, word)));
  }

  /** The records that have just this word, or this whole name after `=`. @param {string} part @param {string} word */
  exactly(part, word) {
    const gaps = (this.files.get(this.#file(part, word.replace("=", ""))) ?? {})[word];
    return typeof gaps === "string" ? this.#entry(word, gaps).records() : [];
  }

  /** The words that a file has of a stem. @param {string} part @param {string} word @param {(word: string) => string} stem
   * @returns {Entry[]} */
  alike(part, word, stem) {
    const file = this.#file(part, word);
    if (!this.files.has(file)) return [];
    if (!this.stems.has(file)) {
      const found = new Map();
      for (const entry of this.near(part, word)) {
        const key = stem(entry.word);
        if (found.has(key)) found.get(key).push(entry);
        else found.set(key, [entry]);
      }
      this.stems.set(file, found);
    }
    return this.stems.get(file)?.get(stem(word)) ?? [];
  }

  /** The words of the file that a word stands in, whole names left out. What is not loaded has none.
   * @param {string} part @param {string} word @returns {Entry[]} */
  near(part, word) {
    const found = Object.entries(this.files.get(this.#file(part, word)) ?? {});
    return found.filter(([other]) => !other.startsWith("=")).map(([other, gaps]) => this.#entry(other, gaps));
  }

  /** @param {string} word @param {string} gaps @returns {Entry} */
  #entry(word, gaps) {
    const named = word.startsWith(NAMED);
    return { word: named ? word.slice(1) : word, records: () => (gaps ? numbers(gaps) : this.all), named };
  }
}
