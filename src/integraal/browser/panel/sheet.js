/**
 * The sheet of a rater with a button that keeps her marks, as the codes that somebody would type from paper.
 *
 * @typedef {object} SheetData
 * @property {Record<string, string>} say sentences
 * @property {string} name of the file
 * @property {string} first line of it, with the letter of the rater and the check of the study
 * @property {string[]} cases their ids, in her order
 * @property {string} sure what stands behind the id of a case at how sure she is
 * @property {string} why what stands behind it at her reason
 */

import { make } from "../page/dom.js";

/** @type {SheetData} */
const data = JSON.parse(document.getElementById("data")?.textContent ?? "");
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const status = make("p", { role: "status" });

/**
 * The signs of the boxes with a cross.
 * @param {string} code
 */
function ticked(code) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("input:checked")]);
  const signs = boxes.filter(({ value }) => value.startsWith(`${code}-`));
  return signs.map(({ value }) => value.slice(code.length + 1)).join(",");
}

/**
 * What was typed, on one line.
 * @param {string} code
 */
function typed(code) {
  const room = /** @type {HTMLTextAreaElement | null} */ (document.querySelector(`textarea[name="${code}"]`));
  return (room?.value ?? "").replace(/\s+/g, " ").trim();
}

/** @param {string} id */
function marked(id) {
  return ticked(id) || typed(id);
}

/**
 * A case as a line of codes; nothing where nothing was filled in. Without a mark there is a question mark, and
 * without how sure she is a colon, so that no reason is taken for either.
 * @param {string} id
 */
function line(id) {
  const [mark, sure, why] = [marked(id), ticked(id + data.sure), typed(id + data.why)];
  return mark || sure || why ? `${id} ${mark || "?"} ${sure || ":"} ${why}`.trim() : "";
}

function keep() {
  const text = [data.first, ...data.cases.map(line).filter(Boolean), ""].join("\n");
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  make("a", { href: address, download: data.name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  const blank = data.cases.filter((id) => !marked(id));
  status.textContent = `${data.say.kept}${blank.length ? ` ${data.say.blank} ${blank.join(", ")}.` : ""}`;
}

// Of a page without this script it is said that nothing is kept; here a button does.
const notice = document.querySelector(".on-screen strong");
if (notice) notice.textContent = data.say.unkept;
main.append(make("p", { class: "keep" }, make("button", { type: "button", click: keep }, data.say.keep)), status);
