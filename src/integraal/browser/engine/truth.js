/**
 * Three truths: what holds, what does not, and what nobody knows yet.
 *
 * Unknown is a value of its own, ordered so that AND is the minimum and OR the maximum.
 */

/** @typedef {0 | 1 | 2} Truth */

/** @type {Truth} */
export const FALSE = 0;
/** @type {Truth} */
export const UNKNOWN = 1;
/** @type {Truth} */
export const TRUE = 2;

/**
 * @param {boolean} holds
 * @returns {Truth}
 */
export function truth(holds) {
  return holds ? TRUE : FALSE;
}

/**
 * What `not value` is; not-unknown stays unknown.
 * @param {Truth} value
 * @returns {Truth}
 */
export function negate(value) {
  return /** @type {Truth} */ (TRUE - value);
}

/**
 * Whether all hold; none at all is TRUE.
 * @param {Truth[]} truths
 * @returns {Truth}
 */
export function allOf(truths) {
  return /** @type {Truth} */ (Math.min(TRUE, ...truths));
}

/**
 * Whether any holds; none at all is FALSE.
 * @param {Truth[]} truths
 * @returns {Truth}
 */
export function anyOf(truths) {
  return /** @type {Truth} */ (Math.max(FALSE, ...truths));
}

/**
 * Whether weights of truths that hold add up to enough; an unknown one is no zero.
 * @param {number} needed
 * @param {Truth[]} truths
 * @param {number[]} [weights] 1 for each where there are none
 * @returns {Truth}
 */
export function sumReaches(needed, truths, weights) {
  let certain = 0;
  let possible = 0;
  truths.forEach((value, place) => {
    const weight = weights ? weights[place] : 1;
    if (value === TRUE) certain += weight;
    if (value === UNKNOWN) possible += weight;
  });
  return countReaches(needed, certain, possible);
}

/**
 * Whether a count reaches `needed` when `certain` hold and `possible` more might.
 * @param {number} needed
 * @param {number} certain
 * @param {number} possible
 * @returns {Truth}
 */
export function countReaches(needed, certain, possible) {
  if (certain >= needed) return TRUE;
  return certain + possible >= needed ? UNKNOWN : FALSE;
}
