// Reads documents (JSON) from a file and writes MiniSearch's index of them: node minisearch.mjs DOCUMENTS INDEX
import { readFileSync, writeFileSync } from "node:fs";
import MiniSearch from "minisearch";

const [documents, index] = process.argv.slice(2);
const search = new MiniSearch({ fields: ["title", "text"], storeFields: ["title", "line", "location"] });
search.addAll(JSON.parse(readFileSync(documents, "utf-8")));
writeFileSync(index, JSON.stringify(search));
