/** Which routes hold, or might, table by table, under the hit policy that each declares. */

import { FALSE, TRUE } from "./truth.js";

/** @typedef {import("./program.js").Program} Program */
/** @typedef {import("./program.js").Rule} Rule */
/** @typedef {import("./reach/open_routes.js").OpenRow} OpenRow */
/** @typedef {import("./truth.js").Truth} Truth */

/**
 * @typedef {object} Outcome
 * @property {string} id
 * @property {string} table
 * @property {Rule} rule
 * @property {boolean} certain
 * @property {boolean} holdsNow
 */

/**
 * @param {Program} program
 * @param {Map<string, Truth>} truths of every rule
 * @param {OpenRow[]} opened the rows that an answer may still change
 * @param {Set<string>} promisedAway what must not be named as something that may be
 * @returns {Outcome[]}
 */
export function outcomes(program, truths, opened, promisedAway) {
  return program.data.tables.flatMap((table) => {
    const here = opened.filter((row) => row.table === table.id);
    const mayCome = new Set(here.map((row) => row.rule));
    const isFirst = table.policy === "first";
    // A `first` table ends at the first row that holds; an answer may still end what holds there.
    let isRead = true;
    /** @type {{rule: Rule, holds: boolean}[]} */
    const mayDecide = [];
    for (const rule of program.rows(table)) {
      const value = truths.get(rule.id);
      /** @type {boolean} */
      const holds = isRead && value === TRUE;
      if (mayCome.has(rule.id) || (isRead && value !== FALSE)) mayDecide.push({ rule, holds });
      isRead &&= !(isFirst && holds);
    }
    return [...new Set(mayDecide.map(({ rule }) => rule.target))].map((route) => {
      const leading = mayDecide.filter(({ rule }) => rule.target === route);
      const holding = leading.filter(({ holds }) => holds);
      const mayChange = isFirst
        ? here.length > 0
        : holding.every(({ rule }) => mayCome.has(rule.id));
      return {
        id: route,
        table: table.id,
        rule: (holding.length ? holding : leading)[0].rule,
        certain: holding.length > 0 && !mayChange,
        holdsNow: holding.length > 0,
      };
    }).filter((one) => one.holdsNow || !promisedAway.has(one.id));
  });
}
