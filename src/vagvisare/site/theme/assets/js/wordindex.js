// The index of names and texts: which records have a word. Its files' form stands in src/vagvisare/site/search/wordindex.py.

import { read } from "./files.js";

/** @type {Record<number, number>} */
const FILES = { 1: 32, 2: 256, 3: 1024 };
const ZERO = 35;

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
  /** @param {string} folder @param {number} first how many letters of a word tell which file it stands in */
  constructor(folder, first) {
    this.folder = folder;
    this.first = first;
    this.incomplete = false;
    /** @type {number[]} the numbers of all records: who has a word that very many have */
    this.all = [];
    /** @type {Map<string, Record<string, string>>} */
    this.files = new Map();
  }

  /** Loads the files that words stand in; a word too short to tell is left out. What cannot be had makes it `incomplete` and is
   * asked for again the next time. @param {string} part `names` or `text/<language>` @param {string[]} words */
  async load(part, words) {
    const wanted = new Set(words.filter((word) => word.length >= this.first).map((word) => `${part}/${fileOf(word, this.first)}`));
    this.incomplete = false;
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
    return words.every((word) => word.length < this.first || this.files.has(`${part}/${fileOf(word, this.first)}`));
  }

  /** The words of the file that a word stands in, and their records. What is not loaded has none.
   * @param {string} part @param {string} word @returns {[string, () => number[]][]} */
  near(part, word) {
    if (word.length < this.first) return [];
    const found = this.files.get(`${part}/${fileOf(word, this.first)}`) ?? {};
    return Object.entries(found).map(([other, gaps]) => [other, () => (gaps ? numbers(gaps) : this.all)]);
  }
}
