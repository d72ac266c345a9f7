/**
 * What people agree: what is open, and a line for more; what the guard refuses is not taken.
 *
 * @typedef {import("../case/notes.js").Agreement} Agreement
 * @typedef {import("../speech.js").Speech} Speech
 * @typedef {{what: string, who: string, by: string, forOthers: boolean}} Draft
 */

import { make } from "../dom.js";

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * @param {Agreement[]} open
 * @param {Draft} draft what stands in the fields
 * @param {(taken: Draft) => void} agree
 * @param {(text: string) => string[]} blocked names what is refused in a text
 * @param {Speech} speech
 * @returns {HTMLElement}
 */
export function agreementSection(open, draft, agree, blocked, speech) {
  const wrong = make("p", { class: "wrong", id: "agreement-wrong", role: "alert" });
  /**
   * @param {"what" | "who" | "by"} name
   * @param {string} key
   */
  const field = (name, key) => {
    const input = /** @type {HTMLInputElement} */ (make("input", {
      type: name === "by" ? "date" : "text",
      class: "text",
      maxlength: 500,
      autocomplete: "off",
      spellcheck: "false",
      value: draft[name],
      "aria-describedby": "agreement-wrong",
      input: () => { draft[name] = input.value; },
    }));
    return make("label", { class: "fields" }, speech.say(key), input);
  };
  const shared = /** @type {HTMLInputElement} */ (make("input", {
    type: "checkbox",
    autocomplete: "off",
    checked: draft.forOthers,
    change: () => { draft.forOthers = shared.checked; },
  }));
  const add = () => {
    const [what, who, by] = [draft.what, draft.who, draft.by].map((text) => text.trim().split(/\s+/).join(" "));
    const kinds = [...new Set([what, who].flatMap(blocked))];
    const key = !what || !who || (by && !DAY.test(by)) ? "formulier.agree_missing" : "";
    if (kinds.length) wrong.textContent = refusal(kinds, speech);
    else if (key) wrong.textContent = speech.say(key);
    else agree({ what, who, by, forOthers: draft.forOthers });
  };
  return make(
    "section",
    { class: "agreements" },
    make("h2", {}, speech.say("checklist.agreements")),
    open.length > 0 && make("ul", {}, open.map((one) => make("li", {}, agreementText(one, speech)))),
    make("p", { class: "quiet" }, speech.say("formulier.agree_about")),
    field("what", "checklist.agreement.what"),
    field("who", "checklist.agreement.who"),
    field("by", "checklist.agreement.when"),
    make("label", { class: "choice" }, shared, make("span", {}, speech.say("formulier.agree_shared"))),
    wrong,
    make("button", { type: "button", click: add }, speech.say("formulier.agree")),
  );
}

/**
 * @param {Agreement} agreement
 * @param {Speech} speech
 */
export function agreementText({ what, who, by }, speech) {
  const until = by ? [speech.say("course.by", { day: speech.day(by) })] : [];
  return [what, who, ...until].join(" · ");
}

/**
 * Why a text is not taken, without repeating any of it.
 * @param {string[]} kinds
 * @param {Speech} speech
 */
export function refusal(kinds, speech) {
  const named = kinds.map((kind) => speech.say(`identifier.${kind}`)).join(", ");
  return speech.say("formulier.refused", { kinds: named });
}
