/** The form: what is on the page, and what happens when somebody answers, saves, opens or prints. */

import { dangersData } from "../engine/advice_data.js";
import { adviceOn } from "../engine/assess.js";
import { Program } from "../engine/program.js";
import { dangerBox, shortAdvice, wholeAdvice } from "./advice.js";
import { blank, listenForBlank } from "./blank.js";
import { BlockFormError } from "./block_form.js";
import { CaseFileError, openCase, writeCase } from "./case_file.js";
import { wrongName } from "./case_name.js";
import { fill, make } from "./dom.js";
import { heardIn } from "./heard.js";
import { QuestionList } from "./questions.js";
import { Sitting } from "./sitting.js";
import { Speech } from "./speech.js";
import { tools } from "./tools.js";

/**
 * @typedef {object} FormData_
 * @property {string} language
 * @property {Record<string, string>} languages their own names
 * @property {Record<string, import("./speech.js").Sentences>} sentences
 * @property {string[]} shown the instruments that can be chosen
 * @property {Record<string, import("../engine/program.js").ProgramData>} programs
 * @property {Record<string, Record<string, import("../engine/advice_data.js").Texts>>} advice_texts
 * @property {Record<string, Record<string, import("./questions.js").FormText>>} form_texts
 * @property {Record<string, Record<string, Record<string, import("./advice.js").LevelText>>>} levels
 * @property {Record<string, Record<string, Record<string, string>>>} tables
 */

class Form {
  /** @param {FormData_} data */
  constructor(data) {
    this.data = data;
    this.speech = new Speech(data.sentences, data.language);
    this.programs = new Map(
      Object.entries(data.programs).map(([id, program]) => [id, new Program(program)]),
    );
    this.shown = data.shown[0];
    this.sitting = new Sitting(new Date().toLocaleDateString("sv"));
    this.isWhole = false;
    this.danger = make("div", { role: "alert", class: "danger-room" });
    /** What a file shows that is not opened. */
    this.heard = make("div", { role: "alert" });
    this.questions = make("div", {});
    this.advice = make("div", { class: "advice" });
    this.progress = make("p", { role: "status", class: "quiet" });
    this.said = make("p", { role: "status", class: "said" });
    /** @type {QuestionList | null} */
    this.list = null;
    this.sitting.onChange(() => this.refresh());
    addEventListener("beforeunload", (event) => {
      if (this.sitting.isUnsaved) event.preventDefault();
    });
    listenForBlank();
    this.draw();
  }

  get program() {
    return /** @type {Program} */ (this.programs.get(this.shown));
  }

  /** Draw all of it anew: another language, or another instrument. */
  draw() {
    const { speech } = this;
    document.documentElement.lang = speech.language;
    document.title = speech.say("formulier.title");
    const text = this.data.form_texts[speech.language][this.shown];
    this.list = new QuestionList(this.program, text, speech, this.sitting);
    fill(this.questions, this.list.element);
    fill(
      document.body,
      this.danger,
      this.heard,
      make("header", { class: "bar" }, this.tools()),
      make(
        "main",
        {},
        make("p", { class: "only" }, speech.say("formulier.only_you")),
        make("h1", {}, text.title),
        make("p", {}, text.about),
        make("p", { class: "quiet" }, speech.say("formulier.about")),
        this.caseField(),
        this.progress,
        this.questions,
      ),
      make("aside", { "aria-label": speech.say("formulier.advice") }, this.advice),
    );
    this.refresh();
  }

  /** @returns {HTMLElement} */
  tools() {
    const { speech, data } = this;
    const titles = data.form_texts[speech.language];
    return tools(
      speech,
      [
        {
          key: "formulier.instrument",
          options: data.shown.map((id) => [id, titles[id].title]),
          chosen: this.shown,
          act: (id) => this.show(id),
        },
        {
          key: "formulier.language",
          options: Object.entries(data.languages),
          chosen: speech.language,
          act: (language) => this.speak(language),
        },
      ],
      [["formulier.save", () => this.save()]],
      (chosen) => this.open(chosen),
      [
        ["formulier.print", () => print()],
        ["formulier.blank", blank],
        ["formulier.new", () => this.clear()],
      ],
      this.said,
    );
  }

