// The same site by Eleventy: one Nunjucks template paginated over every page in every language.
// Where things are: ROOT (the records), WORDS (the interface's words), FRAMES (the page frames), all made by benchmarks.build.
import { readFileSync } from "node:fs";
import { pages, Reader } from "./directory.mjs";

const languages = ["sv", "en", "ar", "so"];
const words = JSON.parse(readFileSync(process.env.WORDS, "utf8"));

export default function (config) {
  config.setQuietMode(true);
  config.setUseGitIgnore(false);
  config.setServerOptions({ port: Number(process.env.PORT ?? 8080), domDiff: false, watch: [] });
  config.addWatchTarget(`${process.env.ROOT}/directory`);
  const readers = Object.fromEntries(languages.map((code) => [code, new Reader(code, words[code])]));
  config.addNunjucksGlobal("readers", readers);
  config.addGlobalData("pages", () => pages(process.env.ROOT, readers));
  return { dir: { input: "templates", includes: "_includes", output: process.env.OUT }, templateFormats: ["njk"] };
}
