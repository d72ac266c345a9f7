/**
 * Whom one can turn to in the region, behind what the advice says: the same lines as on a page.
 *
 * @typedef {import("../speech.js").Speech} Speech
 *
 * @typedef {object} Services of a region, for one instrument in one language
 * @property {Record<string, string[][]>} lines by what they are for: an arrow, a name, what follows
 * @property {string[]} asked the questions with answers that a service can be for
 * @property {Record<string, string[][]>} forms by level: what is asked of each, and its id
 * @property {Record<string, string[]>} desks by route, as a family reads them
 * @property {string} note
 * @property {string} made of which day all this is
 * @property {string[]} noted routes at which the note stands
 *
 * @typedef {{id: string, label: string, isSensitive: boolean}} Answered what was chosen
 */

import { make } from "../dom.js";
import { lowered } from "../sayings.js";

/**
 * The lines below one thing.
 * @param {Services | null} services
 * @param {string} id
 */
export function servicesFor(services, id) {
  const lines = services?.lines[id] ?? [];
  return lines.map(([arrow, name, about]) =>
    make("small", { class: "service" }, arrow, name && make("strong", {}, name), about));
}

/**
 * The services for what people answered, and for what there is none.
 * @param {Services | null} services
 * @param {Answered[]} answered
 * @param {boolean} isForOthers
 * @param {Speech} speech
 * @returns {HTMLElement[]}
 */
export function servicesAtAnswers(services, answered, isForOthers, speech) {
  const named = services ? answered.filter(({ isSensitive }) => !(isForOthers && isSensitive)) : [];
  if (!services || !named.length) return [];
  const served = named.filter(({ id }) => id in services.lines);
  const without = named.filter(({ id }) => !(id in services.lines));
  const labels = without.map(({ label }) => lowered(label)).join(speech.say("apart"));
  return [
    make("h3", {}, speech.say("service.at_answers")),
    ...(served.length ? [make("ul", {}, served.map(({ id, label }) =>
      make("li", {}, make("strong", {}, label), servicesFor(services, id))))] : []),
    ...(labels ? [make("p", { class: "quiet" }, speech.say("service.nobody", { labels }))] : []),
  ];
}

/**
 * Who does it here, for each way of working of a level.
 * @param {Services | null} services
 * @param {string | null} level
 * @returns {HTMLElement[]}
 */
export function servicesAtForms(services, level) {
  const forms = (level && services?.forms[level]) || [];
  const served = forms.filter(([, id]) => services && id in services.lines);
  if (!served.length) return [];
  return [make("ul", {}, served.map(([title, id]) =>
    make("li", {}, make("strong", {}, title), servicesFor(services, id))))];
}

/**
 * Of which day the services are; and what the region says with them, where a route holds that they are for.
 * @param {Services | null} services
 * @param {{id: string, holds_now: boolean}[]} outcomes
 * @returns {HTMLElement[]}
 */
export function serviceNote(services, outcomes) {
  const isNoted = outcomes.some(({ id, holds_now: holds }) => holds && services?.noted.includes(id));
  if (!services) return [];
  const lines = [isNoted ? services.note : "", services.made].filter(Boolean);
  return lines.map((line) => make("p", { class: "quiet" }, line));
}
