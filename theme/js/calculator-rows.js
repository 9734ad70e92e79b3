/* The calculator's result: the rows of a route's rules with their days, the days that most readers come for,
   warnings, and whether a new job counts. */
(() => {
  "use strict";
  const { filled, held, part, parts } = Teichaku.page;
  const { away, current, entries, next, rhythms, verdict, warned } = Teichaku.calculatorDays;
  const COLUMNS = ["when", "left", "name", "who", "kind", "source"];
  /** @param {Span} when */
  const shown = (when) => Teichaku.dates.showDays(when, Teichaku.words);

  /** @type {CalculatorRows["plain"]} */
  const plain = (row, name) => part(row, `.calculator-${name}`, HTMLElement).textContent.replace(/\s+/g, " ").trim();
  /** @type {CalculatorRows["texts"]} */
  const texts = (calculator) =>
    parts(calculator, "table tbody tr", HTMLTableRowElement).map((row) => COLUMNS.map((column) => plain(row, column)));

  /** A rule's row with its days and how far off they are.
   * @param {RowEntry} entry @param {string} left @param {Day} now */
  function filledRow({ row, when }, left, now) {
    const copy = /** @type {HTMLElement} */ (row.cloneNode(true));
    part(copy, ".calculator-when", HTMLElement).textContent = shown(when);
    part(copy, ".calculator-left", HTMLElement).textContent = left;
    copy.toggleAttribute("data-past", when[1] < now);
    return copy;
  }

  /** The rows of single dates, the next of them marked.
   * @param {RowEntry[]} all @param {RowEntry | undefined} coming @param {Spoken} spoken @param {Day} now */
  const singleRows = (all, coming, spoken, now) =>
    all.map((entry) => {
      const row = filledRow(entry, away(entry.when, now, spoken), now);
      if (entry !== coming) return row;
      row.setAttribute("aria-current", "date");
      const badge = document.createElement("span");
      badge.className = "calculator-next";
      badge.textContent = spoken.next_badge;
      part(row, ".calculator-left", HTMLElement).prepend(badge, " ");
      return row;
    });

  /** A row for each rule of the rhythm: its next date, and all of them to unfold.
   * @param {RowEntry[]} all @param {Spoken} spoken @param {Day} now */
  const rhythmRows = (all, spoken, now) =>
    rhythms(all).map((times) => {
      const coming = current(times, now);
      const left = coming ? away(coming.when, now, spoken) : spoken.no_more;
      const row = filledRow(coming ?? times[times.length - 1], left, now);
      part(row, ".calculator-all summary", HTMLElement).textContent = filled(spoken.all_dates, { count: times.length });
      part(row, ".calculator-all ol", HTMLElement).append(
        ...times.map(({ when }) => {
          const item = document.createElement("li");
          item.textContent = shown(when);
          return item;
        }),
      );
      return row;
    });

  /** @param {HTMLElement} calculator @param {RowEntry[]} all @param {Spoken} spoken @param {Day} now */
  function showKey(calculator, all, spoken, now) {
    for (const place of parts(calculator, "[data-key]", HTMLElement)) {
      const times = all.filter(({ id }) => id === place.dataset.key);
      const { row, when } = current(times, now) ?? times[times.length - 1];
      part(place, "dt", HTMLElement).textContent = plain(row, "name");
      part(place, "strong", HTMLElement).textContent = shown(when);
      part(place, "dd span", HTMLElement).textContent = away(when, now, spoken);
    }
  }
  /** @param {HTMLElement} calculator @param {HTMLElement[]} warnings */
  function showWarnings(calculator, warnings) {
    const list = part(calculator, ".calculator-warnings", HTMLElement);
    list.replaceChildren(...warnings.map((each) => each.cloneNode(true)));
    list.hidden = !warnings.length;
  }
  /** @param {HTMLElement} calculator @param {Verdict} said @param {Span | undefined} grace
   * @param {string} open pattern */
  function showVerdict(calculator, said, grace, open) {
    for (const place of parts(calculator, "[data-verdict]", HTMLElement)) {
      place.hidden = place.dataset.verdict !== said;
      if (said === "open" && !place.hidden && grace)
        place.textContent = filled(open, { last: Teichaku.dates.show(grace[1], Teichaku.words) });
    }
  }

  /** @type {CalculatorRows["draw"]} */
  function draw(calculator, spoken, { template, given, once, found }) {
    const now = Teichaku.dates.today();
    const { days, points } = found;
    const rules = parts(template.content, "[data-rule]", HTMLElement).map((row) => ({
      id: held(row, "rule"),
      rhythm: row.dataset.part === "rhythm",
      row,
    }));
    const all = entries(rules, days);
    const single = all.filter((entry) => !entry.rhythm);
    const coming = next(single, now);
    part(calculator, "[data-dates] tbody", HTMLElement).replaceChildren(...singleRows(single, coming, spoken, now));
    part(calculator, "[data-rhythm] tbody", HTMLElement).replaceChildren(...rhythmRows(all, spoken, now));
    showKey(calculator, all, spoken, now);
    const applies = warned(given.first, points.start);
    const warnings = parts(template.content, "[data-when]", HTMLElement);
    showWarnings(
      calculator,
      warnings.filter((each) => applies.includes(held(each, "when"))),
    );
    const [grace] = days["re-employment"];
    showVerdict(calculator, verdict(given, once, grace), grace, spoken.open);
    const end = Teichaku.dates.show(points.end, Teichaku.words);
    const said = coming
      ? filled(spoken.said, { name: plain(coming.row, "name"), days: away(coming.when, now, spoken), end })
      : filled(spoken.said_over, { end });
    return { entries: all, said };
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, calculatorRows: { draw, plain, texts } };
})();
