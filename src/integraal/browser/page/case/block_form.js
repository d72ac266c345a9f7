/**
 * The block form in which a case file is written: a small and strict part of YAML.
 *
 * Maps and lists by indentation, lists of words between brackets, words and quoted texts. Every word
 * is text. Anything else is refused with its line, so that nothing is lost that was not understood.
 *
 * @typedef {{kind: "word", text: string, raw: string, line: number}} Word
 * @typedef {{kind: "list", items: Tree[], line: number, isFlow: boolean}} List
 * @typedef {{kind: "map", entries: Map<string, Tree>, line: number, lines: Map<string, number>}} Mapping
 *   with the line of each key
 * @typedef {Word | List | Mapping} Tree
 * @typedef {{indent: number, text: string, line: number}} Line
 */

import { Refused } from "./refused.js";

const KEY = /^([A-Za-z0-9][\w.-]*):(?: (.*))?$/;
/** How no word begins, and what ends one. */
const NOT_PLAIN = /^$|^(?:[-?:](?: |$)|---|\.\.\.|[#,[\]{}&*!|>'"%@`])|:(?: |$)| #|[\u0000-\u001f\u007f\ufeff]/;
/** What a reader of YAML takes for something else: a truth, nothing, a number, a day, a sign of its own. */
const OTHER_THAN_TEXT = new RegExp([
  "^(?:true|True|TRUE|false|False|FALSE|null|Null|NULL|~|<<|=",
  "|[-+]?\\d[\\d_]*\\.[\\d_]*(?:[eE][-+]?\\d+)?|[-+]?\\d[\\d_]*[eE][-+]?\\d+",
  "|[-+]?\\.[\\d_]+(?:[eE][-+]\\d+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)",
  "|[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+][\\d_]+|\\d[\\d_]*|[-+]?0x[0-9a-fA-F_]+",
  "|\\d{4}-\\d\\d-\\d\\d|\\d{4}-\\d\\d?-\\d\\d?(?:[Tt]|\\s+)\\d\\d?:\\d\\d:\\d\\d.*)$",
].join(""));

/**
 * Read a text.
 * @param {string} text
 * @returns {Mapping}
 */
export function readBlockForm(text) {
  const lines = linesOf(text.replace(/^\uFEFF/, ""));
  if (!lines.length) throw new Refused("empty-file", 0);
  const [first] = lines;
  if (first.text.startsWith("- ") || (isPlain(first.text) && !KEY.test(first.text))) {
    throw new Refused("not-a-mapping", first.line);
  }
  const [map, end] = readMap(lines, 0, 0);
  if (end < lines.length) throw new Refused("shape", lines[end].line);
  return map;
}

/**
 * @param {string} text
 * @returns {Line[]}
 */
function linesOf(text) {
  const found = [];
  for (const [place, whole] of text.split(/\r?\n/).entries()) {
    const line = place + 1;
    if (/^ *\t/.test(whole)) throw new Refused("tab", line);
    const body = whole.trim();
    if (body.startsWith("#")) throw new Refused("comment", line);
    if (body) found.push({ indent: whole.length - whole.trimStart().length, text: body, line });
  }
  return found;
}

/**
 * @param {Line[]} lines
 * @param {number} start
 * @param {number} indent
 * @returns {[Mapping, number]} and where it ends
 */
function readMap(lines, start, indent) {
  /** @type {Map<string, Tree>} */
  const entries = new Map();
  /** @type {Map<string, number>} */
  const keyLines = new Map();
  let place = start;
  while (place < lines.length && lines[place].indent === indent) {
    const { text, line } = lines[place];
    const [, key, rest] = KEY.exec(text) ?? [];
    if (key === undefined) throw new Refused("shape", line);
    const twice = keyLines.get(key);
    if (twice) throw new Refused("duplicate-key", line, { key, first: twice });
    keyLines.set(key, line);
    const [value, end] = rest ? [readValue(rest, line), place + 1] : below(lines, place, indent);
    entries.set(key, value);
    place = end;
  }
  if (place < lines.length && lines[place].indent > indent) {
    throw new Refused("shape", lines[place].line);
  }
  return [{ kind: "map", entries, line: lines[start]?.line ?? 1, lines: keyLines }, place];
}

/**
 * What stands below a key: a map or a list further in; nothing is an empty word.
 * @param {Line[]} lines
 * @param {number} place of the key
 * @param {number} indent
 * @returns {[Tree, number]}
 */
function below(lines, place, indent) {
  const next = lines[place + 1];
  if (!next || next.indent <= indent) {
    return [{ kind: "word", text: "", raw: "", line: lines[place].line }, place + 1];
  }
  return next.text.startsWith("- ")
    ? readList(lines, place + 1, next.indent)
    : readMap(lines, place + 1, next.indent);
}

/**
 * @param {Line[]} lines
 * @param {number} start
 * @param {number} indent
 * @returns {[List, number]}
 */
function readList(lines, start, indent) {
  const items = [];
  let place = start;
  while (place < lines.length && lines[place].indent === indent) {
    const { text, line } = lines[place];
    if (!text.startsWith("- ")) throw new Refused("shape", line);
    const rest = text.slice(2);
    if (KEY.test(rest)) {
      // An item that is a map begins on the line of its dash.
      const own = [...lines];
      own[place] = { indent: indent + 2, text: rest, line };
      const [map, end] = readMap(own, place, indent + 2);
      items.push(map);
      place = end;
    } else {
      items.push(readValue(rest, line));
      place += 1;
    }
  }
  return [{ kind: "list", items, line: lines[start].line, isFlow: false }, place];
}

/**
 * @param {string} raw
 * @param {number} line
 * @returns {Tree}
 */
function readValue(raw, line) {
  if (raw === "{}") return { kind: "map", entries: new Map(), line, lines: new Map() };
  if (!raw.startsWith("[")) return { kind: "word", text: wordOf(raw, line), raw, line };
  const inside = /^\[(.*)\]$/.exec(raw)?.[1];
  if (inside === undefined) throw new Refused("shape", line);
  const parts = inside.trim() ? inside.split(",").map((part) => part.trim()) : [];
  const items = parts.map((part) => ({
    kind: /** @type {const} */ ("word"),
    text: wordOf(part, line),
    raw: part,
    line,
  }));
  return { kind: "list", items, line, isFlow: true };
}

/**
 * @param {string} raw
 * @param {number} line
 * @returns {string}
 */
function wordOf(raw, line) {
  if (raw.startsWith("'")) {
    const inside = /^'((?:[^']|'')*)'$/.exec(raw)?.[1];
    if (inside === undefined) throw new Refused("quote-open", line);
    return inside.replaceAll("''", "'");
  }
  if (raw.startsWith('"')) {
    try {
      return JSON.parse(raw);
    } catch {
      throw new Refused("quote-open", line);
    }
  }
  if (/\s#/.test(raw)) throw new Refused("comment", line);
  if (!isPlain(raw)) throw new Refused("shape", line);
  return raw;
}

