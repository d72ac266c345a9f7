// Prints pages in a headless Chromium, and measures what somebody writes in and reads on paper.
// Usage: node print.mjs CHROMIUM FOLDER FILE…; one PDF in the folder and one line of JSON for each.
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [executablePath, folder, ...names] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.emulateMediaType("print");
for (const name of names) {
  await page.goto(pathToFileURL(name).href);
  const path = join(folder, basename(name).replace(/html$/, "pdf"));
  await page.pdf({ path, preferCSSPageSize: true });
  const measured = await page.evaluate(() => {
    const millimetres = (pixels) => (pixels / 96) * 25.4;
    const least = (sizes) => Math.min(...sizes);
    const all = (selector) => [...document.querySelectorAll(selector)];
    const sides = ({ width, height }) => [width, height];
    return {
      box: millimetres(least(all("input").flatMap((box) => sides(box.getBoundingClientRect())))),
      room: millimetres(least(all("textarea").map((room) => room.getBoundingClientRect().height))),
      type: (least(all("main *").map((part) => parseFloat(getComputedStyle(part).fontSize))) / 96) * 72,
    };
  });
  console.log(JSON.stringify({ name, path, ...measured }));
}
await browser.close();
