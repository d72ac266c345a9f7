// Opens pages in a headless Chromium and says what axe finds and what they would fetch.
// Usage: node check.mjs CHROMIUM WIDTH FILE…; one line of JSON for each file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, width, ...names] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"] });
for (const name of names) {
  const page = await browser.newPage();
  await page.setViewport({ width: Number(width), height: 900 });
  const asked = [];
  const refused = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => refused.push(message.text()));
  await page.goto(pathToFileURL(name).href);
  // What is run from here is not run by the page: its own policy stands.
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run());
  const seen = await page.evaluate(() => ({
    text: document.body.innerText,
    styled: getComputedStyle(document.body).maxWidth !== "none",
    overflow: document.documentElement.scrollWidth - innerWidth,
  }));
  const violations = found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)]);
  const open = found.incomplete.map((one) => [one.id, one.nodes.map((node) => node.html)]);
  console.log(JSON.stringify({ name, violations, open, asked, refused, ...seen }));
  await page.close();
}
await browser.close();
