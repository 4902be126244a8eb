// From the YAML records to the list of pages, and what a page says in one language.
import { readdirSync, readFileSync } from "node:fs";
import yaml from "js-yaml";
import lib from "nunjucks/src/lib.js";
import runtime from "nunjucks/src/runtime.js";

const { SafeString } = runtime;
const KINDS = ["enterprises", "partners", "offers", "projects"];
const KIND_NAMES = { enterprises: "Social enterprises", partners: "Who is who", offers: "Support", projects: "Projects" };
const LEADS = {
  enterprises: "Enterprises that exist so that people can work: cafés, workshops, gardens and more.",
  partners: "Authorities, municipalities, regions, advisers and associations: what each of them does.",
  offers: "What you can get: Swedish, work, health, money, an interpreter and more.",
  projects: "What has been tried before, and what came of it.",
};
const CARD_LISTS = { enterprises: "industries", partners: "partner-kinds", offers: "offer-kinds" };
const URL = "https://vagvisare.example/";
const LONGEST_LIST = 300;
const swedish = new Intl.Collator("sv");
const html = (text) => new SafeString(text);
const escape = (text) => (text instanceof SafeString ? text.val : lib.escape(String(text)));

/** Everything under ROOT/directory: records by kind and id, the vocabulary, and what is computed from them. */
export class Directory {
  constructor(root) {
    const read = (path) => yaml.load(readFileSync(path, "utf8"), { schema: yaml.FAILSAFE_SCHEMA });
    const folder = (kind) =>
      readdirSync(`${root}/directory/${kind}`).filter((name) => name.endsWith(".yml")).sort()
        .map((name) => [name.slice(0, -4), read(`${root}/directory/${kind}/${name}`)]);
    this.vocabulary = Object.fromEntries(folder("vocabulary"));
    this.records = Object.fromEntries(KINDS.map((kind) => [kind, new Map(folder(kind).map(([id, data]) => [id, { ...data, id, folder: kind }]))]));
    this.municipalities = Object.entries(this.vocabulary.municipalities).map(([code, data]) => ({ code, county: code.slice(0, 2), ...data }));
    this.representatives = new Map([...this.records.partners.values()].filter((p) => p.represents).map((p) => [p.represents, p]));
    this.inArea = Object.fromEntries(["enterprises", "partners", "offers"].map((kind) => [kind, this.byArea(kind)]));
  }

  byArea(kind) {
    const found = new Map();
    for (const record of this.records[kind].values()) {
      for (const area of kind === "enterprises" ? places(record) : record.service_area ?? []) {
        if (!found.has(area)) found.set(area, []);
        found.get(area).push(record);
      }
    }
    return found;
  }

  serving(kind, code) {
    return [...new Set([code, code.slice(0, 2), "SE"].flatMap((area) => this.inArea[kind].get(area) ?? []))];
  }

  address(record) {
    const area = this.vocabulary.municipalities[record.represents];
    return area ? `municipalities/${area.id}/` : `${record.folder}/${record.id}/`;
  }
}

const swedishName = (record) => (typeof record.name === "string" ? record.name : record.name.sv);
const inOrder = (records) => [...records].sort((a, b) => swedish.compare(swedishName(a), swedishName(b)));
const places = (record) => [...new Set((record.locations ?? []).map((l) => l.municipality).filter(Boolean))];
const counties = (record) => [...new Set((record.locations ?? []).map((l) => l.county ?? l.municipality?.slice(0, 2)).filter(Boolean))];

