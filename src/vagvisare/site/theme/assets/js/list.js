// The officials' list: narrowed by what is chosen, as cards, table or map, compared, and taken along. Its state is the fragment.

import { card, Cells, table } from "./cells.js";
import { Choices } from "./choices.js";
import { MOST, sideBySide } from "./compare.js";
import { saveCsv } from "./csv.js";
import { button, element, filled } from "./elements.js";
import { follow } from "./fragment.js";
import { words } from "./free.js";
import { listMap } from "./listmap.js";
import { helpful, nearest, without } from "./nearby.js";
import { Records } from "./records.js";
import { keepState, stateOf } from "./state.js";
import { copied, saveWorkbook, tabbed } from "./take.js";

/** @typedef {import("./cells.js").Row} Row @typedef {import("./cells.js").Heading} Heading @typedef {import("./state.js").State} State */

const STEP = { cards: 24, table: 300 };
/** So many are shown at first, and so many more when more are asked for. */
const WIDE = "(width >= 60rem)";
/** @type {Record<string, string>} */
const SORTS = { name: "name", municipalities: "place", free: "free", freshness: "freshness" };
/** The columns that a list can be ordered by. */

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const order = /** @type {HTMLSelectElement} */ (at("sort"));
const sheet = /** @type {HTMLDialogElement} */ (at("choices-sheet"));

/** @param {string} selector @returns {HTMLElement[]} */
const all = (selector) => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))];
/** @param {string} more @returns {HTMLInputElement[]} the boxes of columns */
const columnBoxes = (more = "") => [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(`#columns input${more}`))];

class List {
  /** @param {HTMLElement} finder @param {Records} records @param {Choices} choices */
  constructor(finder, records, choices) {
    this.records = records;
    this.choices = choices;
    const template = /** @type {HTMLTemplateElement} */ (at("finder-words"));
    this.words = template.dataset;
    const badges = new Map([...template.content.children].map((mark) => [/** @type {HTMLElement} */ (mark).dataset.language ?? "", mark.textContent ?? ""]));
    const { comma = ", ", up = "", language = "", folder = "" } = finder.dataset;
    const { columns, figures, days } = records;
    this.cells = new Cells({ columns, choices, figures, days, words: this.words, badges, comma, up });
    this.language = language;
    this.folder = folder;
    this.results = at("results");
    /** What the page shows before anything is chosen. */
    this.whole = [...this.results.childNodes];
    this.headings = columnBoxes().map((box) => ({ name: box.value, heading: box.nextElementSibling?.textContent ?? "" }));
    this.usual = columnBoxes(":checked").map((box) => box.value);
    /** @type {Map<string, Map<string, number>>} how many each choice would leave */
    this.counts = new Map();
    /** @type {number[]} the records that fit, in order */
    this.numbers = [];
    /** @type {Awaited<ReturnType<typeof listMap>> | undefined} drawn when it is asked for */
    this.map = undefined;
    this.turn = 0;
    this.state = this.#read();
    this.#listen();
  }

