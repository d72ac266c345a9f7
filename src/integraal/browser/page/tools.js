/** The bar above the questions: instrument, language, and what can be done with the form. */

import { make } from "./dom.js";

/**
 * @typedef {import("./speech.js").Speech} Speech
 * @typedef {{key: string, options: [string, string][], chosen: string,
 *   act: (value: string) => void}} Choice of which one holds
 */

/**
 * @param {Speech} speech
 * @param {Choice[]} choices those with one option are left out
 * @param {[string, () => void][]} before buttons before the one that opens a file
 * @param {(chosen: File) => void} open
 * @param {[string, () => void][]} after
 * @param {HTMLElement} said where is told what was done
 */
export function tools(speech, choices, before, open, after, said) {
  /** @param {[string, () => void]} one */
  const button = ([key, act]) => make("button", { type: "button", click: act }, speech.say(key));
  return make(
    "nav",
    { "aria-label": speech.say("formulier.tools") },
    choices.filter(({ options }) => options.length > 1).map((one) => choice(one, speech)),
    before.map(button),
    ...openFile(speech, open),
    after.map(button),
    said,
  );
}

/**
 * A native field for a file, behind a label that looks like the other buttons.
 * @param {Speech} speech
 * @param {(chosen: File) => void} open
 */
function openFile(speech, open) {
  const field = /** @type {HTMLInputElement} */ (make("input", {
    type: "file",
    accept: ".yaml,.yml",
    class: "unseen",
    id: "file",
    change: () => {
      const [chosen] = field.files ?? [];
      field.value = "";
      if (chosen) open(chosen);
    },
  }));
  const label = make("label", { for: "file", class: "button" }, speech.say("formulier.open_file"));
  return [label, field];
}

/**
 * @param {Choice} choice
 * @param {Speech} speech
 */
function choice({ key, options, chosen, act }, speech) {
  const select = /** @type {HTMLSelectElement} */ (make(
    "select",
    {
      autocomplete: "off",
      name: key,
      change: () => {
        act(select.value);
        // What it does may draw all anew; the keyboard stays where it was.
        document.getElementsByName(key)[0]?.focus({ preventScroll: true });
      },
    },
    options.map(([value, label]) => make("option", { value, selected: value === chosen }, label)),
  ));
  return make("label", {}, `${speech.say(key)} `, select);
}
