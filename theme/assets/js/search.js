// The search page: records by name, place and trade, in any language's words.

import { fold, words } from "./fold.js";

/** @typedef {[string, string, string, string, string[], string[]]} Row name, address, line, place, codes, other names */
/** @typedef {{terms: Record<string, string[]>, rows: Row[]}} Index */

const MOST = 30;

/** @type {Promise<{row: Row, name: string[], place: string[]}[]> | undefined} */
let rows;
/** @type {[string, string[]][]} */
let terms = [];

/** @param {string} address of the index */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  /** @type {Index} */
  const index = await answer.json();
  terms = Object.entries(index.terms).map(([code, names]) => [code, names.map(fold)]);
  return index.rows.map((row) => ({ row, name: words([row[0], ...row[5]].join(" ")), place: words(row[3]) }));
}

/** The codes of the terms that a word may mean. @param {string} word */
const meant = (word) =>
  new Set(terms.filter(([, names]) => names.some((name) => name === word || (word.length > 2 && words(name).some((w) => w.startsWith(word))))).map(([code]) => code));

/** How well a row fits: the name counts most, then the place, then the trade; 0 when a word fits nothing.
 * @param {{row: Row, name: string[], place: string[]}} entry @param {{word: string, codes: Set<string>}[]} wanted */
function score({ row, name, place }, wanted) {
  let sum = 0;
  for (const { word, codes } of wanted) {
    const best = Math.max(
      name.includes(word) ? 8 : name.some((w) => w.startsWith(word)) ? 6 : 0,
      place.some((w) => w.startsWith(word)) ? 4 : 0,
      row[4].some((code) => codes.has(code)) ? 3 : 0,
    );
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

/** @param {Row} row */
function card([name, address, line, place]) {
  const item = document.createElement("li");
  item.className = "card";
  const heading = item.appendChild(document.createElement("h2"));
  const link = heading.appendChild(document.createElement("a"));
  link.href = `../${address}`;
  link.appendChild(document.createElement("bdi")).textContent = name;
  item.appendChild(document.createElement("p")).textContent = line;
  if (place) {
    const where = item.appendChild(document.createElement("p"));
    where.className = "soft";
    where.appendChild(document.createElement("bdi")).textContent = place;
  }
  return item;
}

/** @param {HTMLFormElement} form */
function searchPage(form) {
  const query = /** @type {HTMLInputElement} */ (document.getElementById("query"));
  const results = /** @type {HTMLElement} */ (document.getElementById("results"));
  const status = /** @type {HTMLElement} */ (document.getElementById("search-status"));

  async function search() {
    const wanted = words(query.value).map((word) => ({ word, codes: new Set() }));
    if (!wanted.length) {
      results.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const entries = await (rows ??= load(form.dataset.index ?? ""));
      for (const one of wanted) one.codes = meant(one.word);
      const found = entries
        .map((entry) => ({ entry, fit: score(entry, wanted) }))
        .filter(({ fit }) => fit > 0)
        .sort((a, b) => b.fit - a.fit);
      results.replaceChildren(...found.slice(0, MOST).map(({ entry }) => card(entry.row)));
      status.textContent = found.length ? `${form.dataset.found}: ${found.length}` : (form.dataset.none ?? "");
    } catch {
      rows = undefined;
      status.textContent = form.dataset.failed ?? "";
    }
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  query.addEventListener("input", search);
  query.value = new URLSearchParams(location.search).get("q") ?? "";
  query.focus();
  if (query.value) search();
}

const form = document.getElementById("search");
if (form instanceof HTMLFormElement) searchPage(form);
