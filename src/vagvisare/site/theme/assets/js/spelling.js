// How near two words are: for what is typed with a mistake, and for Swedish places in Arabic letters.

/** The letters that must be changed, added, left out or turned round to make one word of the other; `most` + 1 when more than `most`.
 * @param {string} one @param {string} other @param {number} most */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length];
}

/** How many mistakes a word of so many letters may have. @param {number} length */
export const mistakes = (length) => (length < 5 ? 0 : length < 8 ? 1 : 2);

/** Arabic consonants as the Latin ones that they stand for in Swedish names; vowels, and what only carries one, are left out.
 * @type {Record<string, string>} */
const CONSONANTS = {
  ...{ ب: "b", ت: "t", ث: "t", ج: "g", ح: "h", خ: "h", د: "d", ذ: "d", ر: "r", ز: "s", س: "s", ش: "c", ص: "s", ض: "d", ط: "t", ظ: "s" },
  ...{ غ: "g", ف: "v", ق: "k", ك: "k", ل: "l", م: "m", ن: "n", ه: "h" },
};

/** A place's name in Arabic letters by its consonants; a soft one at the beginning counts, an h at the end does not. @param {string} name */
const arabicSkeleton = (name) =>
  [...name.replace(/^و/, "ف").replace(/^ي/, "ج").replace(/ه$/, "")].map((letter) => CONSONANTS[letter] ?? "").join("");

/** A Swedish name by its consonants as Arabic writes them: as spelled, with soft g and k as spoken, and without j. @param {string} name folded */
function swedishSkeletons(name) {
  const plain = name.replace(/[^a-z]/g, "").replace(/ck/g, "k").replace(/x/g, "ks").replace(/ng?k/g, "nk");
  const soft = plain.replace(/stj|skj|sj/g, "c").replace(/(sk|k|tj)(?=[eiyao]?[eiy])/g, "c");
  const spoken = soft.replace(/rg\b/g, "r").replace(/^(hj|lj|dj)/, "g");
  const letters = (/** @type {string} */ text) =>
    text
      .replace(/[jg]/g, "g")
      .replace(/[fw]/g, "v")
      .replace(/[qc](?=[^h])/g, (letter) => (letter === "q" ? "k" : "c"))
      .replace(/z/g, "s")
      .replace(/p/g, "b")
      .replace(/h$/, "")
      .replace(/[aeiouy]/g, "");
  return [letters(plain), letters(spoken), letters(spoken.replace(/(?<=[lrn])j/g, ""))];
}

/** The places (by code) whose Swedish name has the consonants of a name in Arabic letters. @param {string} name folded
 * @param {Map<string, string>} places code and folded Swedish name @returns {string[]} */
export function placesSounding(name, places) {
  const wanted = [name, name.replace(/خ/g, "ش")].map(arabicSkeleton);
  if (wanted[0].length < 3) return [];
  return [...places].filter(([, swedish]) => swedishSkeletons(swedish).some((one) => wanted.includes(one))).map(([code]) => code);
}
