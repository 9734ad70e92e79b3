// Takes walks in Firefox as a person would: {"program", "folder", "walks": [{"url", "steps": [[what, where, words]]}]}
// on standard input; on standard output what went wrong, walk by walk. Files go into the folder.
import { readFileSync, readdirSync } from "node:fs";
import puppeteer from "puppeteer-core";

const { program, folder, walks } = JSON.parse(readFileSync(0, "utf8"));
const WAIT = { timeout: 15_000 };

/** What a step does. */
const DO = {
  type: async (page, where, words) => {
    await page.focus(where);
    await page.keyboard.type(words);
  },
  press: (page, _, key) => page.keyboard.press(key),
  click: (page, where) => page.$eval(where, (each) => each.click()),
  see: (page, where, words) =>
    page.waitForFunction(
      (place, text) => {
        const each = document.querySelector(place);
        return each?.getClientRects().length && (each.value || each.textContent).toString().includes(text);
      },
      WAIT,
      where,
      words,
    ),
  file: async (_, ending) => {
    for (let tries = 0; tries < 100; tries += 1) {
      if (readdirSync(folder).some((name) => name.endsWith(ending))) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`no file that ends in ${ending}`);
  },
};

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: program,
  headless: true,
  defaultViewport: { width: 1280, height: 800 },
  extraPrefsFirefox: {
    "browser.download.dir": folder,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": true,
    "browser.download.always_ask_before_handling_new_types": false,
  },
});
const wrong = [];
for (const { url, steps } of walks) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => wrong.push(`${url}: ${error.message}`));
  try {
    await page.goto(url, { waitUntil: "load" });
    for (const [what, where, words] of steps) {
      try {
        await DO[what](page, where, words);
      } catch (error) {
        throw new Error(`${what} ${where} ${words ?? ""}: ${error.message}`);
      }
    }
  } catch (error) {
    wrong.push(`${url}: ${error.message}`);
  }
  await page.close();
}
await browser.close();
process.stdout.write(JSON.stringify(wrong));
