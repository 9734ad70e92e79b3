/* What is made of the calculator's result when a button asks: a calendar, a spreadsheet, text, the support schedule.
   A label says whose dates they are; it goes into titles and names of files, and nowhere else. */
(() => {
  "use strict";
  const { filled, held, part } = Teichaku.page;
  const { iso, showDays } = Teichaku.dates;

  /** Whose events these are, for their ids. A label's are the same however often days are corrected, so that a calendar
   * replaces what it has (the route isn't part of them: a wrong one is corrected too). Without a label they are this
   * result's alone.
   * @type {CalculatorAlong["person"]} */
  const person = (label, { route, first, id }) =>
    label ? `of-${encodeURIComponent(label.normalize("NFKC"))}` : `${route}-${first}-${id}`;

  /** The reminder of a date: a week before, or the day before where less is left; none of what has begun or is over.
   * @param {Span} when @param {Day} now @param {string} name @param {Spoken} spoken */
  function alarm([first], now, name, spoken) {
    const days = first - now > 7 ? 7 : 1;
    if (first - now <= days) return undefined;
    return {
      days,
      words: days === 1 ? filled(spoken.reminder_day, { name }) : filled(spoken.reminder, { name, days }),
    };
  }
  /** The dates as entries of a calendar; those of the rhythm only where `monthly` asks for them.
   * @type {CalculatorAlong["events"]} */
  const events = (shown, { label, monthly, note, now, spoken }) =>
    shown.entries
      .filter((entry) => monthly || !entry.rhythm)
      .map(({ id, index, when, cells }) => {
        const name = label ? filled(spoken.of_whom, { label, name: cells.name }) : cells.name;
        return {
          uid: `${id}-${index + 1}-${person(label, shown)}@teichaku-guide`,
          first: iso(when[0]),
          after: iso(when[1] + 1),
          name,
          about: [cells.rule, `${cells.source} (${cells.how})`, note].join("\n"),
          alarm: alarm(when, now, name, spoken),
        };
      });
  /** The dates for a spreadsheet: a row each, one value a cell, nothing that is true today only.
   * @type {CalculatorAlong["table"]} */
  const table = ({ name, entries }, label, heads) => [
    heads,
    ...entries.map(({ index, count, when, cells }) => [
      ...[label, name, iso(when[0]), iso(when[1]), String(index + 1), String(count)],
      ...[cells.name, cells.who, cells.marks, cells.certainty, cells.rule, cells.source, cells.how],
    ]),
  ];
  /** The dates for a letter: those of the rhythm in one line a rule. @type {CalculatorAlong["lines"]} */
  function lines({ entries }, words, spoken) {
    /** @param {Span} when @param {RuleCells} cells @param {string} [times] */
    const line = (when, { name, who, marks, certainty }, times = "") => [
      showDays(when, words),
      ...[times ? `${name} (${times})` : name, who, marks, certainty],
    ];
    return [
      ...entries.filter(({ rhythm }) => !rhythm).map(({ when, cells }) => line(when, cells)),
      ...Teichaku.calculatorDays.rhythms(entries).map((times) => {
        const { cells, when } = times[0];
        const count = filled(spoken.times, { count: times.length });
        return line([when[0], times[times.length - 1].when[1]], cells, count);
      }),
    ];
  }
  /** The values of a route's support schedule: its days, as far as they are single ones.
   * @type {CalculatorAlong["schedule"]} */
  const schedule = ({ first, entries }, label) => ({
    ...(label ? { name: label } : {}),
    "first-day": first,
    ...Object.fromEntries(entries.map(({ id, index, when }) => [`${id}-${index + 1}-day`, iso(when[1])])),
  });

  /** Seconds since 2026: a later file of the same person is newer (RFC 5545, SEQUENCE). @param {Date} at */
  const sequence = (at) => Math.max(0, Math.floor((at.getTime() - Date.UTC(2026, 0, 1)) / 1000));

  /** @type {CalculatorAlong["taken"]} */
  async function taken(what, result, calculator, spoken, label) {
    const { device, takeAlong, words } = Teichaku;
    const bar = part(calculator, ".calculator-take", HTMLElement);
    /** @param {string} ending */
    const named = (ending) => takeAlong.named([spoken.file, label, result.first], ending);
    /** @param {string} type @param {string} text @param {string} name */
    const download = (type, text, name) => {
      device.save(name, text, type);
      return filled(spoken.made, { name });
    };
    /** @type {Record<string, () => string | Promise<string>>} */
    const make = {
      calendar: () => {
        const at = new Date();
        const note = part(calculator, ".calculator-guide", HTMLElement).textContent.replace(/\s+/g, " ").trim();
        const monthly = part(bar, "[name=monthly]", HTMLInputElement).checked;
        const options = { label, monthly, note, now: Teichaku.dates.today(), spoken };
        const text = takeAlong.calendar(events(result, options), {
          language: document.documentElement.lang,
          name: label ? filled(spoken.of_whom, { label, name: spoken.calendar_name }) : spoken.calendar_name,
          sequence: label ? sequence(at) : 0,
          stamp: at.toISOString().replace(/[-:]|\.\d+/g, ""),
        });
        return download("text/calendar", text, named("ics"));
      },
      csv: () => {
        const rows = table(result, label, JSON.parse(held(bar, "heads")));
        return download("text/csv", `\ufeff${takeAlong.csv(rows)}`, named("csv")); // the mark lets Excel read UTF-8
      },
      copy: async () => {
        const whose = label ? [[label]] : [];
        const text = takeAlong.text([...whose, [result.name], ...lines(result, words, spoken)]);
        const done = await device.copy(text, part(bar, "textarea", HTMLTextAreaElement));
        return done ? spoken.copied : spoken.not_copied;
      },
      schedule: async () => {
        const link = part(bar, `[data-schedule="${result.route}"]`, HTMLAnchorElement);
        const name = takeAlong.named([held(link, "name"), label, result.first], "docx");
        await Teichaku.wish.tool("fill");
        await Teichaku.fill.save(link, schedule(result, label), [], name.replace(/\.docx$/, ""));
        return filled(spoken.made, { name });
      },
    };
    return make[what]();
  }
  globalThis.Teichaku = {
    ...globalThis.Teichaku,
    calculatorAlong: { events, lines, person, schedule, table, taken },
  };
})();
