// Coverage as the site has written it: the outcome of each municipality, situation, need and language.

/** @typedef {string | Record<string, string>} Name as the organisation writes it, or by language */
/** @typedef {[Name, string]} Named a name and an address */
/** @typedef {[number, number, number[], number[]]} Cell outcome, how many answer before the final one, bodies, offers */
/** @typedef {{outcomes: string[], languages: Record<string, number>, situations: string[], needs: string[], bodies: (Named | null)[],
 *   regions: Record<string, Named>, offers: Named[], places: Record<string, [number, Name | null]>, tables: number[][], rows: number[][],
 *   cells: Cell[]}} Data */
/** @typedef {{language: string, situation: string, need: string}} Choice situation and need may be "": all */
/** @typedef {{counts: number[], worst: number, cells: {cell: Cell, situation: number, need: number}[]}} Tally */

/** What all cases of a choice come to in each of the tables that municipalities share.
 * @param {Data} data @param {Choice} choice @returns {Tally[]} by the table's number */
export function tallies(data, { language, situation, need }) {
  const column = data.languages[language];
  const situations = chosen(data.situations, situation);
  const needs = chosen(data.needs, need);
  return data.tables.map((table) => {
    const cells = situations.flatMap((s) =>
      needs.map((n) => ({ cell: data.cells[data.rows[table[s * data.needs.length + n]][column]], situation: s, need: n })),
    );
    const counts = data.outcomes.map(() => 0);
    for (const { cell } of cells) counts[cell[0]] += 1;
    return { counts, worst: worst(counts), cells };
  });
}

/** The number of a code in its list, as a list; of all, when none is chosen. @param {string[]} codes @param {string} code */
const chosen = (codes, code) => (code ? [codes.indexOf(code)] : codes.map((_, number) => number));

/** The worst outcome that there is. @param {number[]} counts */
export const worst = (counts) => counts.findLastIndex((count) => count > 0);

/** How many bodies and offers there are behind some cells, each once and in their order; a body is final that always is.
 * @param {Tally} tally */
export function behind({ cells }) {
  const before = new Set();
  const bodies = new Set();
  const offers = new Set();
  for (const { cell } of new Map(cells.map((one) => [one.cell, one])).values()) {
    cell[2].forEach((body, index) => (index < cell[1] ? before : bodies).add(body));
    for (const offer of cell[3]) offers.add(offer);
  }
  return { before: [...before], final: [...bodies].filter((body) => !before.has(body)), offers: [...offers] };
}
