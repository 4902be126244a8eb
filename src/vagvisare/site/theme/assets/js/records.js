// The records of a list made ready to be narrowed: columns, order, places and free places, as one thing.

import { load as loadColumns } from "./columns.js";
import { read } from "./files.js";
import { load as loadFigures } from "./free.js";

/** @typedef {import("./columns.js").Choice} Choice @typedef {import("./choices.js").Place} Place @typedef {import("./free.js").Figures} Figures */

const NOTHING = "?";
const FREE = ["now", "old", "none", NOTHING];

export class Records {
  /** Loads all that a list needs. Throws when something cannot be had; free places may be those of the build.
   * @param {string} kind @param {string} folder @param {string} language @param {import("./free.js").Words | undefined} days
   * @param {string[]} facets those that can be chosen */
  static async load(kind, folder, language, days, facets) {
    const [columns, order, places, figures] = await Promise.all([
      loadColumns(folder),
      read(`${folder}/lists/${kind}.json`),
      read(`${folder}/lists/municipalities-${language}.json`),
      days ? loadFigures(days.file).catch(() => ({})) : {},
    ]);
    return new Records(kind, columns, order, places, figures, days, facets);
  }

  /** @param {string} kind @param {import("./columns.js").Columns} columns
   * @param {{first: number, ids: string[], names: number[], figures?: Figures}} order @param {Place[]} places @param {Figures} figures
   * @param {import("./free.js").Words | undefined} days @param {string[]} facets */
  constructor(kind, columns, order, places, figures, days, facets) {
    this.kind = kind;
    this.columns = columns;
    this.places = places;
    this.first = order.first;
    this.ids = order.ids;
    this.figures = merged(order.figures ?? {}, figures);
    this.days = days;
    /** The place of each record by name. */
    this.rank = new Map(order.names.map((place, rank) => [order.first + place, rank]));
    this.#derive(facets);
  }

  /** Facets that stand in no file: what serves a place, what is free, and who says nothing. @param {string[]} facets */
  #derive(facets) {
    const { columns, first, ids } = this;
    const end = first + ids.length;
    if (this.kind !== "enterprises") this.#serve();
    if (facets.includes("free")) {
      const free = ids.map((id) => [FREE.indexOf(this.free(id))]);
      columns.add("free", FREE, [...Array(first).fill([]), ...free]);
    }
    for (const facet of facets) if (!["free", "municipalities"].includes(facet)) columns.sayNothing(facet, NOTHING, first, end);
  }

  /** Whoever serves the whole country, or a county, serves each municipality of it. */
  #serve() {
    const { columns, first, ids } = this;
    for (const facet of ["municipalities", "counties"]) {
      const own = columns.facets.get(facet);
      if (own) columns.facets.set(`own-${facet}`, own);
    }
    const municipalities = this.places.map(([code]) => code);
    const counties = [...new Set(municipalities.map((code) => code.slice(0, 2)))];
    const served = (/** @type {string} */ facet, /** @type {string[]} */ codes, /** @type {number} */ record) => {
      const areas = columns.values("areas", record);
      const own = columns.values(`own-${facet}`, record);
      return codes.flatMap((code, at) => (own.includes(code) || areas.includes("SE") || areas.includes(code.slice(0, 2)) ? [at] : []));
    };
    const none = Array(first).fill([]);
    columns.add("municipalities", municipalities, [...none, ...ids.map((_, at) => served("municipalities", municipalities, first + at))]);
    columns.add("counties", counties, [...none, ...ids.map((_, at) => served("counties", counties, first + at))]);
  }

  /** Whether an enterprise has free places: a code of the facet. @param {string} id */
  free(id) {
    const known = Object.values(this.figures[id] ?? {}).filter(({ available }) => available !== undefined);
    if (!known.length) return NOTHING;
    const some = known.filter(({ available }) => /** @type {number} */ (available) > 0);
    if (!some.length) return "none";
    return some.every(({ updated }) => this.days?.age(updated ?? "")) ? "old" : "now";
  }

  /** The numbers of the records that fit. @param {Choice} choice */
  filter = (choice) => this.columns.filter({ ...choice, kinds: [this.kind] });

  /** How many each option would leave. @param {Choice} choice */
  counts = (choice) => this.columns.counts({ ...choice, kinds: [this.kind] });

  /** @param {number} number */
  id = (number) => this.ids[number - this.first];

  /** The numbers of records by their ids; those that are no more are passed over. @param {string[]} ids */
  numbers = (ids) => ids.map((id) => this.ids.indexOf(id)).filter((at) => at >= 0).map((at) => at + this.first);

  /** In the order that is asked for, by name where that says nothing; what is hidden from guidance below the rest. @param {number[]} numbers @param {string} order */
  sorted(numbers, order) {
    const value = this.#orders().get(order) ?? (() => 0);
    const hidden = (/** @type {number} */ number) => Number(this.columns.values("freshness", number)[0] === "hidden");
    const keys = new Map(numbers.map((number) => [number, [hidden(number), value(number), this.rank.get(number) ?? 0]]));
    const key = (/** @type {number} */ number) => keys.get(number) ?? [0, 0, 0];
    return numbers.sort((a, b) => {
      const other = key(b);
      return key(a).map((part, at) => part - other[at]).find(Boolean) ?? 0;
    });
  }

  /** What records are ordered by, the least first. @returns {Map<string, (number: number) => number>} */
  #orders() {
    const place = new Map(this.places.map(([code], at) => [code, at]));
    const far = this.places.length;
    const own = this.columns.facets.has("own-municipalities") ? "own-municipalities" : "municipalities";
    const states = ["confirmed", "ageing", "unconfirmed", "hidden"];
    /** @type {(number: number) => number[]} */
    const places = (number) => this.columns.values(own, number).map((code) => place.get(code) ?? far);
    /** @type {(id: string) => number} */
    const free = (id) => FREE.indexOf(this.free(id)) * 1e6 - this.number(id);
    return new Map([
      ["place", (number) => Math.min(far, ...places(number))],
      ["free", (number) => free(this.id(number))],
      ["freshness", (number) => states.indexOf(this.columns.values("freshness", number)[0])],
    ]);
  }

  /** How many places an enterprise has free, as far as it says. @param {string} id */
  number = (id) => Object.values(this.figures[id] ?? {}).reduce((sum, { available }) => sum + (available ?? 0), 0);
}

/** The build's figures, and the file's in their place where it has any. @param {Figures} built @param {Figures} newer @returns {Figures} */
const merged = (built, newer) =>
  Object.fromEntries([...new Set([...Object.keys(built), ...Object.keys(newer)])].map((id) => [id, { ...built[id], ...newer[id] }]));
