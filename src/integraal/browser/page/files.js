/** Saving a case, opening one, and beginning anew: what is lost or remarkable by it is said. */

import { dangersData } from "../engine/advice_data.js";
import { gatheredIn } from "../engine/assess.js";
import { dangerBox, dangerRoom } from "./advice/danger_box.js";
import { openCase, writeCase } from "./case/case_file.js";
import { wrongName } from "./case/case_name.js";
import { heardIn } from "./case/heard.js";
import { download, stamp } from "./case/keeping.js";
import { Refused, refusedText } from "./case/refused.js";
import { remarksOn } from "./case/remarks.js";
import { fill, make } from "./dom.js";

/**
 * @typedef {import("../engine/program.js").Program} Program
 *
 * @typedef {object} View the page on which it is said
 * @property {import("./speech.js").Speech} speech
 * @property {Program} program in view
 * @property {string} shown its id
 * @property {import("../engine/assess.js").Others} others
 * @property {HTMLElement} said where is told what was done
 * @property {() => Map<string, import("../engine/advice_data.js").Texts>} texts
 * @property {() => void} begin
 * @property {(key: string, values?: Record<string, string | number>) => void} tell
 */

export class CaseFiles {
  /**
   * @param {import("./case/sitting.js").Sitting} sitting
   * @param {Map<string, Program>} programs
   * @param {import("./guard/guard.js").Guard} guard
   * @param {Record<string, string>} oldNames how questions were called before
   * @param {View} view
   */
  constructor(sitting, programs, guard, oldNames, view) {
    this.sitting = sitting;
    this.programs = programs;
    this.guard = guard;
    this.oldNames = oldNames;
    this.view = view;
    /** What a file shows, also one that is not opened. */
    this.heard = dangerRoom();
  }

  save() {
    const { file, moment } = this.sitting;
    const wrong = wrongName(file.id);
    if (wrong) {
      this.view.tell(`formulier.${wrong}`);
      return;
    }
    stamp(moment, [...this.programs.values()], this.view.shown);
    const others = [...this.programs.values()].filter((one) => one !== this.view.program);
    download(`${file.id}.yaml`, writeCase(file, [this.view.program, ...others]));
    this.sitting.isUnsaved = false;
    this.view.tell("formulier.saved", { name: `${file.id}.yaml` });
  }

  /** @param {File} chosen */
  async open(chosen) {
    if (!this.mayLose()) return;
    const [text, programs] = [await chosen.text(), [...this.programs.values()]];
    fill(this.heard);
    try {
      this.sitting.open(openCase(text, programs, this.oldNames));
      this.view.begin();
      this.view.said.textContent = [this.view.speech.say("formulier.opened"), ...this.remarks(programs)].join(" ");
      this.sound(this.dangersBefore(), "formulier.danger_before");
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const blocked = (/** @type {string} */ words) => this.guard.blocked(words, this.sitting.today);
      this.view.said.textContent = refusedText(error, this.view.speech, blocked);
      this.sound(heardIn(text, programs, this.oldNames), "danger.refused");
    }
  }

  /** What is remarkable about the file that is open. @param {Program[]} programs */
  remarks(programs) {
    const { file, today } = this.sitting;
    return remarksOn(file, programs, today).map(({ code, values }) => {
      const said = this.view.speech.say(`finding.${code}`, values);
      return said.charAt(0).toUpperCase() + said.slice(1);
    });
  }

  /**
   * Say the dangers that a file shows, above everything, until another one is opened.
   * @param {import("../engine/dangers.js").Danger[]} dangers
   * @param {string} key of what is said of them
   */
  sound(dangers, key) {
    const urgent = dangersData(dangers, "", this.view.texts());
    const box = dangerBox(urgent, this.view.speech);
    fill(this.heard, box && make("p", {}, this.view.speech.say(key)), box);
  }

  /** The dangers of earlier days in a file that was opened; those of today are said already. */
  dangersBefore() {
    const { sitting, view } = this;
    const programs = [view.program, ...view.others.whole];
    const days = sitting.file.moments.filter((moment) => moment !== sitting.moment);
    const told = days.flatMap(({ answers }) => gatheredIn(programs, answers));
    return told.filter(({ statement }, place) =>
      told.findIndex((other) => other.statement.id === statement.id) === place);
  }

  clear() {
    if (!this.mayLose()) return;
    fill(this.heard);
    this.sitting.clear();
    this.view.begin();
  }

  mayLose() {
    return !this.sitting.isUnsaved || confirm(this.view.speech.say("formulier.unsaved"));
  }
}
