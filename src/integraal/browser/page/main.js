/** The form: what is on the page, and what happens when somebody answers, saves, opens or prints. */

import { adviceForPage } from "../engine/advice_data.js";
import { assess } from "../engine/assess.js";
import { Program } from "../engine/program.js";
import { shortAdvice, wholeAdvice } from "./advice/advice.js";
import { onwardList } from "./advice/onward.js";
import { adviceText, decidedBox } from "./advice/view.js";
import { agreementSection } from "./questions/agreements.js";
import { blank, listenForBlank } from "./blank.js";
import { dangerBox, dangerRoom } from "./advice/danger_box.js";
import { readData } from "./data.js";
import { CaseFiles } from "./files.js";
import { fill, make } from "./dom.js";
import { Guard } from "./guard/guard.js";
import { agree, openAgreements } from "./case/notes.js";
import { othersView } from "./others/view.js";
import { QuestionList } from "./questions/questions.js";
import { Sitting } from "./case/sitting.js";
import { Speech } from "./speech.js";
import { tools } from "./tools.js";

/** @type {import("../engine/readers.js").Reader[]} */
const READERS = ["professional", "tafel", "gezin", "kind"];

/** @returns {import("./questions/agreements.js").Draft} */
function emptyDraft() {
  return { what: "", who: "", by: "", forOthers: false };
}

/**
 * On a narrow screen the advice stands below the questions; this leads there.
 * @param {HTMLElement} advice
 * @param {Speech} speech
 */
function toAdvice(advice, speech) {
  const go = () => {
    advice.scrollIntoView();
    const whole = /** @type {HTMLElement | null} */ (advice.querySelector(":scope > button"));
    whole?.focus({ preventScroll: true });
  };
  const label = speech.say("formulier.to_advice");
  return make("footer", { class: "to-advice" }, make("button", { type: "button", click: go }, label));
}

/**
 * What a case is brought in for: written by hand on paper, as on the agenda of a meeting.
 * @param {Speech} speech
 */
function caseQuestion(speech) {
  const line = () => make("div", { class: "line" });
  return make("div", { class: "on-paper" }, make("p", {}, speech.say("agenda.question")), line(), line());
}

