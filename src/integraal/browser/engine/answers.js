/**
 * Answers of one case: what was said, and what was said not to be known.
 *
 * A choose-several answer is what is chosen and what may be; nothing may be where all is known. What
 * is not understood is not known, and never a no.
 */

/** Asked, and not known. For the rules the same as not asked; for people it is not. */
export const DONT_KNOW = Symbol("weet_niet");
export const DONT_KNOW_ID = "weet_niet";
export const NONE_OF_THESE = "geen_van_deze";

/** @typedef {{chosen: ReadonlySet<string>, unknown: ReadonlySet<string>}} Several */
/** @typedef {string | number | Several | typeof DONT_KNOW} Answer */
/** @typedef {ReadonlyMap<string, Answer>} Answers */
/** @typedef {import("./program.js").Question} Question */

/**
 * @param {unknown} answer
 * @returns {answer is Several}
 */
export function isSeveral(answer) {
  return typeof answer === "object" && answer !== null;
}

/**
 * Whether the whole answer to a question is known.
 * @param {Answers} answers
 * @param {string} question
 */
export function isKnown(answers, question) {
  const answer = answers.get(question);
  if (answer === undefined || answer === DONT_KNOW) return false;
  return !isPartly(answer);
}

/**
 * Whether some options are known and others are not.
 * @param {Answer | undefined} answer
 */
export function isPartly(answer) {
  return isSeveral(answer) && answer.unknown.size > 0;
}

/**
 * Make an answer to a choose-several question out of ids, as a case file has them.
 * @param {string[]} ids
 * @param {string[]} options
 * @returns {Answer}
 */
export function several(ids, options) {
  const chosen = new Set(ids.filter((id) => id !== DONT_KNOW_ID && id !== NONE_OF_THESE));
  const others = options.filter((option) => !chosen.has(option));
  if (!ids.includes(DONT_KNOW_ID) || !others.length) return { chosen, unknown: new Set() };
  return chosen.size ? { chosen, unknown: new Set(others) } : DONT_KNOW;
}

/**
 * See an answer to a choose-several question as what is chosen and what may be.
 * @param {Answer | undefined} answer
 * @param {string[]} options
 * @returns {Several}
 */
export function partly(answer, options) {
  return isSeveral(answer) ? answer : { chosen: new Set(), unknown: new Set(options) };
}

/**
 * Take an answer as data over, as far as its question understands it.
 * @param {Question} question
 * @param {unknown} given
 * @returns {Answer}
 */
export function taken(question, given) {
  if (given === DONT_KNOW_ID || given === null) return DONT_KNOW;
  switch (question.kind) {
    case "one":
      return typeof given === "string" && question.options.includes(given) ? given : DONT_KNOW;
    case "several":
      return takenSeveral(question, given);
    case "number":
      return typeof given === "number" && fits(question, given) ? given : DONT_KNOW;
    default:
      return String(given);
  }
}

/**
 * Take the options that are named; if anything else is, nobody knows about the others.
 * @param {Question} question
 * @param {unknown} given
 * @returns {Answer}
 */
function takenSeveral(question, given) {
  const ids = typeof given === "string" ? [given] : given;
  if (!Array.isArray(ids)) return DONT_KNOW;
  const named = ids.filter((id) => question.options.includes(id));
  const isSlip = ids.some((id) => ![...question.options, NONE_OF_THESE].includes(id));
  return several(isSlip ? [...named, DONT_KNOW_ID] : named, question.options);
}

/**
 * @param {Question} question
 * @param {number} number
 */
function fits(question, number) {
  if (!Number.isFinite(number) || (question.whole && number % 1)) return false;
  return (question.min ?? -Infinity) <= number && number <= (question.max ?? Infinity);
}

/**
 * An answer as data: ids, in the order of the question's options.
 * @param {Answer} answer
 * @param {string[]} options
 * @returns {string | number | string[]}
 */
export function answerValue(answer, options) {
  if (answer === DONT_KNOW) return DONT_KNOW_ID;
  if (!isSeveral(answer)) return /** @type {string | number} */ (answer);
  const chosen = options.filter((option) => answer.chosen.has(option));
  return answer.unknown.size ? [...chosen, DONT_KNOW_ID] : chosen;
}

/**
 * Whether two answers say the same.
 * @param {Answer | undefined} one
 * @param {Answer | undefined} other
 */
export function isSame(one, other) {
  if (!isSeveral(one) || !isSeveral(other)) return one === other;
  return isSubset(one.chosen, other.chosen) && isSubset(other.chosen, one.chosen)
    && isSubset(one.unknown, other.unknown) && isSubset(other.unknown, one.unknown);
}

/**
 * @param {ReadonlySet<string>} some
 * @param {ReadonlySet<string>} all
 */
function isSubset(some, all) {
  return [...some].every((each) => all.has(each));
}

/**
 * Make a copy in which a question has this answer.
 * @param {Answers} answers
 * @param {string} question
 * @param {Answer} answer
 * @returns {Answers}
 */
export function withAnswer(answers, question, answer) {
  return new Map(answers).set(question, answer);
}
