// Whom a rule is about, by the codes that its element carries: as src/vagvisare/guidance/guidance.py has it.

/** @param {string | undefined} codes of an attribute @returns {string[]} */
export const split = (codes) => (codes ?? "").split(" ").filter(Boolean);

/** @param {Set<string>} known @param {string[]} wanted */
export const meets = (known, wanted) => wanted.some((code) => known.has(code));

/** Whether a rule is about somebody in these situations. @param {HTMLElement} rule @param {Set<string>} codes and what they imply */
export const applies = ({ dataset }, codes) =>
  !meets(codes, split(dataset.except)) && (!dataset.situations || meets(codes, split(dataset.situations)));
