/* The calculator's result: what comes next, the days that most readers come for, the rows of a route's rules with their
   days, warnings, and whether a new job counts. */
(() => {
  "use strict";
  const { filled, held, listed, part, parts } = Teichaku.page;
  const { away, coming, current, entries, next, rhythms, verdict, warned } = Teichaku.calculatorDays;
  /** @param {Span} when */
  const shown = (when) => Teichaku.dates.showDays(when, Teichaku.words);

  /** @param {string} name @param {string} words @param {string} [group] its class */
  function element(name, words, group) {
    const made = document.createElement(name);
    if (group) made.className = group;
    made.textContent = words;
    return made;
  }

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
   * @param {RowEntry[]} all @param {Spoken} spoken @param {Day} now */
  function singleRows(all, spoken, now) {
    const marked = next(all, now);
    return all.map((entry) => {
      const row = filledRow(entry, away(entry.when, now, spoken), now);
      const of = part(row, ".calculator-why .visually-hidden", HTMLElement); // no two are called the same
      if (entry.count > 1) of.textContent = filled(spoken.of_turn, { name: entry.cells.name, number: entry.index + 1 });
      if (entry !== marked) return row;
      row.setAttribute("aria-current", "date");
      part(row, ".calculator-left", HTMLElement).prepend(element("span", spoken.next_badge, "calculator-next"), " ");
      return row;
    });
  }

  /** A row for each rule of the rhythm: its next date, and all of them to unfold.
   * @param {RowEntry[]} all @param {Spoken} spoken @param {Day} now */
  const rhythmRows = (all, spoken, now) =>
    rhythms(all).map((times) => {
      const open = current(times, now);
      const left = open ? away(open.when, now, spoken) : spoken.no_more;
      const row = filledRow(open ?? times[times.length - 1], left, now);
      const summary = part(row, ".calculator-all summary", HTMLElement);
      summary.prepend(filled(spoken.all_dates, { count: times.length }), " ");
      part(row, ".calculator-all ol", HTMLElement).append(...times.map(({ when }) => element("li", shown(when))));
      return row;
    });

  /** What comes next: the day, how far off it is, and everything that falls on it.
   * @param {HTMLElement} calculator @param {RowEntry[]} nearest @param {Spoken} spoken @param {Day} now
   * @returns {{ day: string, days: string, name: string } | undefined} the same in words; nothing where all is over */
  function showComing(calculator, nearest, spoken, now) {
    const place = part(calculator, ".calculator-coming", HTMLElement);
    place.hidden = !nearest.length;
    if (!nearest.length) return undefined;
    const [{ when }] = nearest;
    const due = when[0] >= now ? when[0] : when[1];
    const day = Teichaku.dates.show(due, Teichaku.words);
    const days = due === now ? spoken.is_today : away([due, due], now, spoken);
    part(place, ".calculator-coming-day", HTMLElement).textContent = day;
    part(place, ".calculator-coming-left", HTMLElement).textContent = days;
    part(place, "ul", HTMLElement).replaceChildren(
      ...nearest.map(({ cells, row, when: [first, last] }) => {
        const which = first === last ? "{name}" : due === first ? spoken.begins : spoken.ends;
        const item = element("li", "");
        item.append(element("strong", filled(which, cells)), " ");
        for (const each of row.querySelectorAll(".calculator-who, .mark")) item.append(each.cloneNode(true), " ");
        return item;
      }),
    );
    const name = listed(nearest.map(({ cells }) => cells.name));
    return { day, days, name };
  }
  /** @param {HTMLElement} calculator @param {RowEntry[]} all @param {Spoken} spoken @param {Day} now */
  function showKey(calculator, all, spoken, now) {
    for (const place of parts(calculator, "[data-key]", HTMLElement)) {
      const times = all.filter(({ id }) => id === place.dataset.key);
      place.hidden = !times.length;
      if (!times.length) continue;
      const { cells, when } = current(times, now) ?? times[times.length - 1];
      part(place, "dt", HTMLElement).textContent = cells.name;
      part(place, "strong", HTMLElement).textContent = shown(when);
      part(place, "dd span", HTMLElement).textContent = away(when, now, spoken);
    }
  }
  /** The warnings that apply, and how many there are, where the result begins.
   * @param {HTMLElement} calculator @param {HTMLElement[]} warnings @param {Spoken} spoken */
  function showWarnings(calculator, warnings, spoken) {
    const list = part(calculator, ".calculator-warnings", HTMLElement);
    list.replaceChildren(...warnings.map((each) => each.cloneNode(true)));
    list.hidden = !warnings.length;
    const lead = part(calculator, ".calculator-check", HTMLElement);
    lead.hidden = !warnings.length;
    part(lead, "a", HTMLAnchorElement).textContent = filled(spoken.to_check, { count: warnings.length });
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
  function draw(calculator, spoken, { template, route, given, once, found, now }) {
    const { days, points } = found;
    const rules = parts(template.content, "[data-rule]", HTMLElement).map((row) => ({
      id: held(row, "rule"),
      rhythm: row.dataset.part === "rhythm",
      cells: /** @type {RuleCells} */ (JSON.parse(held(row, "cells"))),
      row,
    }));
    const all = entries(rules, days);
    const single = all.filter((entry) => !entry.rhythm);
    const nearest = showComing(calculator, coming(all, now), spoken, now);
    part(calculator, "[data-dates] tbody", HTMLElement).replaceChildren(...singleRows(single, spoken, now));
    part(calculator, "[data-rhythm] tbody", HTMLElement).replaceChildren(...rhythmRows(all, spoken, now));
    showKey(calculator, all, spoken, now);
    const applies = warned(route, given, points);
    const warnings = parts(template.content, "[data-when]", HTMLElement);
    showWarnings(
      calculator,
      warnings.filter((each) => applies.includes(held(each, "when"))),
      spoken,
    );
    const [grace] = days["re-employment"];
    showVerdict(calculator, verdict(given, once, grace), grace, spoken.open);
    const end = Teichaku.dates.show(points.end, Teichaku.words);
    return {
      entries: all,
      said: nearest ? filled(spoken.said, { ...nearest, end }) : filled(spoken.said_over, { end }),
    };
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, calculatorRows: { draw } };
})();
