/* What is taken along from the calculator: a calendar, a spreadsheet, text, the support schedule, a link. */
(() => {
  "use strict";
  const { held, part } = Teichaku.page;
  const { iso } = Teichaku.dates;

  /** What was entered, for a link or the browser's storage. @type {CalculatorTake["written"]} */
  function written({ route, once, days }) {
    const all = new URLSearchParams({ route, ...days });
    if (once) all.set("once", "1");
    return all.toString();
  }
  /** What was entered, from a link or the browser's storage; nothing where it names no route.
   * @type {CalculatorTake["restored"]} */
  function restored(text, routes) {
    const { route, once, ...days } = Object.fromEntries(new URLSearchParams(text));
    if (!routes.includes(route)) return null;
    const real = Object.entries(days).filter(([, day]) => /^\d{4}-\d\d-\d\d$/.test(day));
    return { route, once: once !== undefined, days: Object.fromEntries(real) };
  }
  /** The dates as entries of a calendar; those of the rhythm only where `monthly` asks for them.
   * @type {CalculatorTake["events"]} */
  const events = ({ route, first, entries }, monthly, texts) =>
    entries
      .filter((entry) => monthly || !entry.rhythm)
      .map((entry) => ({
        uid: `${route}-${first}-${entry.id}-${entry.index + 1}@teichaku-guide`,
        first: iso(entry.when[0]),
        after: iso(entry.when[1] + 1),
        ...texts[entry.id],
      }));
  /** The values of a route's support schedule: its days, as far as they are single ones.
   * @type {CalculatorTake["schedule"]} */
  const schedule = ({ first, entries }) => ({
    "first-day": first,
    ...Object.fromEntries(entries.map(({ id, index, when }) => [`${id}-${index + 1}-day`, iso(when[1])])),
  });

  /** The buttons below a result. @type {CalculatorTake["offer"]} */
  function offer(calculator, spoken, { shown, state }) {
    const { calculatorRows, device, fill, takeAlong } = Teichaku;
    const { plain, texts } = calculatorRows;
    const bar = part(calculator, ".calculator-take", HTMLElement);
    const said = part(bar, ".calculator-taken", HTMLElement);
    const box = part(bar, "textarea", HTMLTextAreaElement);
    const monthly = part(bar, "[name=monthly]", HTMLInputElement);
    const note = part(calculator, ".calculator-result > .note", HTMLElement).textContent.replace(/\s+/g, " ").trim();
    /** @param {string} type @param {string} text @param {string} ending */
    const download = (type, text, ending) => device.save(`${spoken.file}.${ending}`, text, type);
    /** @param {string} text */
    const copy = async (text) => {
      said.textContent = (await device.copy(text, box)) ? spoken.copied : spoken.not_copied;
    };
    /** What a calendar says of each rule. @param {Shown} result */
    const told = ({ entries }) =>
      Object.fromEntries(
        entries.map(({ id, row }) => [
          id,
          { name: plain(row, "name"), about: [plain(row, "rule"), plain(row, "source"), note].join("\n") },
        ]),
      );
    /** @type {Record<string, (shown: Shown) => void>} */
    const take = {
      calendar: (result) => {
        const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
        const options = { language: document.documentElement.lang, reminder: spoken.reminder, stamp };
        download("text/calendar", takeAlong.calendar(events(result, monthly.checked, told(result)), options), "ics");
      },
      // the mark lets Excel read UTF-8
      csv: () => download("text/csv", `\ufeff${takeAlong.csv(texts(calculator))}`, "csv"),
      copy: () => void copy(takeAlong.text(texts(calculator))),
      print: () => print(),
      schedule: (result) => {
        const link = part(bar, `[data-schedule="${result.route}"]`, HTMLAnchorElement);
        fill.save(link, schedule(result)).catch(() => {
          said.textContent = spoken.not_made;
        });
      },
      link: () => void copy(`${location.href.split("#")[0]}#${state()}`),
    };
    bar.addEventListener("click", ({ target }) => {
      const result = shown();
      if (result && target instanceof HTMLButtonElement) take[held(target, "take")](result);
    });
    return {
      clear: () => {
        said.textContent = "";
        box.hidden = true;
      },
    };
  }
  globalThis.Teichaku = {
    ...globalThis.Teichaku,
    calculatorTake: { events, offer, restored, schedule, written },
  };
})();
