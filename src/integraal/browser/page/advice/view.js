/** What the advice speaks of in the language of the page, and what people chose beside it. */

import { isKnown, isSeveral } from "../../engine/answers.js";
import { decidedNow } from "../case/notes.js";
import { make } from "../dom.js";
import { dayText, lowered } from "../sayings.js";

/**
 * @param {import("../data.js").FormData_} data
 * @param {string} language
 * @param {import("../../engine/assess.js").Assessment} found
 * @param {Map<string, import("../../engine/advice_data.js").Texts>} said
 * @returns {import("./advice.js").AdviceText}
 */
export function adviceText(data, language, { program, answers }, said) {
  const present = program.data.present?.question ?? null;
  const services = data.services[language][program.id] ?? null;
  const { questions } = data.form_texts[language][program.id];
  return {
    levels: data.levels[language][program.id],
    tables: data.tables[language][program.id],
    questions,
    titles: data.titles[language],
    said,
    present,
    services,
    answered: (services?.asked ?? []).flatMap((id) => {
      const given = answers.get(id);
      const { sensitive, options } = program.question(id);
      const chosen = given !== undefined && isSeveral(given) ? options.filter((one) => given.chosen.has(one)) : [];
      return chosen.map((one) => (
        { id: one, label: questions[id].options[one].label, isSensitive: sensitive }));
    }),
    isForOthers: false,
    isPresentKnown: present !== null && isKnown(answers, present),
    limits: program.rulesWith("limit"),
  };
}

/**
 * What people chose instead, beside the advice that it does not change; null where nothing.
 * @param {import("../case/sitting.js").Sitting} sitting
 * @param {string} instrument
 * @param {import("./advice.js").AdviceText} text
 * @param {import("../speech.js").Speech} speech
 */
export function decidedBox(sitting, instrument, text, speech) {
  const found = decidedNow(sitting.file, instrument, sitting.today);
  if (found === null) return null;
  const { chosen, day, who, because } = found;
  const name = text.levels[chosen]?.plain ?? text.said.get(instrument)?.outcomes[chosen] ?? chosen;
  const values = { chosen: lowered(name).replace(/\.$/, ""), day: dayText(day, speech), who, because };
  const said = speech.say(who ? "decided.text_by" : "decided.text", values);
  const title = make("p", {}, make("strong", {}, speech.say("decided.title")));
  return make("div", { class: "first" }, title, make("p", {}, said));
}
