// Whom a rule is about, by the codes that its element carries: as src/vagvisare/records/responsibility.py has it.

/** @param {string | undefined} codes of an attribute @returns {string[]} */
export const split = (codes) => (codes ?? "").split(" ").filter(Boolean);

/** @param {Set<string>} known @param {string[]} wanted */
export const meets = (known, wanted) => wanted.some((code) => known.has(code));

/**
 * Whether a rule is about somebody in these situations: in one of those that it is for, in all that it asks for too, in none of
 * its exceptions.
 * @param {HTMLElement} rule
 * @param {Set<string>} codes and what they imply
 */
export const applies = ({ dataset }, codes) =>
  !meets(codes, split(dataset.except)) &&
  split(dataset.all).every((code) => codes.has(code)) &&
  (!dataset.for || meets(codes, split(dataset.for)));
