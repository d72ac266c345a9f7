/**
 * What is remarkable about a file that opens all the same: said in the words of the commands.
 *
 * @typedef {{code: string, values: Record<string, string>}} Remark
 */

/**
 * @param {import("./sitting.js").CaseFile} file
 * @param {import("../../engine/program.js").Program[]} programs
 * @param {string} today
 * @returns {Remark[]}
 */
export function remarksOn(file, programs, today) {
  const moved = Object.entries(file.moved).map(([old, now]) => ({ code: "moved", values: { old, new: now } }));
  return [...moved, ...pastItsDate(file, today), ...afterToday(file, today), ...otherVersion(file, programs)];
}

/**
 * @param {import("./sitting.js").CaseFile} file
 * @param {string} today
 * @returns {Remark[]}
 */
function pastItsDate({ keepUntil }, today) {
  const isPast = keepUntil !== null && keepUntil < today;
  return isPast ? [{ code: "past-keep-until", values: { day: keepUntil } }] : [];
}

/**
 * @param {import("./sitting.js").CaseFile} file
 * @param {string} today
 * @returns {Remark[]}
 */
function afterToday({ moments }, today) {
  const days = moments.map(({ day }) => day ?? "").sort();
  const ahead = days.filter((day) => day > today);
  // Where all are, the last one counts.
  const last = ahead.length === days.length ? ahead.at(-1) : undefined;
  return ahead.map((day) => ({ code: day === last ? "only-after-today" : "after-today", values: { day } }));
}

/**
 * @param {import("./sitting.js").CaseFile} file
 * @param {import("../../engine/program.js").Program[]} programs
 * @returns {Remark[]}
 */
function otherVersion({ moments }, programs) {
  const ordered = [...moments].sort((one, other) => (one.day ?? "").localeCompare(other.day ?? ""));
  return programs.flatMap(({ id, data }) => {
    const given = ordered.findLast(({ versions }) => id in versions)?.versions[id] ?? data.version;
    const values = { instrument: id, given, now: data.version };
    return given === data.version ? [] : [{ code: "other-version", values }];
  });
}
