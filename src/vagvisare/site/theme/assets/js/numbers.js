// Numbers that are typed: of telephones and organisations, and postal codes, which lead to their municipality.

import { fold } from "./fold.js";

/** @typedef {Record<string, string[]>} Postal the spans of each municipality's postal codes */

const FEWEST = 5;

/** What is typed if it is a number: its digits as the index has them. Nothing if it is something else, or shorter.
 * @param {string} typed @returns {string} */
export function asNumber(typed) {
  const plain = fold(typed.replace(/[\u2010-\u2015\u2212]/g, "-")).replace(/[^\p{L}\p{N}]+$/u, "");
  if (!/^[+(]*\d[\d\s()/.:-]*$/.test(plain)) return "";
  const digits = plain.replace(/\D/g, "");
  if (digits.length < FEWEST) return "";
  if (/^(\+|00)\s*46/.test(plain)) return digits.replace(/^(00)?460?/, "0");
  if (/^46\d{8,}$/.test(digits)) return digits.replace(/^460?/, "0");
  return digits.length === 12 && digits.startsWith("16") ? digits.slice(2) : digits;
}

/** The municipality that a postal code is of. @param {Postal} postal @param {string} code */
export function municipalityOf(postal, code) {
  if (code.length !== 5) return undefined;
  const has = (/** @type {string} */ span) => {
    const [first, last = first] = span.split("-");
    return code >= first && code <= last;
  };
  return Object.keys(postal).find((municipality) => postal[municipality].some(has));
}
