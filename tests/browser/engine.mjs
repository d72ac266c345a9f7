/**
 * Give advice on cases, line by line: `{"instrument", "source_only", "others", "case"}` in, an advice
 * out. Before that, a line with `whole`, `source_only` and `texts` brings the programs of both modes
 * and what they say, by instrument.
 */

import { createInterface } from "node:readline";

import { adviceData } from "../../src/integraal/browser/engine/advice_data.js";
import { adviceOn, assessFor } from "../../src/integraal/browser/engine/assess.js";
import { Program } from "../../src/integraal/browser/engine/program.js";

const whole = new Map();
const sourceOnly = new Map();
const texts = new Map();

function take(given) {
  for (const [name, data] of Object.entries(given.whole)) whole.set(name, new Program(data));
  for (const [name, data] of Object.entries(given.source_only)) {
    sourceOnly.set(name, new Program(data));
  }
  for (const [name, said] of Object.entries(given.texts)) texts.set(name, said);
}

function advise(given) {
  const mode = given.source_only ? sourceOnly : whole;
  const others = {
    whole: given.others.map((name) => whole.get(name)),
    sameMode: given.others.map((name) => mode.get(name)),
  };
  if (given.reader) {
    const found = assessFor(given.reader, mode.get(given.instrument), given.case, others);
    if (found === null) return null;
    const first = found.advice.first.map(({ rule }) => rule.id);
    return { ...adviceData(found, texts), first, is_compulsory: found.isCompulsory };
  }
  return adviceOn(mode.get(given.instrument), given.case, others, texts);
}

for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line);
  const found = given.case ? advise(given) : take(given);
  if (given.case) process.stdout.write(`${JSON.stringify(found)}\n`);
}
