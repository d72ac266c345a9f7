/**
 * The advice beside the questions: danger first, then what is advised, why, what is open and to do.
 *
 * @typedef {ReturnType<typeof import("../engine/advice_data.js").adviceData>} AdviceData
 * @typedef {AdviceData["reasons"][number]} Reason
 * @typedef {import("./speech.js").Speech} Speech
 *
 * @typedef {{name: string, plain: string, gloss: string, note: string}} LevelText
 * @typedef {object} AdviceText what an advice speaks of, by ids
 * @property {Record<string, LevelText>} levels lowest first
 * @property {Record<string, string>} tables their titles
 * @property {Record<string, {title: string}>} instruments
 * @property {Record<string, {ask: string}>} questions
 */

import { make } from "./dom.js";

/** How many of each kind stand on the short page. */
const REASONS = 3;
const ACTIONS = 3;

/**
 * What must be said at once, with whom to call; nothing where nobody may be in danger.
 * @param {AdviceData["urgent"]} urgent
 * @param {Speech} speech
 * @returns {HTMLElement | null}
 */
export function dangerBox(urgent, speech) {
  const dangers = urgent.filter(({ kind }) => kind === "danger");
  if (!dangers.length) return null;
  /** @type {Map<string, any>} each line once */
  const lines = new Map(dangers.flatMap(({ calls }) => calls.map((line) => [line.id, line])));
  return make(
    "div",
    { class: "danger" },
    make("p", { class: "danger-title" }, speech.say("danger.title")),
    dangers.map(({ text }) => make("p", {}, text)),
    make("p", {}, speech.say("danger.call")),
    make("ul", {}, [...lines.values()].map((line) => make("li", {}, callLinks(line, speech)))),
    make("p", { class: "quiet" }, speech.say("danger.again")),
  );
}

/**
 * @param {{name: string, number: string, also: string, hours: string, countries: string[],
 *   community: string}} line
 * @param {Speech} speech
 */
function callLinks({ name, number, also, hours, countries, community }, speech) {
  const links = [number, also].filter(Boolean).map((each) =>
    make("a", { href: `tel:${each.replace(/\D/g, "")}` }, each));
  const place = community || (countries.length === 1 ? countries[0] : "");
  const where = place && ` (${speech.say(`place.${place}`)})`;
  return [...links.flatMap((link) => [link, " "]), name, where, hours && `. ${hours}`];
}

/**
 * The short advice.
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 * @returns {HTMLElement[]}
 */
export function shortAdvice(advice, text, speech) {
  const deciding = advice.reasons.filter(({ level }) => level === advice.level);
  const asks = advice.urgent.filter(({ kind }) => kind === "ask");
  return [
    ...asks.map((ask) => make("p", { class: "first" }, ask.text)),
    ...levelLines(advice, text, speech),
    ...routes(advice, text, speech),
    ...listed(speech.say("formulier.why"), deciding, REASONS, (one) => reason(one, speech), speech),
    ...open(advice, text, speech, 1),
    ...listed(
      speech.say("formulier.todo"),
      advice.actions.filter(({ id }) => !advice.urgent.some((told) => told.id === id)),
      ACTIONS,
      (one) => make("li", {}, one.text),
      speech,
    ),
    make("p", { class: "quiet" }, advice.disclaimer),
  ];
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
    part(speech.say("formulier.todo"), advice.actions.map((one) => make("li", {}, one.text))),
    part(
      speech.say("formulier.points"),
      advice.attention_points.map((one) => make("li", {}, one.text)),
    ),
  ];
  return [
    ...levelLines(advice, text, speech),
    ...parts.filter((one) => one !== false),
    ...open(advice, text, speech, Infinity),
    make("p", { class: "quiet" }, legend(speech)),
    make("p", { class: "quiet" }, advice.disclaimer),
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
    ...[...new Set([level.note, reach.note])].filter(Boolean).map((note) => make("p", {}, note)),
  ];
}

/**
 * @param {AdviceData} advice
 * @param {AdviceText} text
 * @param {Speech} speech
 * @returns {HTMLElement[]}
 */
function routes(advice, text, speech) {
  if (!advice.outcomes.length) return [];
  return [make("ul", { class: "routes" }, advice.outcomes.map((one) => route(one, text, speech)))];
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
  );
}

/**
 * @param {Reason} reason_
 * @param {Speech} speech
 * @param {AdviceText} [text] to say the answers as well
 */
function reason(reason_, speech, text) {
  const letter = speech.say(`support.letter.${reason_.support}`);
  const asked = Object.keys(reason_.answers).map((id) => text?.questions[id]?.ask ?? "");
  return make(
    "li",
    {},
    `${reason_.because} (${letter})`,
    text && make("small", {}, [reason_.code, reason_.source].filter(Boolean).join(" · ")),
    text && make("small", {}, asked.filter(Boolean).join(" ")),
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
  const item = (id) => make("li", {}, leadTo(id, text.questions[id].ask));
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