/**
 * Write a tree; what was read is written as it was.
 * @param {Tree} tree
 * @param {number} [indent]
 * @returns {string[]} lines
 */
export function blockFormLines(tree, indent = 0) {
  const room = " ".repeat(indent);
  if (tree.kind === "map") {
    return [...tree.entries].flatMap(([key, value]) => {
      const isMap = value.kind === "map" && value.entries.size > 0;
      if (isMap || (value.kind === "list" && !value.isFlow)) return [`${room}${key}:`, ...blockFormLines(value, indent + 2)];
      const said = inline(value);
      return [said ? `${room}${key}: ${said}` : `${room}${key}:`];
    });
  }
  if (tree.kind === "list" && !tree.isFlow) {
    return tree.items.flatMap((item) => {
      if (item.kind !== "map") return [`${room}- ${inline(item)}`];
      const [first, ...others] = blockFormLines(item, indent + 2);
      return [`${room}- ${first.trimStart()}`, ...others];
    });
  }
  return [`${room}${inline(tree)}`];
}

/** @param {Tree} tree @returns {string} */
function inline(tree) {
  if (tree.kind === "word") return tree.raw;
  return tree.kind === "list" ? `[${tree.items.map(inline).join(", ")}]` : "{}";
}

/**
 * A new word: a number or a day as it is, and any other text so that each reader takes it for text.
 * @param {string | number} value
 * @returns {Word}
 */
export function word(value) {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(String(value));
  const text = String(value);
  return typeof value === "number" || isDay ? { kind: "word", text, raw: text, line: 0 } : ownWord(text);
}

/**
 * People's own words, which are text even where they look like a number or a day.
 * @param {string} text on one line
 * @returns {Word}
 */
export function ownWord(text) {
  const isSafe = isPlain(text) && !OTHER_THAN_TEXT.test(text);
  const quoted = text.includes("'") ? JSON.stringify(text) : `'${text}'`;
  return { kind: "word", text, raw: isSafe ? text : quoted, line: 0 };
}

/**
 * Whether a text can stand without quotes.
 * @param {string} text
 */
function isPlain(text) {
  return text === text.trim() && !NOT_PLAIN.test(text);
}

/**
 * @param {Record<string, Tree>} entries
 * @returns {Mapping}
 */
export function mapping(entries) {
  return { kind: "map", entries: new Map(Object.entries(entries)), line: 0, lines: new Map() };
}

/**
 * A list between brackets.
 * @param {string[]} words
 * @returns {List}
 */
export function flow(words) {
  return { kind: "list", items: words.map(word), line: 0, isFlow: true };
}
