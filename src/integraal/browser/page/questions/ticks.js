/** What is ticked of a list. */

import { DONT_KNOW_ID, NONE_OF_THESE } from "../../engine/answers.js";

/**
 * @param {HTMLInputElement[]} inputs
 * @param {string} option the one that was changed
 */
export function ticksAfter(inputs, option) {
  const isOn = inputs.find((input) => input.value === option)?.checked ?? false;
  let ticked = inputs.filter((input) => input.checked).map((input) => input.value);
  // None of these goes with nothing else, and neither of the two takes an answer away in silence.
  if (option === NONE_OF_THESE && isOn) ticked = [NONE_OF_THESE];
  else ticked = ticked.filter((id) => id !== NONE_OF_THESE || !isOn);
  return asGiven(ticked);
}

/**
 * What is ticked of a list, as a case file has it.
 * @param {string[]} ticked
 * @returns {import("../case/sitting.js").Given | null}
 */
function asGiven(ticked) {
  if (!ticked.length) return null;
  if (ticked.includes(NONE_OF_THESE)) return [];
  return ticked.length === 1 && ticked[0] === DONT_KNOW_ID ? DONT_KNOW_ID : ticked;
}
