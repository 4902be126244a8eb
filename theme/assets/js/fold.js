// Words as they are compared: what people type differs in case, marks and look-alike letters.

/** @param {string} text @returns {string} small letters without marks; Arabic letters that people mix up made one; Latin digits */
export const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u064b-\u065f\u0640]/g, "")
    .replace(/[أإآ]/g, "ا")
    .replace(/ة/g, "ه")
    .replace(/ى/g, "ي")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .trim();

/** @param {string} text */
export const words = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
