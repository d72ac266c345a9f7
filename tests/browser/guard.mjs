/** What the guard refuses, line by line: `{"guard"}` brings its patterns, `{"text", "day"}` asks. */

import { createInterface } from "node:readline";

import { Guard } from "../../src/integraal/browser/page/guard/guard.js";

let guard = null;

for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line);
  if (given.guard) guard = new Guard(given.guard);
  else process.stdout.write(`${JSON.stringify(guard.blocked(given.text, given.day))}\n`);
}
