// Uses the form as people do, in a headless Chromium, and says what is seen.
// Usage: node form.mjs CHROMIUM FOLDER STEPS; steps are JSON, a list of lists, on stdin.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, downloads] = process.argv.slice(2);
const steps = JSON.parse(readFileSync(0, "utf8"));
const [, , , , userDataDir] = process.argv;
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"], userDataDir });
const page = await browser.newPage();
const client = await browser.target().createCDPSession();
await client.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
const measuring = await page.createCDPSession();
await measuring.send("Performance.enable", { timeDomain: "threadTicks" });
const asked = [];
const wrong = [];
const told = [];
page.on("request", (request) => asked.push(request.url()));
page.on("console", (message) => wrong.push(message.text()));
page.on("pageerror", (error) => wrong.push(String(error)));
page.on("dialog", (dialog) => dialog.accept());

const answer = (question, option) => `[id="q-${question}"] input[value="${option}"]`;
const does = {
  open: async (address, width) => {
    await page.setViewport({ width, height: 900 });
    await page.goto(address);
  },
  width: (width) => page.setViewport({ width, height: 900 }),
  tick: (question, option) => page.locator(answer(question, option)).click(),
  number: async (question, text) => {
    await page.type(`[id="q-${question}"] input.number`, text);
    await page.keyboard.press("Tab");
  },
  keys: async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  },
  choose: (place, value) => page.select(`nav label:nth-of-type(${place}) select`, value),
  name: async (text) => {
    await page.$eval("input.case", (field) => { field.value = ""; });
    await page.type("input.case", text);
    await page.keyboard.press("Tab");
  },
  press: (place) => page.locator(`nav button:nth-of-type(${place})`).click(),
  whole: () => page.locator(".advice > button").click(),
  upload: async (name) => {
    await page.$eval(".said", (said) => { said.textContent = ""; });
    const field = await page.$("#file");
    await field.uploadFile(name);
    await page.waitForFunction(() => document.querySelector(".said").textContent);
  },
  click: (selector) => page.locator(selector).click(),
  type: async (selector, text) => {
    await page.type(selector, text);
    await page.keyboard.press("Tab");
  },
  address: () => told.push(page.url()),
  title: async () => told.push(await page.title()),
  back: async () => told.push(await page.evaluate(() => history.length)),
  kill: () => new Promise((done) => {
    browser.process().once("exit", done);
    browser.process().kill("SIGKILL");
  }),
  wait: (time) => new Promise((done) => setTimeout(done, time)),
  axe: async () => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run());
    told.push(violations.map((one) => [one.id, one.nodes.map((node) => node.html)]));
  },
  top: () => page.evaluate(() => scrollTo({ top: 0, behavior: "instant" })),
  picture: (path) => page.screenshot({ path }),
  paper: (path) => page.pdf({ path, format: "A4", printBackground: false }),
  // As a browser prints by itself: with its own head and foot.
  paper_with_title: (path) => page.pdf({ path, format: "A4", displayHeaderFooter: true }),
  see: async (selector) => told.push(
    await page.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).map((one) => one.innerText))),
  ticked: async () => told.push(
    await page.$$eval("input:checked", (all) => all.map((one) => [one.name, one.value]))),
  focus: async () => told.push(await page.evaluate(() => document.activeElement.value)),
  links: async (selector) => told.push(await page.$$eval(selector, (all) => all.map((one) => one.href))),
  in_sight: async (selector) => told.push(await page.$eval(selector, (one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  })),
  // Back through all that takes the keyboard; those of which nothing is to be seen.
  covered_backwards: async (count) => {
    const covered = [];
    for (let at = 0; at < count; at += 1) {
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      const one = await page.evaluate(() => {
        const { activeElement: at } = document;
        const { x, y, width, height } = at.getBoundingClientRect();
        const seen = document.elementFromPoint(x + Math.min(width / 2, 5), y + height / 2);
        const isSeen = at === document.body || width < 2 || at.contains(seen) || seen?.contains(at);
        return isSeen ? null : at.name || at.textContent;
      });
      if (one) covered.push(one);
    }
    told.push(covered);
  },
  // By keyboard alone: back to where these words stand, and Enter.
  enter: async (words) => {
    const isThere = () => page.evaluate((wanted) => document.activeElement.textContent === wanted, words);
    for (let count = 0; count < 400 && !await isThere(); count += 1) {
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
    }
    await page.keyboard.press("Enter");
  },
  // Whether the middle of the first one is to be seen, wherever the page was brought.
  uncovered: async (selector) => told.push(await page.$eval(selector, (one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  })),
  bottom: () => page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: "instant" })),
  // Through all questions by keyboard: Tab to each, and the first answer that is offered.
  walk: async () => {
    const at = () => page.evaluate(() => {
      const { type, name, className } = document.activeElement;
      const isDone = [...document.querySelectorAll("input:checked")].some((one) => one.name === name);
      return { type, name, className, isDone, isLast: Boolean(document.activeElement.closest(".agreements")) };
    });
    for (let count = 0; count < 400; count += 1) {
      await page.keyboard.press("Tab");
      const { type, name, isDone, isLast } = await at();
      if (isLast) break;
      if ((type === "radio" || type === "checkbox") && name && !isDone) await page.keyboard.press("Space");
    }
    told.push(await page.$$eval("fieldset", (all) => all.filter((one) => one.checkVisibility()
      && one.querySelector("input[type=radio], input[type=checkbox]") && !one.querySelector("input:checked"))
      .map((one) => one.id)));
  },
  forced: () => measuring.send("Emulation.setEmulatedMedia", { features: [
    { name: "forced-colors", value: "active" }, { name: "prefers-reduced-motion", value: "reduce" }] }),
  zoom: async (times) => {
    const { width, height } = page.viewport();
    const size = { width: Math.round(width / times), height: Math.round(height / times) };
    await page.setViewport({ ...size, deviceScaleFactor: times });
  },
  // Milliseconds that the page worked since it was opened, whatever else the machine did.
  worked: async () => {
    const { metrics } = await measuring.send("Performance.getMetrics");
    told.push(metrics.find(({ name }) => name === "TaskDuration").value * 1000);
  },
  // Milliseconds: from opening the file to a page that is ready, and of each answer to its advice.
  times: async () => told.push(await page.evaluate(() => {
    const [opened] = performance.getEntriesByType("navigation");
    const inputs = [...document.querySelectorAll("fieldset:not([hidden]) input[type=radio]")];
    const answers = inputs.map((input) => {
      const begin = performance.now();
      input.click();
      document.body.getBoundingClientRect();
      return performance.now() - begin;
    });
    return { ready: opened.domComplete, answers: answers.sort((one, other) => one - other) };
  })),
  letters: async () => told.push(
    await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))),
  overflow: async () => told.push(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)),
};
for (const [what, ...given] of steps) await does[what](...given);
console.log(JSON.stringify({ told, asked, wrong }));
if (!browser.process().killed) await browser.close();
