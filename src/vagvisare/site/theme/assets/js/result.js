// One result as a card in the reader's language.

import { bothTexts } from "./bothtexts.js";
import { element, inLanguage } from "./elements.js";

/** @typedef {import("./columns.js").Card} Card @typedef {Map<string, HTMLElement>} Said the page's own words by name */

/** The page's own words, out of a template. @param {HTMLTemplateElement} template @returns {Said} */
export const said = (template) => new Map([...template.content.children].map((word) => [/** @type {HTMLElement} */ (word).dataset.word ?? "", /** @type {HTMLElement} */ (word)]));

/** A text that may be in another language than the page. @param {HTMLElement} place @param {string} text @param {string | undefined} language
 * @param {Said} words @param {boolean} marked whether it says so: a name is the organisation's own, a fallback is not */
function put(place, text, language, words, marked) {
  if (!language) {
    place.textContent = text;
    return;
  }
  const badge = words.get(`in-${language}`);
  place.append(inLanguage("bdi", text, language, badge?.dataset.direction ?? "ltr"));
  if (marked) place.append(" ", element("span", "badge badge--fallback", badge?.textContent ?? language));
}

/** @param {Card} card @param {string} kind @param {string[]} languages that staff speak
 * @param {Record<string, [string, string]>} autonyms @param {Said} words @param {string} comma */
export function result(card, kind, languages, autonyms, words, comma) {
  const item = element("li", "card found");
  item.appendChild(element("p", "found__kind", words.get(`kind-${kind}`)?.textContent ?? ""));
  const link = item.appendChild(element("h3", "")).appendChild(document.createElement("a"));
  link.href = `../${card.address}`;
  put(link, card.name, card.nameIn, words, false);
  const line = item.appendChild(element("p", ""));
  if (card.easy) line.append(...bothTexts(card.line, card.easy));
  else put(line, card.line, card.lineIn, words, true);
  if (card.silent) item.append(element("p", "soft", card.silent));
  const facts = [...places(card), ...spoken(languages, autonyms, words, comma), ...free(card, words), ...confirmed(card, words)];
  if (facts.length) item.appendChild(element("ul", "chips")).append(...facts);
  return item;
}

/** @param {Card} card */
function places({ places: some }) {
  return (some ?? []).map(([name, swedish]) => {
    const own = swedish ? [" ", inLanguage("bdi", `(${swedish})`, "sv", "ltr")] : [];
    return element("li", "chip--place", element("bdi", "", name), ...own);
  });
}

/** @param {string[]} languages @param {Record<string, [string, string]>} autonyms @param {Said} words @param {string} comma */
function spoken(languages, autonyms, words, comma) {
  if (!languages.length) return [];
  const names = languages.flatMap((language, index) => {
    const [autonym, direction] = autonyms[language] ?? [language, "ltr"];
    return [index ? comma : "", inLanguage("bdi", autonym, language, direction)];
  });
  return [element("li", "", `${words.get("staff")?.textContent} `, ...names)];
}

/** @param {Card} card @param {Said} words */
function free({ free: some }, words) {
  return (some ?? []).map(([kind, number, of, , day]) => {
    const figure = element("bdi", "", of === null ? String(number) : `${number}/${of}`);
    return element("li", "", `${words.get("free")?.textContent} `, figure, ` · ${kind} · `, element("bdi", "", day));
  });
}

/** @param {Card} card @param {Said} words */
function confirmed({ confirmedOn }, words) {
  if (!confirmedOn) return [];
  return [element("li", "", `${words.get("confirmed")?.textContent} `, element("bdi", "", confirmedOn))];
}
