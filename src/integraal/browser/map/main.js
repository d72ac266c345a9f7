/**
 * A map with a box to search in: all of the map stands there without it, and comes back when it is empty.
 *
 * @typedef {import("./search.js").Entry & {head: string[], below: string[]}} Service with its lines
 *
 * @typedef {object} MapData
 * @property {Record<string, string>} say sentences
 * @property {Service[]} services
 * @property {[string, string][]} areas ids and names
 * @property {[string, string][]} languages
 * @property {string[]} places
 * @property {string[]} idle
 */

import { fill, make } from "../page/dom.js";
import { Finder } from "./search.js";

/** @type {MapData} */
const data = JSON.parse(document.getElementById("data")?.textContent ?? "");
const finder = new Finder(data.services, data.idle);
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const title = /** @type {HTMLElement} */ (main.querySelector("h1"));
const whole = make("div", {});
const status = make("p", { role: "status" });
const results = make("div", {});

/**
 * @param {string} key
 * @param {[string, string][]} options
 */
function choice(key, options) {
  const all = make("option", { value: "" }, data.say.all);
  const others = options.map(([id, label]) => make("option", { value: id }, label));
  return make("select", { name: key, change: show }, all, others);
}

const words = make("input", { type: "search", name: "words", autocomplete: "off", spellcheck: "false", input: show });
const choices = {
  area: choice("area", data.areas),
  language: choice("language", data.languages),
  place: choice("place", data.places.map((one) => [one, one])),
};

/** @param {HTMLElement} field */
function value(field) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (field).value;
}

/** Show what fits, or all of the map where nothing is looked for. */
function show() {
  const wanted = {
    words: value(words).trim(),
    area: value(choices.area),
    language: value(choices.language),
    place: value(choices.place),
  };
  const isSomething = Object.values(wanted).some(Boolean);
  whole.hidden = isSomething;
  if (!isSomething) {
    fill(results);
    status.textContent = "";
    return;
  }
  const { found, onlySome } = finder.find(wanted);
  const told = data.say.count.replace("{count}", String(found.length)).replace("{every}", String(data.services.length));
  status.textContent = [told, onlySome && data.say.only_some, !found.length && data.say.none].filter(Boolean).join(" ");
  const isKey = found.some((one) => one.is_key_point);
  fill(
    results,
    found.length > 0 && make("ol", {}, found.map((one) => item(/** @type {Service} */ (one)))),
    ...[isKey && data.say.key_point, data.say.day].map((line) => line && make("p", { class: "quiet" }, line)),
  );
}

/** @param {Service} service */
function item({ head: [mark, name, behind], below }) {
  const lines = below.map((line) => make("span", { class: "told quiet" }, line));
  return make("li", {}, make("strong", {}, mark, name), behind, lines);
}

/**
 * @param {string} label
 * @param {HTMLElement} field
 */
function labelled(label, field) {
  return make("label", {}, make("span", {}, label), field);
}

while (title.nextSibling) whole.append(title.nextSibling);
main.append(
  make(
    "form",
    { class: "search", role: "search", submit: (event) => event.preventDefault() },
    labelled(data.say.words, words),
    labelled(data.say.area, choices.area),
    data.languages.length > 0 && labelled(data.say.language, choices.language),
    data.places.length > 0 && labelled(data.say.place, choices.place),
  ),
  status,
  results,
  whole,
);
