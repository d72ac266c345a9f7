/** Which instruments fit next, and why: one that is in this form is one press away. */

import { make } from "../dom.js";

/**
 * @typedef {import("./advice.js").AdviceData} AdviceData
 *
 * @param {import("../../engine/assess.js").Assessment} found
 * @param {AdviceData} advice of the same
 * @param {{leads: Record<string, string>, titles: Record<string, string>, shown: string[]}} text
 *   where its rules lead, and what instruments are called
 * @param {import("../speech.js").Speech} speech
 * @param {(instrument: string) => void} go
 * @returns {HTMLElement | null}
 */
export function onwardList(found, advice, { leads, titles, shown }, speech, go) {
  /** @type {Map<string, string>} the first reason for each, the most urgent first */
  const next = new Map();
  for (const [id, because] of pointing(found, advice, leads)) {
    if (id && !next.has(id)) next.set(id, because);
  }
  if (!next.size) return null;
  const item = (/** @type {[string, string]} */ [id, because]) => {
    const title = titles[id] ?? id;
    const name = shown.includes(id)
      ? make("button", { type: "button", class: "plain lead", click: () => go(id) }, title)
      : make("strong", {}, title);
    const where = !shown.includes(id) && ` ${speech.say("formulier.onward_elsewhere")}`;
    return make("li", {}, name, ` ${because}`, where);
  };
  return make(
    "section",
    { class: "onward" },
    make("h3", {}, speech.say("onward.title")),
    make("ul", {}, [...next].map(item)),
  );
}

/**
 * What points on: dangers, what is asked first, routes, reasons, and the other actions.
 * @param {import("../../engine/assess.js").Assessment} found
 * @param {AdviceData} advice
 * @param {Record<string, string>} leads
 * @returns {[string | null, string][]}
 */
function pointing({ program, dangers }, advice, leads) {
  const own = dangers.filter((danger) => danger.program === program);
  const isUrgent = (/** @type {string} */ id) => own.some(({ statement }) => statement.id === id)
    || advice.urgent.some((one) => one.kind === "ask" && one.id === id);
  const urgent = advice.actions.filter(({ id }) => isUrgent(id));
  const holding = advice.outcomes.filter((one) => one.holds_now);
  return [
    ...urgent.map((one) => /** @type {[string | null, string]} */ ([one.leads_to, one.because])),
    ...holding.flatMap((one) => /** @type {[string | null, string][]} */ (
      [[one.leads_to, one.because], [leads[one.rule], one.because]])),
    ...[...advice.reasons, ...advice.limits].map((one) =>
      /** @type {[string | null, string]} */ ([leads[one.rule], one.because])),
    ...advice.actions.map((one) =>
      /** @type {[string | null, string]} */ ([one.leads_to ?? leads[one.rule], one.because])),
  ];
}
