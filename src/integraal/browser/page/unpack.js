/**
 * Data as it was before it was written closely (`integraal.browser.pack`), in one language.
 */

/**
 * @param {any} value
 * @param {number} language which of the texts under `~` is wanted
 * @param {string[]} twins the texts that stand there more than once
 * @returns {any}
 */
export function unpacked(value, language, twins) {
  if (Array.isArray(value)) return value.map((one) => unpacked(one, language, twins));
  if (typeof value !== "object" || value === null) return value;
  if ("$" in value) return twins[value.$];
  if ("~" in value) return unpacked(value["~"][language], language, twins);
  if ("#" in value) {
    return value.rows.map((/** @type {any[]} */ row) => record(value["#"], row, language, twins));
  }
  if ("@" in value) {
    return mapped(value.rows, (row) => record(value["@"], row, language, twins));
  }
  return mapped(value, (one) => unpacked(one, language, twins));
}

/**
 * @param {string[]} keys
 * @param {any[]} row
 * @param {number} language
 * @param {string[]} twins
 */
function record(keys, row, language, twins) {
  return Object.fromEntries(keys.map((key, place) => [key, unpacked(row[place], language, twins)]));
}

/**
 * @param {Record<string, any>} value
 * @param {(one: any) => any} change
 */
function mapped(value, change) {
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one)]));
}
