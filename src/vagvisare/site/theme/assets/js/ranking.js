// In what order records are shown: by how much of what was asked for they have, what is rare counting more.

/**
 * @typedef {Map<number, number>} Evidence how well records fit one thing, from 0 to 1; those that do not are left out
 * @typedef {{evidence: Evidence, certain: boolean, trust: number, words: number, known: number, place: boolean}} Asked one thing that was asked for: `certain`: it is
 *   known what it means; `trust` is how sure that is, `words` how many it has, `known` which share of them says something here
 * @typedef {{record: number, worth: number, all: boolean}} Ranked `all`: it has all that was understood
 */

const HAS = 0.2;
const LEAST = 0.4;
const WEIGHTS = { least: 0.6, most: 6 };
/** Of so many words at most, the share that must be known: of a few that stand alone more than of a sentence, and more where nothing of
 * it is certain. */
const SHARES = [
  { words: 1, certain: 0.3, other: 0.35 },
  { words: 3, certain: 0.5, other: 0.6 },
  { words: 5, certain: 0.34, other: 0.5 },
  { words: Infinity, certain: 0.24, other: 0.4 },
];

/** How telling one thing is. @param {Evidence} evidence @param {number} records how many there are */
function rarity(evidence, records) {
  const most = Math.max(...evidence.values());
  let having = 0;
  for (const fit of evidence.values()) if (fit >= most / 2) having++;
  return Math.min(WEIGHTS.most, Math.max(WEIGHTS.least, Math.log(records / having)));
}

/** Whether enough of what was typed means something here for an answer to be worth anything. @param {Asked[]} asked */
export function enough(asked) {
  const words = asked.reduce((sum, one) => sum + one.words, 0);
  const known = asked.reduce((sum, one) => sum + one.words * one.known, 0);
  const needed = SHARES.find((one) => words <= one.words);
  const share = (asked.some(({ certain }) => certain) ? needed?.certain : needed?.other) ?? 1;
  return known > 0 && known >= share * words - 1e-6;
}

/** The records that have something of what was asked for, best first; those far behind the best are left out.
 * @param {Asked[]} asked @param {number} records how many there are @param {(record: number) => number} prior what a record is worth of itself,
 * about 1 @param {Map<number, number>} whole what it adds that a record's whole name was typed @returns {Ranked[]} */
export function rank(asked, records, prior, whole) {
  const known = asked.filter(({ evidence }) => evidence.size);
  /** @type {Map<number, {worth: number, has: number}>} */
  const sums = new Map();
  for (const { evidence, trust } of known) {
    const weight = trust * rarity(evidence, records);
    for (const [record, fit] of evidence) {
      const sum = sums.get(record) ?? { worth: 0, has: 0 };
      sum.worth += weight * fit;
      if (fit >= HAS) sum.has++;
      sums.set(record, sum);
    }
  }
  const found = [...sums].map(([record, { worth, has }]) => ({
    record,
    worth: worth * prior(record) + (whole.get(record) ?? 0),
    all: has === known.length,
  }));
  found.sort((one, other) => other.worth - one.worth || one.record - other.record);
  const best = found[0]?.worth ?? 0;
  return found.filter(({ worth, all }) => all || worth >= LEAST * best);
}
