/**
 * The advice beside the questions: danger first, then what is advised, why, what is open and to do.
 *
 * @typedef {ReturnType<typeof import("../../engine/advice_data.js").adviceForPage>} AdviceData
 * @typedef {AdviceData["reasons"][number]} Reason
 * @typedef {import("../speech.js").Speech} Speech
 *
 * @typedef {{name: string, plain: string, gloss: string, note: string}} LevelText
 * @typedef {object} AdviceText what an advice speaks of, by ids
 * @property {Record<string, LevelText>} levels lowest first
 * @property {Record<string, string>} tables their titles
 * @property {Record<string, string>} titles of every instrument
 * @property {Record<string, import("../questions/questions.js").QuestionText>} questions
 * @property {Map<string, import("../../engine/advice_data.js").Texts>} said by instruments
 * @property {string | null} present the question that describes the present
 * @property {boolean} isPresentKnown
 * @property {import("./services.js").Services | null} services of a region
 * @property {import("./services.js").Answered[]} answered what services can be for
 * @property {boolean} isForOthers no number of a rule, no source, and nothing to press
 * @property {import("../../engine/program.js").Rule[]} limits
 */

import { make } from "../dom.js";
import { answerText, lowered } from "../sayings.js";
import { serviceNote, servicesAtAnswers, servicesAtForms, servicesFor } from "./services.js";
import { alongLine, besideBox, directionLine, earlierList, feasibleLine, provisionalBox, scoreList,
  uncountedLines } from "./notes.js";

/** How many of each kind stand on the short page. */
const REASONS = 3;
const ACTIONS = 3;

/**
 * The short advice.
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 * @returns {HTMLElement[]}
 */
export function shortAdvice(advice, text, speech) {
  const deciding = advice.reasons.filter(({ level }) => level === advice.level);
  return [
    ...asksFirst(advice, text),
    ...provisionalBox(advice, speech),
    ...levelLines(advice, text, speech),
    ...routes(advice, text, speech),
    ...besideBox(advice, text, speech),
    ...listed(speech.say("formulier.why"), deciding, REASONS, (one) => reason(one, speech), speech),
    ...open(advice, text, speech, 1),
    ...listed(
      speech.say("formulier.todo"),
      advice.actions.filter(({ id }) => !advice.urgent.some((told) => told.id === id)),
      ACTIONS,
      (one) => make("li", {}, one.text, servicesFor(text.services, one.id)),
      speech,
    ),
    ...servicesAtAnswers(text.services, text.answered, text.isForOthers, speech),
    ...servicesAtForms(text.services, advice.level),
    ...serviceNote(text.services, advice.outcomes),
    make("p", { class: "quiet" }, legend(speech)),
    make("p", { class: "quiet" }, advice.disclaimer),
  ];
}

/** @param {AdviceData} advice @param {AdviceText} text */
function asksFirst(advice, text) {
  const asks = advice.urgent.filter(({ kind }) => kind === "ask");
  return asks.map((ask) => make("p", { class: "first" }, ask.text, servicesFor(text.services, ask.id)));
}

/**
 * All that the advice says.
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 * @returns {HTMLElement[]}
 */
export function wholeAdvice(advice, text, speech) {
  /** @param {string} title @param {HTMLElement[]} items */
  const part = (title, items) => items.length > 0 && make("section", {}, make("h3", {}, title), make("ul", {}, items));
  const parts = [
    part(speech.say("formulier.why"), advice.reasons.map((one) => reason(one, speech, text))),
    part(speech.say("formulier.limits"), advice.limits.map((one) => reason(one, speech, text))),
    part(speech.say("formulier.routes"), advice.outcomes.map((one) => route(one, text, speech))),
    part(speech.say("formulier.todo"), advice.actions.map((one) =>
      make("li", {}, one.text, servicesFor(text.services, one.id)))),
  ];
  const points = part(
    speech.say("formulier.points"),
    advice.attention_points.map((one) => make("li", {}, one.text)),
  );
  return [
    ...alongLine(advice, text, speech),
    ...uncountedLines(advice, text, speech),
    ...asksFirst(advice, text),
    ...provisionalBox(advice, speech),
    ...levelLines(advice, text, speech),
    ...scoreList(advice, speech),
    ...besideBox(advice, text, speech),
    ...parts.filter((one) => one !== false),
    ...servicesAtAnswers(text.services, text.answered, text.isForOthers, speech),
    ...servicesAtForms(text.services, advice.level),
    ...serviceNote(text.services, advice.outcomes),
    ...(points ? [points] : []),
    ...open(advice, text, speech, Infinity),
    ...earlierList(advice, text, speech),
    make("p", { class: "quiet" }, legend(speech)),
    ...(text.isForOthers ? [] : [make("p", { class: "quiet" }, advice.disclaimer)]),
  ];
}

/**
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 * @returns {HTMLElement[]}
 */