  /** What the address says; what this list does not know is passed over. @returns {State} */
  #read() {
    const said = stateOf((facet, code) => this.choices.label(facet, code) !== undefined);
    const names = ["name", ...this.headings.map(({ name }) => name)];
    const compare = said.compare.filter((id) => this.records.ids.includes(id)).slice(0, MOST);
    return {
      choice: said.choice,
      view: document.querySelector(`[data-view="${CSS.escape(said.view)}"]`) ? said.view : "cards",
      sort: order.querySelector(`[value="${CSS.escape(said.sort)}"]`) ? said.sort : "",
      columns: said.columns.filter((name) => names.includes(name)),
      compare,
      more: said.more,
    };
  }

  #listen() {
    follow(() => {
      if (location.hash && !location.hash.includes("=")) return;
      this.state = this.#read();
      this.show();
    });
    for (const view of all("[data-view]")) view.addEventListener("click", () => this.change({ view: view.dataset.view }));
    order.addEventListener("change", () => this.change({ sort: order.value }));
    at("columns").addEventListener("change", () => {
      const chosen = columnBoxes(":checked").map((box) => box.value);
      this.change({ columns: String(chosen) === String(this.usual) ? [] : chosen.length ? chosen : ["name"] });
    });
    at("take").addEventListener("toggle", () => this.#offer());
    for (const way of all("[data-take]")) way.addEventListener("click", () => this.#take(way.dataset.take ?? ""));
    at("compare-open").addEventListener("click", () => this.#compare());
    at("compare-clear").addEventListener("click", () => this.change({ compare: [] }));
  }

  /** Something was chosen; "back" takes back what changes which records are shown, or how. @param {Partial<State>} change */
  change(change) {
    const more = change.more ?? (change.compare ? this.state.more : 0);
    this.state = { ...this.state, ...change, more };
    keepState(this.state, Boolean(change.choice ?? change.view));
    return this.show();
  }

  /** The shown columns, the name first. @returns {Heading[]} */
  get columns() {
    const shown = this.state.columns.length ? this.state.columns : this.usual;
    return [{ name: "name", heading: this.words.name ?? "" }, ...this.headings.filter(({ name }) => shown.includes(name))];
  }

  /** Nothing chosen: the page as it was built says it all. */
  get untouched() {
    const { choice, view, sort, columns, compare } = this.state;
    return view === "cards" && !sort && !columns.length && !compare.length && !Object.keys(choice).length;
  }

  async show() {
    const turn = ++this.turn;
    const { choice } = this.state;
    this.counts = this.records.counts(choice);
    this.numbers = this.records.sorted(this.records.filter(choice), this.state.sort || order.options[0].value);
    this.#bar();
    try {
      const content = await this.#content();
      if (turn === this.turn) this.#put(content);
    } catch (error) {
      if (turn !== this.turn) return;
      this.results.replaceChildren(element("p", "note note--warn", this.words.failed), ...this.whole);
      console.info(String(error));
    }
  }

  /** What is there already stays where it is: it may have the focus. @param {Node[]} content */
  #put(content) {
    const there = [...this.results.childNodes];
    if (content.length !== there.length || content.some((node, place) => node !== there[place])) this.results.replaceChildren(...content);
  }

  /** @returns {Promise<Node[]>} */
  async #content() {
    if (this.untouched) return this.whole;
    if (this.state.view === "map") return [await this.#map()];
    if (!this.numbers.length) return this.#nothing();
    const rows = await this.#rows(this.numbers.slice(0, STEP[this.#shape] * (this.state.more + 1)));
    const content = this.#shape === "table" ? this.#table(rows) : this.#cards(rows);
    if (rows.length < this.numbers.length) content.append(button("button more", [this.words.more], () => this.change({ more: this.state.more + 1 })));
    return [content];
  }

  /** @returns {"table" | "cards"} */
  get #shape() {
    return this.state.view === "table" ? "table" : "cards";
  }

  /** @param {number[]} numbers @returns {Promise<Row[]>} */
  async #rows(numbers) {
    const cards = await this.records.columns.cards(numbers, this.language);
    return numbers.map((number, place) => ({ number, id: this.records.id(number), card: cards[place] }));
  }

  /** @param {Row[]} rows */
  #cards(rows) {
    return element("div", "", element("ul", "cards cards--facts", ...rows.map((row) => card(row, this.columns, this.cells, this.#pick(row)))));
  }

  /** @param {Row[]} rows */
  #table(rows) {
    const box = element("div", "scroll");
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", this.words.title ?? "");
    const content = table(rows, this.columns, this.cells, (row) => this.#pick(row, "hidden"));
    for (const head of content.tHead?.rows[0].cells ?? []) this.#sortable(head);
    box.append(content);
    return box;
  }

  /** @param {HTMLElement} head */
  #sortable(head) {
    const sort = SORTS[head.dataset.column ?? ""];
    if (!sort || !order.querySelector(`[value=${sort}]`)) return;
    head.replaceChildren(button("sort", [head.textContent ?? ""], () => this.change({ sort })));
    if (order.value === sort) head.setAttribute("aria-sort", sort === "free" ? "descending" : "ascending");
  }

  /** The box that puts a record among those that are compared. @param {Row} row @param {string} [how] the class of its words */
  #pick({ id, card }, how = "") {
    const input = element("input", "");
    input.type = "checkbox";
    input.dataset.compare = id;
    input.addEventListener("change", () => {
      const { compare } = this.state;
      this.change({ compare: input.checked ? [...compare, id].slice(0, MOST) : compare.filter((other) => other !== id) }).then(() =>
        /** @type {HTMLElement | null} */ (this.results.querySelector(`[data-compare="${id}"]`))?.focus(),
      );
    });
    input.checked = this.state.compare.includes(id);
    input.disabled = !input.checked && this.state.compare.length >= MOST;
    return element("label", "pick", input, element("span", how, this.words.compare, element("span", "hidden", `: ${card.name}`)));
  }

  // --- the bar ------------------------------------------------------------------------------------------------------------

  #bar() {
    const { choice, view, sort, columns, compare } = this.state;
    const shown = this.numbers.length;
    this.choices.show(choice, this.counts);
    at("count").textContent = filled(this.words.shown, { shown, all: this.records.ids.length });
    at("choices-show").textContent = filled(this.words.show, { number: shown });
    for (const other of all("[data-view]")) other.setAttribute("aria-pressed", String(other.dataset.view === view));
    order.value = sort || order.options[0].value;
    for (const box of columnBoxes()) box.checked = (columns.length ? columns : this.usual).includes(box.value);
    at("comparing").hidden = !compare.length;
    at("compare-open").textContent = filled(this.words.comparing, { number: compare.length });
    this.#chips();
  }

  #chips() {
    const { choice } = this.state;
    const chips = Object.entries(choice).flatMap(([facet, codes]) => codes.map((code) => this.#chip(facet, code)));
    if (chips.length > 1) chips.push(element("li", "", button("chip", [this.words.clear], () => this.#drop({}))));
    at("chosen").replaceChildren(...chips);
  }

  /** @param {string} facet @param {string} code */
  #chip(facet, code) {
    const content = [element("span", "hidden", `${this.words.without}: `), `${this.choices.name(facet)}: `, this.#label(facet, code)];
    const chip = button("chip chip--chosen", content, () =>
      this.#drop({ ...without(this.state.choice, facet), ...kept(facet, this.state.choice[facet].filter((other) => other !== code)) }),
    );
    return element("li", "", chip);
  }

  /** @param {string} facet @param {string} code */
  #label(facet, code) {
    return this.choices.label(facet, code)?.cloneNode(true);
  }

  /** A chip is pressed: it goes, and the focus to the next, or to the number of what is found. @param {Record<string, string[]>} choice */
  #drop(choice) {
    const place = [...at("chosen").children].findIndex((item) => item.contains(document.activeElement));
    this.change({ choice });
    const next = at("chosen").children[Math.min(Math.max(place, 0), at("chosen").children.length - 1)];
    (next?.querySelector("button") ?? at("count")).focus();
  }

  // --- nothing found --------------------------------------------------------------------------------------------------------

  #nothing() {
    const { choice } = this.state;
    const box = element("div", "nothing", element("p", "nothing__said", this.words.none));
    const helps = helpful(choice, this.records.filter);
    if (helps.length) box.append(this.#buttons(helps.map(([facet, number]) => this.#without(facet, number))));
    const near = nearest(this.counts.get("municipalities") ?? new Map(), choice.municipalities ?? [], this.records.places);
    if (choice.municipalities && near.length) box.append(element("p", "", this.words.nearby), this.#buttons(near.map((place) => this.#instead(...place))));
    return [box];
  }

  /** @param {HTMLElement[]} buttons */
  #buttons(buttons) {
    return element("ul", "plain nothing__ways", ...buttons.map((one) => element("li", "", one)));
  }

  /** @param {string} facet @param {number} number */
  #without(facet, number) {
    const labels = this.state.choice[facet].flatMap((code, place) => [place ? this.cells.comma : "", this.#label(facet, code)]);
    const what = element("span", "", `${this.words.without}: ${this.choices.name(facet)} `, ...labels);
    const content = [what, element("span", "soft", String(number))];
    return button("panel__button", content, () => this.change({ choice: without(this.state.choice, facet) }));
  }

  /** @param {string} code @param {number} number @param {number} distance */
  #instead(code, number, distance) {
    const far = element("bdi", "soft", filled(this.words.distance, { number: distance }));
    const content = [this.#label("municipalities", code), far, element("span", "soft", String(number))];
    return button("panel__button", content, () => this.change({ choice: { ...this.state.choice, municipalities: [code] } }));
  }

  // --- map, comparison, taking along --------------------------------------------------------------------------------------

  async #map() {
    const toggle = (/** @type {string} */ code) => {
      const chosen = this.state.choice.municipalities ?? [];
      const now = chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];
      this.change({ choice: { ...without(this.state.choice, "municipalities"), ...kept("municipalities", now) } });
    };
    this.map ??= await listMap(this.folder, this.words.map ?? "", toggle);
    const counts = this.counts.get("municipalities");
    const chosen = this.state.choice.municipalities ?? [];
    this.map.show(
      this.records.places.map(([code]) => ({
        code,
        label: /** @type {Node} */ (this.choices.label("municipalities", code)),
        number: counts?.get(code) ?? 0,
        chosen: chosen.includes(code),
      })),
    );
    return this.map.element;
  }

  async #compare() {
    const rows = await this.#rows(this.records.numbers(this.state.compare));
    at("compare-body").replaceChildren(sideBySide(rows, this.headings, this.cells, this.words.unknown ?? ""));
    /** @type {HTMLDialogElement} */ (at("compare")).showModal();
  }

  #offer() {
    at("take-what").textContent = filled(this.words.rows, { number: this.numbers.length, columns: this.columns.length });
    at("take-said").textContent = "";
  }

  /** The shown rows and columns as texts, the headings first. @returns {Promise<string[][]>} */
  async #texts() {
    const { columns } = this;
    const rows = await this.#rows(this.numbers);
    return [columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ name }) => this.cells.text(row, name)))];
  }

  /** @param {string} way */
  async #take(way) {
    if (way === "print") {
      at("take").hidePopover();
      return print();
    }
    if (way === "address") return this.#say(await copied(location.href));
    const texts = await this.#texts();
    if (way === "copy") return this.#say(await copied(tabbed(texts)));
    return way === "csv" ? saveCsv(texts, this.words.title ?? "") : saveWorkbook(texts, this.words.title ?? "");
  }

  /** @param {boolean} done */
  #say(done) {
    at("take-said").textContent = (done ? this.words.copied : this.words.uncopied) ?? "";
  }
}