class Form {
  /** @param {import("./data.js").FormData_} data */
  constructor(data) {
    this.data = data;
    this.speech = new Speech(data.sentences, data.language);
    this.programs = new Map(
      Object.entries(data.programs).map(([id, program]) => [id, new Program(program)]),
    );
    this.shown = data.shown[0];
    this.sitting = new Sitting(new Date().toLocaleDateString("sv"));
    this.isWhole = false;
    this.guard = new Guard(data.guard);
    /** @type {import("../engine/readers.js").Reader} for whom the page is that is in view */
    this.reader = "professional";
    this.draft = emptyDraft();
    this.danger = dangerRoom();
    this.files = new CaseFiles(this.sitting, this.programs, this.guard, data.old_names, this);
    this.questions = make("div", {});
    this.advice = make("div", { class: "advice" });
    this.agreed = make("div", {});
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
    const { today } = this.sitting;
    const blocked = (/** @type {string} */ words) => this.guard.blocked(words, today);
    this.list = new QuestionList(this.program, text, speech, this.sitting, blocked);
    this.drawAgreements(blocked);
    fill(this.questions, this.list.element);
    fill(
      document.body,
      this.danger,
      this.files.heard,
      make("header", { class: "bar" }, this.tools()),
      make(
        "main",
        {},
        make("p", { class: "only" }, speech.say("formulier.only_you")),
        make("h1", {}, text.title),
        make("p", {}, text.about),
        make("p", { class: "quiet" }, speech.say("formulier.about")),
        this.caseField(),
        caseQuestion(speech),
        this.progress,
        this.questions,
        this.agreed,
      ),
      make("aside", { "aria-label": speech.say("formulier.advice") }, this.advice),
      this.reader === "professional" && toAdvice(this.advice, speech),
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
        {
          key: "formulier.reader",
          options: READERS.map((id) => [id, speech.say(`formulier.for.${id}`)]),
          chosen: this.reader,
          act: (id) => this.showTo(/** @type {import("../engine/readers.js").Reader} */ (id)),
        },
      ],
      [["formulier.save", () => this.files.save()]],
      (chosen) => this.files.open(chosen),
      [
        ["formulier.print", () => print()],
        ["formulier.blank", blank],
        ["formulier.new", () => this.files.clear()],
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

  /**
   * Show a page for others, or come back from it.
   * @param {import("../engine/readers.js").Reader} reader
   */
  showTo(reader) {
    this.reader = reader;
    this.draw();
    if (reader === "professional") return;
    const { language } = this.speech;
    const text = {
      services: this.data.services[language][this.shown] ?? null,
      others: this.data.others[language][this.shown],
      lines: this.data.lines[language],
      grounds: this.data.advice_texts[language][this.shown].rules,
      title: this.data.titles[language][this.shown],
      /** @param {import("../engine/assess.js").Assessment} found */
      advice: (found) => {
        const told = { ...adviceText(this.data, language, found, this.texts()), isForOthers: true };
        return wholeAdvice(adviceForPage(found, this.texts()), told, this.speech);
      },
    };
    const isInDanger = this.danger.childElementCount > 0;
    const back = () => this.showTo("professional");
    const view = othersView(
      reader, this.program, this.others, this.sitting, text, isInDanger, this.speech, back,
    );
    document.querySelector("main")?.replaceWith(view);
    document.querySelector("aside")?.remove();
    scrollTo(0, 0);
  }

  /** @param {(text: string) => string[]} blocked */
  drawAgreements(blocked) {
    const { sitting, draft, speech } = this;
    const open = openAgreements(sitting.file, sitting.today);
    fill(this.agreed, agreementSection(open, draft, (taken) => {
      agree(sitting.moment, taken);
      this.draft = emptyDraft();
      sitting.touch();
      this.drawAgreements(blocked);
      this.tell("formulier.agreed");
    }, blocked, speech));
  }

  /** Show what the answers change. */
  refresh() {
    if (!this.list) return;
    this.list.refresh();
    const [answered, asked] = this.list.progress();
    this.progress.textContent = this.speech.say("formulier.progress", { answered, asked });
    const found = assess(this.program, this.sitting.case, this.others);
    const advice = adviceForPage(found, this.texts());
    const text = adviceText(this.data, this.speech.language, found, this.texts());
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
      advice.moment !== this.sitting.today && advice.moment !== null
        && make("p", { class: "quiet" }, speech.say("formulier.of_day", { day: speech.day(advice.moment) })),
      decidedBox(this.sitting, this.shown, text, speech),
      this.isWhole ? wholeAdvice(advice, text, speech) : shortAdvice(advice, text, speech),
      onwardList(found, advice, this.onward(), speech, (id) => this.show(id)),
      other,
    );
  }

  /** Where the advice may lead, in the language of the page. */
  onward() {
    const { data, speech: { language } } = this;
    const { leads_to: leads } = data.form_texts[language][this.shown];
    return { leads, titles: data.titles[language], shown: data.shown };
  }

  /** The other instruments that see a danger in these answers, or say something else of them. */
  get others() {
    const others = [...this.programs.values()].filter(
      (other) => other !== this.program && other.dangerRules.length,
    );
    return { whole: others, sameMode: others };
  }

  turn() {
    this.isWhole = !this.isWhole;
    this.refresh();
  }

  /** Begin with another case, or with none. */
  begin() {
    this.reader = "professional";
    this.draft = emptyDraft();
    this.draw();
  }

  /** What instruments say of an advice, in the language of the page. */
  texts() {
    return new Map(Object.entries(this.data.advice_texts[this.speech.language]));
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  tell(key, values) {
    this.said.textContent = this.speech.say(key, values);
  }
}

new Form(readData(document.getElementById("data")?.textContent ?? ""));