/** What facts look like to somebody who reads one language: all of it escaped. */
export class Reader {
  constructor(code, words) {
    const title = { sv: "Svenska", en: "English", ar: "العربية", so: "Af-Soomaali" }[code];
    Object.assign(this, { code, words, title, rtl: code === "ar", cards: new Map() });
  }
  use(directory) {
    this.directory = directory;
    this.cards.clear();
  }
  say(message) { return this.words[message] ?? message; }
  line(text) { return typeof text === "string" ? text : text[this.code] ?? text.sv; }
  text(text) { return this.line(text); }
  swedish(name) {
    if (this.code === "sv") return name;
    return html(`<bdi lang="sv"${this.rtl ? ' dir="ltr"' : ""}>${escape(name)}</bdi>`);
  }
  name(record) { return typeof record.name === "string" ? this.swedish(record.name) : this.line(record.name); }
  figure(number) { return this.rtl ? html(`<bdi dir="ltr">${escape(number)}</bdi>`) : number; }
  when(moment) {
    const words = moment.endsWith("~") ? this.say("about %(date)s").replace("%(date)s", moment.slice(0, -1)) : moment;
    return this.rtl ? html(`<bdi dir="${/\p{L}/u.test(words) ? "rtl" : "ltr"}">${escape(words)}</bdi>`) : words;
  }
  term(list, code) { return this.line(this.directory.vocabulary[list][code].label); }
  place(code) {
    if (code === "SE") return this.say("All of Sweden");
    const { name } = this.directory.vocabulary.municipalities[code] ?? this.directory.vocabulary.counties[code];
    const own = name[this.code];
    if (!own || own === name.sv) return this.swedish(name.sv);
    return this.rtl ? html(`${escape(own)} <bdi lang="sv" dir="ltr">(${escape(name.sv)})</bdi>`) : own;
  }
  autonym(code) {
    const language = this.directory.vocabulary.languages[code];
    return html(`<bdi lang="${code}" dir="${language.direction}">${escape(language.autonym)}</bdi>`);
  }
  phone(phone) { return html(`<a class="phone" href="tel:${escape(phone)}"><bdi dir="ltr">${escape(phone.replace("+46", "0"))}</bdi></a>`); }
  host(address) {
    const shown = address.split("://")[1].replace(/^www\./, "").replace(/\/$/, "");
    return html(`<a href="${escape(address)}" rel="nofollow"><bdi dir="ltr">${escape(shown.length <= 40 ? shown : shown.split("/")[0])}</bdi></a>`);
  }
  mailbox(email) { return html(`<a href="mailto:${escape(email)}"><bdi dir="ltr">${escape(email)}</bdi></a>`); }
  at(base) { this.base = base; return this; }
  to(address) { return `${this.base}/${this.code}/${address}`; }
  municipality(code) { return this.to(`municipalities/${this.directory.vocabulary.municipalities[code].id}/`); }
  href(record) { return this.to(this.directory.address(record)); }
  link(record) { return html(`<a href="${this.href(record)}">${escape(this.name(record))}</a>`); }
  letter(kind, letter) { return this.to(`${kind}/_${ascii(letter)}/`); }
  partner(id) { return this.directory.records.partners.get(id); }
  partnerOf(offer) { return (offer.providers ?? []).map((id) => this.partner(id)).filter(Boolean); }
  newest(record) { return record.sources.map((s) => s.date).filter(Boolean).sort().at(-1); }
  grouped(number) { return Number(number).toLocaleString(this.code === "ar" ? "ar-u-nu-latn" : this.code); }

  /** A record in a list; kept, because a national offer stands on 290 pages. */
  card(record, level, place) {
    const key = `${this.base}/${record.folder}/${record.id}/${level}/${place}`;
    let card = this.cards.get(key);
    if (card === undefined) this.cards.set(key, (card = html(this.makeCard(record, level, place))));
    return card;
  }
  makeCard(record, level, place) {
    const list = CARD_LISTS[record.folder];
    const codes = record.folder === "enterprises" ? (record.industries ?? []).slice(0, 4) : record.kind ? [record.kind] : [];
    const areas = place ? (places(record).length ? places(record) : counties(record)).slice(0, 3) : [];
    const chips = [...areas.map((code) => `<li class="chip--place">${escape(this.place(code))}</li>`), ...codes.map((code) => `<li>${escape(this.term(list, code))}</li>`)];
    const title = `<h${level}><a href="${this.href(record)}">${escape(this.name(record))}</a></h${level}>`;
    return `<li class="card">${title}<p>${escape(this.line(record.summary))}</p>${chips.length ? `<ul class="chips">${chips.join("")}</ul>` : ""}</li>`;
  }

  /** The machine-readable description of a page: its breadcrumbs and its record. */
  graph(page) {
    const steps = [["Vägvisare", `${URL}${this.code}/`], ...page.trail.map(([name, where]) => [name, `${URL}${this.code}/${where}`]), [page.title, page.url]];
    const graph = [{ "@type": "BreadcrumbList", itemListElement: steps.map(([name, item], i) => ({ "@type": "ListItem", position: i + 1, name, item })) }];
    const { record } = page;
    if (record) {
      const contact = record.contacts?.[0] ?? {};
      const place = record.locations?.[0] ?? {};
      graph.push({
        "@type": record.folder === "offers" ? "GovernmentService" : record.folder === "projects" ? "Project" : "Organization",
        "@id": page.url,
        name: this.line(record.name),
        description: this.line(record.summary),
        telephone: contact.phone,
        email: contact.email,
        url: contact.website,
        address: place.address && { "@type": "PostalAddress", streetAddress: place.address, postalCode: place.postal_code, addressLocality: place.locality, addressCountry: "SE" },
        areaServed: record.service_area?.map((code) => ({ "@type": "AdministrativeArea", name: this.directory.vocabulary.municipalities[code]?.official_name ?? this.directory.vocabulary.counties[code]?.name.sv ?? "Sverige" })),
        provider: record.folder === "offers" ? this.partnerOf(record).map((p) => ({ "@type": "Organization", name: this.line(p.name) })) : undefined,
        knowsLanguage: record.languages?.map((language) => language.code),
      });
    }
    const json = JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
    return html(`<script type="application/ld+json">${json}</script>`);
  }
}

/** Every page in every language, as the data that Eleventy paginates over. */
export function pages(root, readers) {
  const directory = new Directory(root);
  const made = [];
  for (const reader of Object.values(readers)) {
    reader.use(directory);
    for (const page of allPages(directory, reader)) made.push(complete(page, reader));
  }
  return made;
}

