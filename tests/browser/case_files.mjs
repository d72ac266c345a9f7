/**
 * Case files as the form writes and opens them, line by line: `{"programs", "file"}` in, its text out;
 * `{"programs", "text"}` in, the file or `{"wrong", "line"}` out, `said` too where `sentences` came along, and with `{"today"}` the case as the
 * engine takes it; `{"name"}` in, why not; `{"heard"}` in, the
 * dangers that are heard in it.
 */

import { createInterface } from "node:readline";

import { Program } from "../../src/integraal/browser/engine/program.js";
import { ownWord } from "../../src/integraal/browser/page/case/block_form.js";
import { openCase, writeCase } from "../../src/integraal/browser/page/case/case_file.js";
import { agree, decidedNow, openAgreements } from "../../src/integraal/browser/page/case/notes.js";
import { remarksOn } from "../../src/integraal/browser/page/case/remarks.js";
import { Refused, refusedText } from "../../src/integraal/browser/page/case/refused.js";
import { heardIn } from "../../src/integraal/browser/page/case/heard.js";
import { wrongName } from "../../src/integraal/browser/page/case/case_name.js";
import { Speech } from "../../src/integraal/browser/page/speech.js";
import { Sitting } from "../../src/integraal/browser/page/case/sitting.js";

const TODAY = new Date().toLocaleDateString("sv");
let programs = [];
let speech = null;
let oldNames = {};

function answer(given) {
  if (given.heard !== undefined) {
    return heardIn(given.heard, programs, oldNames).map(({ statement }) => statement.id);
  }
  if (given.name !== undefined) return wrongName(given.name);
  if (given.file) return writeCase(given.file, programs);
  try {
    const file = openCase(given.text, programs, oldNames);
    if (given.notes) {
      const decided = decidedNow(file, programs[0].id, given.notes);
      return { open: openAgreements(file, given.notes), decided };
    }
    if (given.agree) agree(file.moments[0], given.agree);
    for (const [id, text] of Object.entries(given.words ?? {})) {
      file.moments[0].texts[id] = ownWord(text);
      file.moments[0].versions[programs[0].id] = programs[0].data.version;
    }
    if (given.agree || given.words) return writeCase(file, programs);
    if (given.today) {
      const sitting = new Sitting(given.today);
      sitting.open(file);
      return sitting.case;
    }
    const remarks = remarksOn(file, programs, TODAY);
    return { file, again: writeCase(file, programs), remarks };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const said = speech && refusedText(error, speech, () => []);
    return { wrong: error.code, line: error.line, ...(said && { said }) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line);
  if (given.programs) {
    programs = given.programs.map((data) => new Program(data));
    oldNames = given.old_names ?? {};
    speech = given.sentences ? new Speech({ nl: given.sentences }, "nl") : null;
  } else process.stdout.write(`${JSON.stringify(answer(given))}\n`);
}