function levelLines(advice, text, speech) {
  if (advice.level === null || advice.reach === null) return [];
  const { [advice.level]: level, [advice.reach]: reach } = text.levels;
  const ids = Object.keys(text.levels);
  if (advice.level === ids[0] && advice.reach === ids[ids.length - 1]) {
    const values = { lowest: level.plain, highest: reach.plain };
    return [make("p", { class: "level" }, speech.say("short.too_little", values))];
  }
  const isSettled = advice.level === advice.reach;
  return [
    make("p", { class: "level" }, level.plain),
    make("p", {}, level.gloss),
    make("p", {}, isSettled
      ? speech.say("formulier.settled")
      : speech.say("formulier.range", { reach: reach.plain })),
    ...directionLine(advice, text, speech),
    ...feasibleLine(advice, text, speech),
    ...[...new Set([level.note, reach.note])].filter(Boolean).map((note) => make("p", {}, note)),
  ];
}

/**
 * The routes that hold, and how many others might.
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 * @returns {HTMLElement[]}
 */
function routes(advice, text, speech) {
  if (!advice.outcomes.length) return [];
  const holding = advice.outcomes.filter((one) => one.holds_now);
  const count = advice.outcomes.length - holding.length;
  const key = holding.length ? "short.maybe_more" : "short.maybe";
  return [
    make("ul", { class: "routes" }, [
      ...holding.map((one) => route(one, text, speech)),
      ...(count ? [make("li", { class: "quiet" }, speech.say(key, { count }))] : []),
    ]),
  ];
}

/**
 * @param {AdviceData["outcomes"][number]} outcome
 * @param {AdviceText} text
 * @param {Speech} speech
 */
function route(outcome, text, speech) {
  const key = outcome.certain ? "certain" : outcome.holds_now ? "now" : "maybe";
  const title = text.tables[outcome.table];
  return make(
    "li",
    {},
    title && make("strong", {}, `${title} `),
    `${outcome.text} `,
    make("span", { class: "quiet" }, speech.say(`formulier.route.${key}`)),
    outcome.holds_now && servicesFor(text.services, outcome.id),
  );
}

/**
 * @param {Reason} reason_
 * @param {Speech} speech
 * @param {AdviceText} [text] to say the answers as well
 */
function reason(reason_, speech, text) {
  const letter = speech.say(`support.letter.${reason_.support}`);
  const own = Object.entries(reason_.answers).map(([id, answer]) => {
    const asked = text?.questions[id];
    if (!asked) return "";
    const value = lowered(answerText(answer, asked, speech));
    return speech.say("pair", { name: asked.name, value });
  });
  return make(
    "li",
    {},
    `${reason_.because} (${letter})`,
    text && !text.isForOthers && make("small", {}, [reason_.code, reason_.source].filter(Boolean).join(" · ")),
    text && make("small", {}, own.filter(Boolean).join(speech.say("apart"))),
    text && reason_.for_professionals && make("small", {}, reason_.for_professionals),
  );
}

/**
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 * @param {number} most
 * @returns {HTMLElement[]}
 */
function open(advice, text, speech, most) {
  const ids = [
    ...advice.open_questions.map(({ question }) => question),
    ...advice.open_routes.map(({ question }) => question),
  ];
  const asks = [...new Set(ids)].filter((id) => id in text.questions);
  const title = speech.say(most === 1 ? "short.first_question" : "formulier.open");
  /** @param {string} id */
  const item = (id) => {
    const { ask } = text.questions[id];
    return make("li", {}, text.isForOthers ? ask : leadTo(id, ask));
  };
  const said = advice.searched_all ? [] : [make("p", { class: "quiet" }, speech.say("formulier.gave_up"))];
  return [...listed(title, asks, most, item, speech), ...said];
}

/**
 * A link to a question, which leaves no trace: an address would stand in the history of the browser.
 * @param {string} id
 * @param {string} ask
 */
function leadTo(id, ask) {
  const go = () => {
    const question = document.getElementById(`q-${id}`);
    question?.scrollIntoView();
    question?.querySelector("input")?.focus({ preventScroll: true });
  };
  return make("button", { type: "button", class: "plain lead", click: go }, ask);
}

/**
 * A list with a title; what there is no room for is counted.
 * @template T
 * @param {string} title
 * @param {T[]} things
 * @param {number} most
 * @param {(thing: T) => HTMLElement} item
 * @param {Speech} speech
 * @returns {HTMLElement[]}
 */
function listed(title, things, most, item, speech) {
  if (!things.length) return [];
  const left = things.length - most;
  return [
    make("h3", {}, title),
    make("ul", {}, things.slice(0, most).map(item)),
    ...(left > 0 ? [make("p", { class: "quiet" }, speech.say("short.more", { count: left }))] : []),
  ];
}

/** @param {Speech} speech */
function legend(speech) {
  const letters = ["source", "direction", "choice"].map(
    (each) => `${speech.say(`support.letter.${each}`)}: ${speech.say(`short.support.${each}`)}`,
  );
  return speech.say("short.letters", { letters: letters.join(", ") });
}
