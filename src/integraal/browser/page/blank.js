/** Blank the screen with one key, so that nobody reads along; the answers stay. */

import { make } from "./dom.js";

const KEY = "F9";

/** @type {HTMLElement | null} */
let sheet = null;
/** @type {Element | null} where somebody was */
let before = null;

/** Blank the screen by its key, wherever people are on the page; any key or click brings it back. */
export function listenForBlank() {
  addEventListener("keydown", (event) => {
    if (sheet === null && event.key !== KEY) return;
    // The key that brings the page back does nothing else: it ticks nothing and goes nowhere.
    event.preventDefault();
    event.stopPropagation();
    if (sheet === null) blank();
    else show();
  }, true);
}

/** Lay a white sheet over all that stands there; nothing below it is seen, heard or printed. */
export function blank() {
  if (sheet !== null) return;
  before = document.activeElement;
  sheet = make("div", { class: "blank", click: show });
  for (const each of document.body.children) each.toggleAttribute("inert", true);
  document.documentElement.classList.add("is-blank");
  document.body.append(sheet);
}

function show() {
  sheet?.remove();
  sheet = null;
  document.documentElement.classList.remove("is-blank");
  for (const each of document.body.children) each.toggleAttribute("inert", false);
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
}
