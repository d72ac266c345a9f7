/**
 * What stands with a level: how it relates to now and to what is feasible, what others say, what was
 * known before.
 *
 * @typedef {import("./advice.js").AdviceData} AdviceData
 * @typedef {import("./advice.js").AdviceText} AdviceText
 * @typedef {import("../speech.js").Speech} Speech
 */

import { make } from "../dom.js";
import { answerText, certainText, dayText, lowered } from "../sayings.js";

/**
 * That something must be done first.
 * @param {AdviceData} advice
 * @param {Speech} speech
 */
export function provisionalBox(advice, speech) {
  if (!advice.provisional) return [];
  const lines = advice.first.map(({ because }) => make("p", {}, because));
  return [box(speech.say("advice.provisional"), lines)];
}

/**
 * How the present relates to the advice, as far as it is known.
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 */
export function directionLine(advice, text, speech) {
  if (!text.present) return [];
  return [make("p", {}, directionText(advice, text, speech))];
}

/**
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 */
function directionText(advice, text, speech) {
  const now = advice.current_at_least;
  if (now === null) {
    return speech.say(text.isPresentKnown ? "direction.no_present" : "direction.unknown_present");
  }
  const deciding = advice.reasons.filter(({ level }) => level === advice.level);
  const isReason = deciding.some(({ answers }) => String(text.present) in answers);
  let key = advice.current === null ? `at_least.${advice.direction}` : advice.direction;
  if (advice.direction === "passend" && isReason) key = "not_enough";
  return speech.say(`direction.${key}`, { now: lowered(text.levels[now].name) });
}

/**
 * How what is feasible relates to the advice and to now; nothing where nothing limits.
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 */
export function feasibleLine(advice, text, speech) {
  const { level, reach, feasible, current_at_least: now } = advice;
  if (feasible === null || level === null || reach === null) return [];
  const rank = (/** @type {string} */ one) => Object.keys(text.levels).indexOf(one);
  const named = (/** @type {string} */ one) => lowered(text.levels[one].name);
  const names = {
    feasible: named(feasible),
    level: certainText(level, reach, text.levels, speech),
    reach: named(reach),
  };
  const couldLower = text.limits.some(
    ({ id, target }) => advice.rules_open.includes(id) && rank(target) < rank(reach));
  const enough = couldLower ? "so_far" : "enough";
  const key = rank(feasible) < rank(level) ? "below" : rank(feasible) < rank(reach) ? "depends" : enough;
  const more = now !== null && rank(now) > rank(feasible)
    ? ` ${speech.say("feasible.does_more", { now: named(now) })}` : "";
  return [make("p", {}, `${speech.say(`feasible.${key}`, names)}${more}`)];
}

/**
 * What another instrument says otherwise of the same case, and why.
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 */
export function besideBox(advice, text, speech) {
  const lines = advice.besideWhole.flatMap((one) => {
    const names = {
      instrument: text.titles[one.instrument],
      level: certainText(one.level, one.reach, text.levels, speech),
    };
    const said = text.said.get(one.asks);
    if (one.outcome === null) {
      const why = one.because.map((rule) => said?.rules[rule]?.because ?? "").filter(Boolean);
      return [speech.say("beside.higher", names), ...why];
    }
    const key = one.asks === one.instrument ? "task_there" : "level_there";
    const task = said?.outcomes[one.outcome] ?? "";
    return [speech.say(`beside.${key}`, { ...names, task }), said?.task_notes[one.outcome] ?? ""];
  });
  const said = lines.filter(Boolean).map((line) => make("p", {}, line));
  return said.length ? [box(speech.say("beside.title"), said)] : [];
}

/**
 * What was known at an earlier moment and is open now: it counts nowhere, and may well be true.
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 */
export function earlierList(advice, text, speech) {
  const lines = advice.earlier.map(({ question, answer, moment, was_asked }) => {
    const asked = text.questions[question];
    const values = { answer: lowered(answerText(answer, asked, speech)), day: dayText(moment, speech) };
    const said = speech.say(`known_before.${was_asked ? "asked" : "not_asked"}`, values);
    return make("li", {}, speech.say("pair", { name: asked.name, value: said }));
  });
  if (!lines.length) return [];
  return [
    make("h3", {}, speech.say("known_before.title")),
    make("p", { class: "quiet" }, speech.say("known_before.about")),
    make("ul", {}, lines),
  ];
}

/**
 * What counts and was said at another moment than the one in view.
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 */
export function alongLine(advice, text, speech) {
  const told = advice.along.map(({ question, answer, moment }) => {
    const asked = text.questions[question];
    const said = lowered(answerText(answer, asked, speech));
    return speech.say("case.along_one", { name: asked.name, answer: said, day: dayText(moment, speech) });
  });
  if (!told.length) return [];
  return [make("p", { class: "quiet" }, speech.say("case.along", { answers: told.join("; ") }))];
}

/**
 * Answers that do not count for the level as they are.
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 */
export function uncountedLines(advice, text, speech) {
  return advice.not_counted.map((id) => {
    const question = lowered(text.questions[id].name);
    return make("p", { class: "quiet" }, speech.say("advice.not_counted", { question }));
  });
}

/**
 * The scores of the instrument itself: each as a range with what it means, never a sum alone.
 * @param {AdviceData} advice
 * @param {Speech} speech
 */
export function scoreList(advice, speech) {
  const own = advice.scores.filter(({ instrument }) => instrument === advice.instrument);
  if (!own.length) return [];
  /** @param {{name: string, from: number, to: number}} one */
  const band = ({ name, from, to }) =>
    speech.say(from === to ? "score.band_one" : "score.band", { name: lowered(name), low: from, high: to });
  const items = own.map((score) => {
    const { low, high, most } = score;
    const count = score.open_questions.length;
    let sum = speech.say(low === high ? "score.sum" : "score.range", { low, high, most });
    if (count) sum = speech.say(count === 1 ? "score.open_one" : "score.open", { sum, count });
    const names = score.bands.map(({ name }) => lowered(name));
    const bands = names.join(" / ") || speech.say("score.no_band");
    return make(
      "li",
      {},
      make("strong", {}, `${score.name}: `),
      speech.say("score.means", { sum, bands }),
      make("small", {}, speech.say("score.bands", { bands: score.every_band.map(band).join("; ") })),
      make("small", {}, `${score.because} (${speech.say(`support.letter.${score.support}`)}) ${score.source}`),
    );
  });
  return [
    make("h3", {}, speech.say("score.title")),
    make("p", { class: "quiet" }, speech.say("score.about")),
    make("ul", {}, items),
  ];
}

/**
 * Something in a frame, so that nobody reads past it.
 * @param {string} title
 * @param {HTMLElement[]} lines
 */
function box(title, lines) {
  return make("div", { class: "first" }, make("p", {}, make("strong", {}, title)), lines);
}
