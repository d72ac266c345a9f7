/**
 * Room for people's own words: never in a rule, and looked through for what identifies a person.
 */

import { refusal } from "./agreements.js";
import { make } from "../dom.js";

export class FreeTextField {
  /**
   * @param {string} id of the question
   * @param {string} ask
   * @param {import("../case/sitting.js").Sitting} sitting
   * @param {(text: string) => string[]} blocked names what is refused in a text
   * @param {import("../speech.js").Speech} speech
   */
  constructor(id, ask, sitting, blocked, speech) {
    this.id = id;
    this.sitting = sitting;
    this.blocked = blocked;
    this.speech = speech;
    this.wrong = make("p", { class: "wrong", id: `e-${id}`, role: "alert" });
    this.field = /** @type {HTMLInputElement} */ (make("input", {
      type: "text",
      class: "text",
      maxlength: 500,
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": ask,
      "aria-describedby": `e-${id}`,
      change: () => this.take(),
    }));
    const about = make("p", { class: "quiet" }, speech.say("formulier.own_words"));
    this.element = make("div", { class: "choices" }, about, this.field, this.wrong);
  }

  take() {
    const text = this.field.value.trim().split(/\s+/).join(" ");
    const kinds = this.blocked(text);
    this.wrong.textContent = kinds.length ? refusal(kinds, this.speech) : "";
    this.field.setAttribute("aria-invalid", String(kinds.length > 0));
    // What is refused stays in the field to be mended, and is kept nowhere else.
    if (!kinds.length) this.sitting.write(this.id, text);
  }

  clear() {
    this.field.value = "";
    this.take();
  }

  show() {
    const said = this.sitting.moment.texts[this.id];
    if (!this.wrong.textContent) this.field.value = said?.kind === "word" ? said.text : "";
  }
}
