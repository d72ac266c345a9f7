/**
 * A page for others than professionals, in the place of the questions: to print, and to come back from.
 *
 * @typedef {import("../../engine/readers.js").Reader} Reader
 * @typedef {import("../speech.js").Speech} Speech
 */

import { assessFor } from "../../engine/assess.js";
import { make } from "../dom.js";
import { agreementsNow, openAgreements } from "../case/notes.js";
import { OthersPage } from "./page.js";

/**
 * @param {Exclude<Reader, "professional">} reader
 * @param {import("../../engine/program.js").Program} program
 * @param {import("../../engine/assess.js").Others} others
 * @param {import("../case/sitting.js").Sitting} sitting
 * @param {{services: import("../advice/services.js").Services | null,
 *   others: import("./page.js").OthersText, lines: import("./page.js").Line[],
 *   grounds: Record<string, import("../../engine/advice_data.js").Grounds>, title: string,
 *   advice: (found: import("../../engine/assess.js").Assessment) => HTMLElement[]}} text
 * @param {boolean} isInDanger
 * @param {Speech} speech
 * @param {() => void} back
 * @returns {HTMLElement}
 */
export function othersView(reader, program, others, sitting, text, isInDanger, speech, back) {
  const { file, today } = sitting;
  const found = text.others.speaks ? assessFor(reader, program, sitting.case, others) : null;
  const left = agreementsNow(file, today).filter(({ forOthers, done }) => !forOthers && !done).length;
  const agreed = openAgreements(file, today).filter(({ forOthers }) => forOthers);
  const said = [
    found === null && speech.say("reader.withheld"),
    isInDanger && speech.say("reader.in_danger"),
    found !== null && left > 0 && speech.say("formulier.left_off", { count: left }),
  ];
  const notes = said.filter(Boolean).map((line) => make("p", { class: "first" }, line));
  const made = found && new OthersPage(found, reader, text.others, text.grounds, agreed,
    text.services, speech);
  const page = made && found && (reader === "tafel"
    ? made.forTable(text.title, text.advice(found), text.lines)
    : made.page(text.lines, today));
  return make(
    "main",
    { class: "for-others" },
    make(
      "div",
      { class: "for-you", role: "status" },
      !page && make("h1", {}, `${speech.say("formulier.reader")} ${speech.say(`formulier.for.${reader}`)}`),
      notes,
      make("button", { type: "button", click: back }, speech.say("formulier.back")),
      page && make("button", { type: "button", click: () => print() }, speech.say("formulier.print")),
    ),
    page ?? make("p", { class: "on-paper" }, speech.say("formulier.no_page")),
  );
}
