/**
 * Elements by hand: text goes in as text, and nothing that somebody wrote is ever read as markup.
 *
 * @typedef {string | Node | null | false | undefined} Child what is nothing is left out
 * @typedef {Record<string, string | number | boolean | null | EventListener>} Attributes
 */

/**
 * Make an element.
 * @param {string} tag
 * @param {Attributes} [attributes] a function listens to the event of its name; true is a bare attribute
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, String(value));
  }
  element.append(...present(children.flat()));
  return element;
}

/**
 * Put these in the place of what an element holds.
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function fill(element, ...children) {
  element.replaceChildren(...present(children.flat()));
}

/**
 * @param {Child[]} children
 * @returns {(string | Node)[]}
 */
function present(children) {
  return /** @type {(string | Node)[]} */ (children.filter((child) => child || child === ""));
}
