// Words as they are compared: what people type differs in case, marks, doubled and look-alike letters.
// src/vagvisare/languages/folding.py does the same at the build; a test compares the two.

/** @type {Record<string, string>} */
const LETTERS = { ة: "ه", ى: "ي", ک: "ك", ی: "ي", ٱ: "ا", گ: "ك", پ: "ب", ڤ: "ف", ء: "", æ: "a", ø: "o", œ: "o", ß: "s" };
/** Swedish letters that are letters of their own, and what they are kept as where marks count. */
const OWN = { å: "\ue000", ä: "\ue001", ö: "\ue002" };

/** Small letters in one form: compatibility forms (Arabic as PDFs have it) and what is not seen are gone. @param {string} text */
const plain = (text) =>
  text
    .replace(/['’ʼ‘`´\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .normalize("NFKC")
    .toLowerCase();

/** @param {string} text in small letters */
const folded = (text) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, "")
    .replace(/[ةىکیٱگپڤءæøœß]/g, (letter) => LETTERS[letter])
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/([\p{L}\ue000-\ue002])\1+/gu, "$1")
    .trim();

/** @param {string} text @returns {string} small letters without marks, each at most once in a row; letters that people mix up made
 * one; digits Latin */
export const fold = (text) => folded(plain(text));

/** As `fold`, but å, ä and ö stay letters of their own, for where they were typed. @param {string} text */
export const marked = (text) => folded(plain(text).replace(/[åäö]/g, (letter) => OWN[/** @type {"å"} */ (letter)]));

/** @param {string} text @returns {string[]} its words, folded */
export const words = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** A folded word without the first of the beginnings (articles written together with it) that it has.
 * @param {string} word @param {string[]} beginnings */
export function bare(word, beginnings) {
  const found = beginnings.find((beginning) => word.startsWith(beginning) && word.length >= beginning.length + 3);
  return found ? word.slice(found.length) : word;
}
