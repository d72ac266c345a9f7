/**
 * Whom to call where somebody may be in danger: above everything, with numbers that can be pressed.
 *
 * @typedef {ReturnType<typeof import("../../engine/advice_data.js").adviceData>} AdviceData
 * @typedef {import("../speech.js").Speech} Speech
 */

import { make } from "../dom.js";

/**
 * A room above everything that stays in sight. What is sought beneath it must know how much it covers.
 * @returns {HTMLElement} empty
 */
export function dangerRoom() {
  const room = make("div", { role: "alert", class: "danger-room" });
  new ResizeObserver(() => {
    const rooms = [...document.querySelectorAll(".danger-room")];
    const staying = rooms.filter((one) => getComputedStyle(one).position === "sticky");
    const covered = Math.max(0, ...staying.map((one) => one.getBoundingClientRect().height));
    document.documentElement.style.setProperty("--covered", `${covered}px`);
  }).observe(room);
  return room;
}

/**
 * What must be said at once, with whom to call; nothing where nobody may be in danger.
 * @param {AdviceData["urgent"]} urgent
 * @param {Speech} speech
 * @returns {HTMLElement | null}
 */
export function dangerBox(urgent, speech) {
  const dangers = urgent.filter(({ kind }) => kind === "danger");
  if (!dangers.length) return null;
  /** @type {Map<string, any>} each line once */
  const lines = new Map(dangers.flatMap(({ calls }) => calls.map((line) => [line.id, line])));
  return make(
    "div",
    { class: "danger" },
    make("p", { class: "danger-title" }, speech.say("danger.title")),
    dangers.map(({ text }) => make("p", {}, text)),
    make("p", {}, speech.say("danger.call")),
    make("ul", {}, [...lines.values()].map((line) => make("li", {}, callLinks(line, speech)))),
    make("p", { class: "quiet" }, speech.say("danger.again")),
  );
}

/**
 * @param {{name: string, number: string, also: string, hours: string, countries: string[],
 *   community: string}} line
 * @param {Speech} speech
 */
function callLinks({ name, number, also, hours, countries, community }, speech) {
  const links = [number, also].filter(Boolean).map((each) =>
    make("a", { href: `tel:${each.replace(/\D/g, "")}` }, each));
  const place = community || (countries.length === 1 ? countries[0] : "");
  const where = place && ` (${speech.say(`place.${place}`)})`;
  const bare = name.split(" ").filter((word) => word !== number).join(" ");
  return [...links.flatMap((link) => [link, " "]), bare, where, hours && `. ${hours}`];
}
