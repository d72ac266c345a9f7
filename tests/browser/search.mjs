// Looks through services as the page of a map does; a line of JSON in, a line out.
import { createInterface } from "node:readline";
import { Finder, fit, folded, wordsIn } from "../../src/integraal/browser/map/search.js";

let finder;
const does = {
  services: ({ entries, idle }) => {
    finder = new Finder(entries, idle);
    return entries.length;
  },
  find: ({ wanted }) => {
    const { found, onlySome } = finder.find(wanted);
    return { found: found.map(({ id }) => id), onlySome };
  },
  fit: ({ pairs }) => pairs.map(([one, other]) => fit(one, other)),
  words: ({ texts }) => texts.map((text) => [folded(text), wordsIn(text)]),
};
for await (const line of createInterface({ input: process.stdin })) {
  const { what, ...given } = JSON.parse(line);
  console.log(JSON.stringify(does[what](given)));
}
