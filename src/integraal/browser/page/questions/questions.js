/**
 * Questions with native controls: what does not apply is hidden, and *weet ik niet* is an answer.
 *
 * @typedef {import("../../engine/program.js").Program} Program
 * @typedef {import("../../engine/program.js").Question} Question
 * @typedef {import("../case/sitting.js").Given} Given
 * @typedef {import("../speech.js").Speech} Speech
 *
 * @typedef {{label: string, hint: string}} OptionText
 * @typedef {{ask: string, name: string, why: string, prompts: string[], unit: string,
 *   options: Record<string, OptionText>}} QuestionText
 * @typedef {{title: string, about: string, questions: string[]}} SectionText
 * @typedef {{title: string, about: string, sections: SectionText[], leads_to: Record<string, string>,
 *   questions: Record<string, QuestionText>}} FormText
 */

import { DONT_KNOW_ID, NONE_OF_THESE, taken } from "../../engine/answers.js";
import { Evaluation } from "../../engine/interpreter.js";
import { FALSE } from "../../engine/truth.js";
import { make } from "../dom.js";
import { FreeTextField } from "./own_words.js";
import { ticksAfter } from "./ticks.js";

/** The questions of one instrument, on the page. */
export class QuestionList {
  /**
   * @param {Program} program
   * @param {FormText} text
   * @param {Speech} speech
   * @param {import("../case/sitting.js").Sitting} sitting
   * @param {(text: string) => string[]} blocked names what is refused in a text
   */
  constructor(program, text, speech, sitting, blocked) {
    this.program = program;
    this.text = text;
    this.speech = speech;
    this.sitting = sitting;
    this.blocked = blocked;
    /** @type {Map<string, HTMLElement>} */
    this.shown = new Map();
    /** @type {Map<string, FreeTextField>} */
    this.rooms = new Map();
    this.element = make("div", { class: "questions" }, text.sections.map((one) => this.section(one)));
  }

  /**
   * @param {SectionText} section
   * @returns {HTMLElement}
   */
  section(section) {
    const asked = section.questions.map((id) => this.program.question(id));
    const questions = asked.map((one) => this.question(one));
    return make(
      "section",
      {},
      make("h2", {}, section.title),
      section.about && make("p", { class: "quiet" }, section.about),
      questions,
    );
  }

  /**
   * @param {Question} question
   * @returns {HTMLElement}
   */
  question(question) {
    const { ask, why, prompts } = this.text.questions[question.id];
    const clear = make(
      "button",
      { type: "button", class: "plain", click: () => this.clear(question) },
      this.speech.say("formulier.clear"),
      make("span", { class: "unseen" }, ` ${ask}`),
    );
    const element = make(
      "fieldset",
      { class: "asked", id: `q-${question.id}` },
      make("legend", {}, ask),
      prompts.length > 0 && make("ul", { class: "prompts" }, prompts.map((one) => make("li", {}, one))),
      this.answerTo(question),
      make("details", {}, make("summary", {}, this.speech.say("menu.why")), make("p", {}, why)),
      clear,
    );
    this.shown.set(question.id, element);
    return element;
  }

  /** @param {Question} question @returns {HTMLElement} */
  answerTo(question) {
    if (question.kind === "text") return this.words(question);
    return question.kind === "number" ? this.number(question) : this.options(question);
  }

  /** @param {Question} question @returns {HTMLElement} */
  words(question) {
    const { ask } = this.text.questions[question.id];
    const room = new FreeTextField(question.id, ask, this.sitting, this.blocked, this.speech);
    this.rooms.set(question.id, room);
    return room.element;
  }

  /**
   * @param {Question} question
   * @returns {HTMLElement}
   */
  options(question) {
    const { options } = this.text.questions[question.id];
    const isSeveral = question.kind === "several";
    const rows = Object.entries(options).map(([id, text]) => this.choice(question, id, text));
    if (isSeveral) {
      rows.push(this.choice(question, NONE_OF_THESE, this.own("answer.none_of_these")));
    }
    rows.push(this.choice(question, DONT_KNOW_ID, this.own("answer.dont_know")));
    const how = isSeveral && make("p", { class: "quiet" }, this.speech.say("formulier.several"));
    return make("div", { class: "choices" }, how, rows);
  }

  /** @param {string} key @returns {OptionText} */
  own(key) {
    return { label: this.speech.say(key), hint: "" };
  }

  /**
   * @param {Question} question
   * @param {string} option
   * @param {OptionText} text
   * @returns {HTMLElement}
   */
  choice(question, option, { label, hint }) {
    const input = make("input", {
      type: question.kind === "several" ? "checkbox" : "radio",
      name: question.id,
      value: option,
      autocomplete: "off",
      change: () => this.take(question, option),
    });
    const said = make("span", {}, label, hint && make("small", {}, hint));
    return make("label", { class: "choice" }, input, said);
  }

  /**
   * @param {Question} question
   * @returns {HTMLElement}
   */
  number(question) {
    const { ask, unit } = this.text.questions[question.id];
    const field = make("input", {
      type: "text",
      inputmode: "decimal",
      class: "number",
      autocomplete: "off",
      "aria-label": unit ? `${ask} (${unit})` : ask,
      "aria-describedby": `e-${question.id}`,
      change: () => this.takeNumber(question),
    });
    return make(
      "div",
      { class: "choices" },
      make("p", {}, field, unit && ` ${unit}`),
      make("p", { class: "wrong", id: `e-${question.id}`, role: "alert" }),
      this.choice({ ...question, kind: "several" }, DONT_KNOW_ID, this.own("answer.dont_know")),
    );
  }

