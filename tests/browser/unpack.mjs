/** Unpack data, line by line: `{"value", "language", "twins"}` in, what it was in that language out. */

import { createInterface } from "node:readline";

import { unpacked } from "../../src/integraal/browser/page/unpack.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { value, language, twins } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(unpacked(value, language, twins))}\n`);
}
