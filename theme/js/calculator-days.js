/* What the calculator tells of a route's days: in which order, how far off, what to look out for. Pure. */
(() => {
  "use strict";
  const { filled } = Teichaku.page;

  /** Every date of the rules, by day. @type {CalculatorDays["entries"]} */
  const entries = (rules, days) =>
    rules
      .flatMap((rule) => days[rule.id].map((when, index) => ({ ...rule, index, when })))
      .sort((a, b) => a.when[0] - b.when[0] || a.when[1] - b.when[1]);

  /** The first that begins today or later. @type {CalculatorDays["next"]} */
  const next = (all, now) => all.find(({ when }) => when[0] >= now);
  /** The first that isn't over. @type {CalculatorDays["next"]} */
  const current = (all, now) => all.find(({ when }) => when[1] >= now);

  /** The dates of each rule of the rhythm, in the order of their first ones. @type {CalculatorDays["rhythms"]} */
  function rhythms(all) {
    const ids = new Set(all.filter((entry) => entry.rhythm).map(({ id }) => id));
    return [...ids].map((id) => all.filter((entry) => entry.id === id));
  }

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
  function warned(first, start) {
    /** @param {Day} day */
    const date = (day) => Teichaku.dates.parts(day)[2];
    const late = date(first) > 28 || date(start) > 28; // some months lack such a day
    return ["always", ...(late ? ["month-end"] : []), ...(date(start) === 1 ? [] : ["mid-month"])];
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
    calculatorDays: { away, current, entries, next, rhythms, verdict, warned },
  };
})();
