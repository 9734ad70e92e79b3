/* What the calculator tells of a route's days: in which order, what comes next, how far off, what to look out for.
   Pure. */
(() => {
  "use strict";
  const { filled } = Teichaku.page;
  const { day, monthEnd, parts } = Teichaku.dates;

  /** Every date of the rules, by day. @type {CalculatorDays["entries"]} */
  const entries = (rules, days) =>
    rules
      .flatMap((rule) => days[rule.id].map((when, index, { length }) => ({ ...rule, index, count: length, when })))
      .sort((a, b) => a.when[0] - b.when[0] || a.when[1] - b.when[1]);

  /** The first that begins today or later. @type {CalculatorDays["next"]} */
  const next = (all, now) => all.find(({ when }) => when[0] >= now);
  /** The first that isn't over. @type {CalculatorDays["next"]} */
  const current = (all, now) => all.find(({ when }) => when[1] >= now);
  /** The day on which a date asks for something next: it begins, or what has begun must be done. @param {Span} when
   * @param {Day} now */
  const due = (when, now) => (when[0] >= now ? when[0] : when[1]);
  /** Everything that falls on the nearest day, of whatever kind; nothing where all is over.
   * @type {CalculatorDays["coming"]} */
  function coming(all, now) {
    const open = all.filter(({ when }) => when[1] >= now);
    const nearest = Math.min(...open.map(({ when }) => due(when, now)));
    return open.filter(({ when }) => due(when, now) === nearest);
  }

  /** The dates of each rule of the rhythm, in the order of their first ones. @type {CalculatorDays["rhythms"]} */
  function rhythms(all) {
    const ids = new Set(all.filter((entry) => entry.rhythm).map(({ id }) => id));
    return [...ids].map((id) => all.filter((entry) => entry.id === id));
  }

  /** The months that a sheet of a year can begin with: this one, unless all is over, and that of each year of the
   * service. `number` is the year of the service, 0 from this month on.
   * @type {CalculatorDays["years"]} */
  function years({ start, end }, first, now) {
    /** @param {Day} when @param {number} [more] */
    const month = (when, more = 0) => day(parts(when)[0], parts(when)[1] + more, 1);
    const from = month(Math.max(first, now));
    const found = from <= end ? [{ number: 0, from }] : [];
    for (let number = 1; number < 5; number += 1) {
      const begins = month(start, (number - 1) * 12);
      if (begins <= end) found.push({ number, from: begins });
    }
    return found;
  }
  /** Twelve months from the first of one: what falls into each, and what of the rhythm.
   * @type {CalculatorDays["months"]} */
  const months = (all, from) =>
    Array.from({ length: 12 }, (_, at) => {
      const [year, month] = parts(from);
      const first = day(year, month + at, 1);
      const within = (/** @type {Day} */ when) => when >= first && when <= monthEnd(first);
      return {
        first,
        single: all.filter(({ rhythm, when }) => !rhythm && (within(when[0]) || within(when[1]))),
        rhythm: all.filter(({ rhythm, when }) => rhythm && within(when[1])),
      };
    });

  /** How far off days are, in words. @type {CalculatorDays["away"]} */
  function away([first, last], now, spoken) {
    if (first < now && now <= last) return filled(spoken.going_on, { days: last - now });
    const days = first - now;
    if (days === 0) return spoken.is_today;
    if (days === 1) return spoken.tomorrow;
    if (last - now === -1) return spoken.yesterday;
    return days > 0 ? filled(spoken.in_days, { days }) : filled(spoken.past, { days: now - last });
  }

  /** Which warnings of a route apply. @type {CalculatorDays["warned"]} */
  function warned(route, given, points) {
    const date = (/** @type {Day} */ when) => parts(when)[2];
    const late = date(points["first-day"]) > 28 || date(points.start) > 28; // some months lack such a day
    const asks = (/** @type {string} */ paper) => route.papers.some(({ id, needed }) => id === paper && !needed);
    const last = given["last-use"];
    return [
      "always",
      ...(late ? ["month-end"] : []),
      ...(date(points.start) === 1 ? [] : ["mid-month"]),
      ...(asks("last-use") && last === undefined ? ["last-use-open"] : []),
      ...(asks("last-use") && last !== undefined && last >= points.returned ? ["last-use-later"] : []),
    ];
  }

  /** Does a new job count as continued? `grace` is the time it may take. @type {CalculatorDays["verdict"]} */
  function verdict({ left, again }, once, grace) {
    if (left === undefined || !grace) return "";
    if (once) return "twice";
    if (again === undefined) return "open";
    return again <= grace[1] ? "counted" : "too_late_again";
  }
  globalThis.Teichaku = {
    ...globalThis.Teichaku,
    calculatorDays: { away, coming, current, entries, months, next, rhythms, verdict, warned, years },
  };
})();