/** A facet's codes, if any are left. @param {string} facet @param {string[]} codes @returns {Record<string, string[]>} */
const kept = (facet, codes) => (codes.length ? { [facet]: codes } : {});

/** The choices stand beside the list where there is room, else in a sheet. */
function placeChoices() {
  const form = at("choices");
  const body = /** @type {HTMLElement} */ (sheet.querySelector(".sheet__body"));
  const wide = matchMedia(WIDE);
  const place = () => {
    if (wide.matches && sheet.open) sheet.close();
    (wide.matches ? at("choices-place") : body).prepend(form);
  };
  wide.addEventListener("change", place);
  place();
  at("choices-open").addEventListener("click", () => sheet.showModal());
  for (const close of document.querySelectorAll("[data-close]"))
    close.addEventListener("click", () => /** @type {HTMLDialogElement} */ (close.closest("dialog")).close());
}

/** @param {HTMLElement} finder */
async function start(finder) {
  const { kind = "", folder = "", language = "" } = finder.dataset;
  at("count").tabIndex = -1;
  placeChoices();
  try {
    const facets = all("#choices details").map((box) => box.dataset.facet ?? "");
    const records = await Records.load(kind, folder, language, words(), facets);
    /** @type {List} */
    let list;
    const choices = new Choices(/** @type {HTMLFormElement} */ (at("choices")), records.places, () => list.change({ choice: choices.chosen }));
    list = new List(finder, records, choices);
    await list.show();
    finder.dataset.ready = "";
  } catch (error) {
    finder.classList.add("finder--failed");
    at("count").textContent = at("finder-words").dataset.failed ?? "";
    console.info(String(error));
  }
}

const finder = document.getElementById("finder");
if (finder) start(finder);