function complete(page, reader) {
  const path = `${reader.code}/${page.where}`;
  return { ...page, lang: reader.code, base: Array(page.where.split("/").length).fill("..").join("/"), url: URL + path, path: `${path}index.html`, frame: `frame-${reader.code}.njk` };
}

function* allPages(directory, reader) {
  yield { template: "search.njk", where: "search/", title: reader.say("Search"), description: reader.say("Search for a name, a place or a trade."), trail: [], kinds: KIND_NAMES };
  yield municipalityList(directory, reader);
  for (const kind of KINDS) yield* kindPages(directory, reader, kind);
  for (const code of Object.keys(directory.vocabulary.counties)) yield countyPage(directory, reader, code);
  for (const municipality of directory.municipalities) yield municipalityPage(directory, reader, municipality);
}

function* kindPages(directory, reader, kind) {
  const records = inOrder([...directory.records[kind].values()].filter((r) => !directory.vocabulary.municipalities[r.represents]));
  const base = { title: reader.say(KIND_NAMES[kind]), description: reader.say(LEADS[kind]), kind };
  const letters = Map.groupBy?.(records, firstLetter) ?? grouped(records, firstLetter);
  const long = records.length > LONGEST_LIST;
  const names = [...letters.keys()];
  yield { ...base, template: "list.njk", where: `${kind}/`, trail: [], letters: long ? names : [], records: long ? [] : records, letter: "" };
  const trail = [[base.title, `${kind}/`]];
  for (const [letter, group] of long ? letters : []) {
    yield { ...base, title: `${base.title}: ${letter.toUpperCase()}`, template: "list.njk", where: `${kind}/_${ascii(letter)}/`, trail, letters: names, records: group, letter };
  }
  for (const record of records) {
    yield { template: "record.njk", where: directory.address(record), title: reader.line(record.name), description: reader.line(record.summary), trail, record };
  }
}

const grouped = (records, key) => records.reduce((map, r) => map.set(key(r), [...(map.get(key(r)) ?? []), r]), new Map());
const firstLetter = (record) => /[a-zåäö]/.exec(swedishName(record)[0].toLowerCase())?.[0] ?? "#";
export const ascii = (letter) => ({ å: "aring", ä: "auml", ö: "ouml", "#": "0" })[letter] ?? letter;

function municipalityList(directory, reader) {
  const groups = Object.keys(directory.vocabulary.counties).map((code) => [code, directory.municipalities.filter((m) => m.county === code)]);
  return { template: "municipalities.njk", where: "municipalities/", title: reader.say("Find who helps you"), description: reader.say("Choose your municipality. See who is responsible and how to reach them."), trail: [], groups };
}

function countyPage(directory, reader, code) {
  const name = directory.vocabulary.counties[code].name.sv;
  const partners = [...directory.records.partners.values()].filter((p) => !p.represents && (counties(p).includes(code) || p.service_area?.some((area) => area.slice(0, 2) === code)));
  const enterprises = [...directory.records.enterprises.values()].filter((e) => counties(e).includes(code));
  return {
    template: "county.njk", where: `counties/${code}/`, title: name, code,
    description: reader.say("Municipalities, the region and social enterprises in %(place)s.").replace("%(place)s", name),
    trail: [[reader.say("Municipalities"), "municipalities/"]],
    region: directory.representatives.get(code), municipalities: directory.municipalities.filter((m) => m.county === code),
    enterprises: inOrder(enterprises), partners: inOrder(partners),
  };
}

function municipalityPage(directory, reader, municipality) {
  const { code, county } = municipality;
  const partners = directory.serving("partners", code).filter((p) => !p.represents);
  const national = (partner) => partner.service_area.includes("SE");
  const needs = Object.keys(directory.vocabulary.needs);
  const offers = inOrder(directory.serving("offers", code));
  return {
    template: "municipality.njk", where: `municipalities/${municipality.id}/`, title: municipality.name.sv, municipality,
    description: reader.say("Who helps you in %(place)s: contacts, support and social enterprises.").replace("%(place)s", municipality.name.sv),
    trail: [[reader.say("Municipalities"), "municipalities/"], [directory.vocabulary.counties[county].name.sv, `counties/${county}/`]],
    record: directory.representatives.get(code), region: directory.representatives.get(county),
    enterprises: inOrder(directory.inArea.enterprises.get(code) ?? []),
    associations: inOrder(partners.filter((p) => p.kind === "samordningsförbund")),
    local: inOrder(partners.filter((p) => p.kind !== "samordningsförbund" && !national(p))),
    national: inOrder(partners.filter((p) => national(p) && p.id !== "kommunen" && p.id !== "regionen")),
    offers: needs.map((need) => [need, offers.filter((offer) => offer.needs?.includes(need))]).filter(([, group]) => group.length),
    projects: [...directory.records.projects.values()].filter((p) => p.municipalities?.includes(code)),
  };
}