  /** @returns {HTMLElement} */
  caseField() {
    const field = make("input", {
      type: "text",
      class: "case",
      autocomplete: "off",
      spellcheck: "false",
      value: this.sitting.file.id,
      change: () => this.sitting.name(/** @type {HTMLInputElement} */ (field).value.trim()),
    });
    return make("label", { class: "fields" }, this.speech.say("formulier.case"), field);
  }

  /** @param {string} instrument */
  show(instrument) {
    this.shown = instrument;
    this.draw();
  }

  /** @param {string} language */
  speak(language) {
    this.speech = new Speech(this.data.sentences, language);
    this.draw();
  }

  /** Show what the answers change. */
  refresh() {
    if (!this.list) return;
    this.list.refresh();
    const [answered, asked] = this.list.progress();
    this.progress.textContent = this.speech.say("formulier.progress", { answered, asked });
    const { language } = this.speech;
    const others = [...this.programs.values()].filter(
      (other) => other !== this.program && other.dangerRules.length,
    );
    const advice = adviceOn(
      this.program,
      this.sitting.case,
      { whole: others, sameMode: others },
      this.texts(),
    );
    const text = {
      levels: this.data.levels[language][this.shown],
      tables: this.data.tables[language][this.shown],
      questions: this.data.form_texts[language][this.shown].questions,
      instruments: this.data.form_texts[language],
    };
    const { speech } = this;
    const danger = dangerBox(advice.urgent, speech);
    // Said again only when it is another one: who listens hears it once.
    if (danger?.textContent !== this.danger.firstElementChild?.textContent) fill(this.danger, danger);
    const other = make(
      "button",
      { type: "button", "aria-expanded": String(this.isWhole), click: () => this.turn() },
      speech.say(this.isWhole ? "formulier.short" : "formulier.whole_advice"),
    );
    fill(
      this.advice,
      make("h2", {}, speech.say("formulier.advice")),
      this.isWhole ? wholeAdvice(advice, text, speech) : shortAdvice(advice, text, speech),
      other,
    );
  }

  turn() {
    this.isWhole = !this.isWhole;
    this.refresh();
  }

  save() {
    const { file, moment } = this.sitting;
    const wrong = wrongName(file.id);
    if (wrong) {
      this.tell(`formulier.${wrong}`);
      return;
    }
    const programs = [...this.programs.values()];
    for (const program of programs) {
      const own = program.asked.some(({ id, from_case }) => !from_case && id in moment.answers);
      if (own && (program.id === this.shown || program.id in moment.versions)) {
        moment.versions[program.id] = program.data.version;
      }
    }
    if (!Object.keys(moment.versions).length) moment.versions[this.shown] = this.program.data.version;
    const ordered = [this.program, ...programs.filter((one) => one !== this.program)];
    const text = writeCase(file, ordered);
    const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    make("a", { href: address, download: `${file.id}.yaml` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    this.sitting.isUnsaved = false;
    this.tell("formulier.saved", { name: `${file.id}.yaml` });
  }

  /** @param {File} chosen */
  async open(chosen) {
    if (!this.mayLose()) return;
    const [text, programs] = [await chosen.text(), [...this.programs.values()]];
    fill(this.heard);
    try {
      this.sitting.open(openCase(text, programs));
      this.draw();
      this.tell("formulier.opened");
    } catch (error) {
      if (!(error instanceof CaseFileError || error instanceof BlockFormError)) throw error;
      const values = error instanceof CaseFileError ? error.values : {};
      this.tell(`formulier.wrong.${error.reason}`, { line: error.line, ...values });
      this.sound(heardIn(text, programs));
    }
  }

  /**
   * Say the dangers that a file shows which is not opened.
   * @param {import("../engine/dangers.js").Danger[]} dangers
   */
  sound(dangers) {
    const urgent = dangersData(dangers, "", this.texts());
    const box = dangerBox(urgent, this.speech);
    fill(this.heard, box && make("div", { class: "danger-room" },
      make("p", {}, this.speech.say("danger.refused")), box));
  }

  /** What instruments say of an advice, in the language of the page. */
  texts() {
    return new Map(Object.entries(this.data.advice_texts[this.speech.language]));
  }

  clear() {
    if (!this.mayLose()) return;
    fill(this.heard);
    this.sitting.clear();
    this.draw();
  }

  mayLose() {
    return !this.sitting.isUnsaved || confirm(this.speech.say("formulier.unsaved"));
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  tell(key, values) {
    this.said.textContent = this.speech.say(key, values);
  }
}

new Form(JSON.parse(document.getElementById("data")?.textContent ?? ""));