  /**
   * Take over what stands there after a change of one option.
   * @param {Question} question
   * @param {string} option the one that was changed
   */
  take(question, option) {
    const inputs = this.inputs(question);
    if (question.kind === "one") return this.sitting.answer(question, option);
    if (question.kind === "number") return this.takeUnknownNumber(question);
    return this.sitting.answer(question, ticksAfter(inputs, option));
  }

  /** @param {Question} question */
  takeNumber(question) {
    const field = this.field(question);
    const text = field.value.trim().replace(",", ".");
    const number = text === "" ? null : Number(text);
    const answer = number === null ? null : taken(question, number);
    const isAnswer = typeof answer === "number";
    const wrong = this.shown.get(question.id)?.querySelector(".wrong");
    if (wrong) wrong.textContent = number === null || isAnswer ? "" : this.misfit(question);
    field.setAttribute("aria-invalid", String(number !== null && !isAnswer));
    this.sitting.answer(question, isAnswer ? answer : null);
  }

  /** @param {Question} question */
  takeUnknownNumber(question) {
    const isOn = this.inputs(question).some((input) => input.checked);
    if (isOn) this.field(question).value = "";
    this.sitting.answer(question, isOn ? DONT_KNOW_ID : null);
  }

  /** @param {Question} question */
  misfit({ whole, min, max }) {
    const kind = this.speech.say(whole ? "formulier.whole" : "formulier.number");
    if (min === null && max === null) return `${kind}.`;
    const key = min === null ? "at_most" : max === null ? "at_least" : "between";
    const bounds = { low: min ?? "", high: max ?? "" };
    return `${kind} ${this.speech.say(`formulier.${key}`, bounds)}.`;
  }

  /** @param {Question} question */
  clear(question) {
    if (question.kind === "text") this.rooms.get(question.id)?.clear();
    else this.sitting.answer(question, null);
  }

  /** @param {Question} question @returns {HTMLInputElement[]} */
  inputs(question) {
    const found = this.shown.get(question.id)?.querySelectorAll("input[value]") ?? [];
    return /** @type {HTMLInputElement[]} */ ([...found]);
  }

  /** @param {Question} question @returns {HTMLInputElement} */
  field(question) {
    const found = this.shown.get(question.id)?.querySelector("input.number");
    return /** @type {HTMLInputElement} */ (found);
  }

  /** Show what applies, with the answers that there are; drop those of what does not. */
  refresh() {
    const evaluation = new Evaluation(this.program, this.answers());
    for (const [id, element] of this.shown) {
      const question = this.program.question(id);
      const isHidden = evaluation.applies(id) === FALSE;
      element.hidden = isHidden;
      if (isHidden) delete this.sitting.moment.answers[id];
      this.rooms.get(id)?.show();
      if (question.kind !== "text") this.show(question, this.given(id));
      const isAnswered = this.given(id) !== undefined || id in this.sitting.moment.texts;
      element.classList.toggle("is-answered", isAnswered);
    }
    // Paper has what was answered; a form that is still empty, all that can be.
    this.element.classList.toggle("has-answers", this.element.querySelector(".is-answered") !== null);
    for (const section of this.element.querySelectorAll("section")) {
      const questions = [...section.querySelectorAll("fieldset")];
      section.hidden = questions.every((one) => one.hidden);
    }
  }

  /**
   * @param {Question} question
   * @param {Given | undefined} given
   */
  show(question, given) {
    const ids = given === undefined ? [] : Array.isArray(given) ? given : [String(given)];
    const isNone = Array.isArray(given) && !given.length;
    for (const input of this.inputs(question)) {
      input.checked = isNone ? input.value === NONE_OF_THESE : ids.includes(input.value);
    }
    const field = question.kind === "number" ? this.field(question) : null;
    if (field && typeof given === "number") field.value = String(given);
    else if (field && field.getAttribute("aria-invalid") !== "true") field.value = "";
    const clear = this.shown.get(question.id)?.querySelector("button");
    if (clear) clear.hidden = given === undefined;
  }

  /** @param {string} id @returns {Given | undefined} */
  given(id) {
    const { answers } = this.sitting.moment;
    if (id in answers) return answers[id];
    return this.program.question(id).from_case ? this.sitting.file.country || undefined : undefined;
  }

  /** How many of the questions that apply have an answer. @returns {[number, number]} */
  progress() {
    const isCounted = (/** @type {string} */ id) => this.program.question(id).kind !== "text";
    const shown = [...this.shown]
      .filter(([id, element]) => !element.hidden && isCounted(id)).map(([id]) => id);
    return [shown.filter((id) => this.given(id) !== undefined).length, shown.length];
  }

  /** The answers of this moment, as the engine takes them. */
  answers() {
    /** @type {Map<string, import("../../engine/answers.js").Answer>} */
    const answers = new Map();
    for (const id of this.shown.keys()) {
      const given = this.given(id);
      if (given !== undefined) answers.set(id, taken(this.program.question(id), given));
    }
    return answers;
  }
}
