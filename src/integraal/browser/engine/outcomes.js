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
 * @returns {Outcome[]}
 */
export function outcomes(program, truths, opened) {
  return program.data.tables.flatMap((table) => {
    const here = opened.filter((row) => row.table === table.id);
    let found = program.rows(table).filter((rule) => truths.get(rule.id) !== FALSE);
    const isFirst = table.policy === "first";
    const ends = found.findIndex((rule) => truths.get(rule.id) === TRUE);
    if (isFirst && ends >= 0) found = found.slice(0, ends + 1);
    return [...new Set(found.map((rule) => rule.target))].map((route) => {
      const leading = found.filter((rule) => rule.target === route);
      const holding = leading.filter((rule) => truths.get(rule.id) === TRUE);
      const mayChange = isFirst
        ? here.length > 0
        : holding.every((rule) => here.some((row) => row.rule === rule.id));
      return {
        id: route,
        table: table.id,
        rule: (holding.length ? holding : leading)[0],
        certain: holding.length > 0 && !mayChange,
        holdsNow: holding.length > 0,
      };
    });
  });
}
