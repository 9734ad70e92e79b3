/* Days as the Civil Code counts them (art. 143), dates as people type them, and the days of a route's rules:
   the browser's side of content/periods.py and content/milestones.py. A day is a whole number, counted from 1970-01-01.
   Pure: no page, no words. Words and eras come in as data. */
(() => {
  "use strict";
  const MS = 864e5;
  /** The day of a year, month (13 is the next January) and day of the month.
   * @param {number} year @param {number} month @param {number} date @returns {number} */
  const day = (year, month, date) => Date.UTC(year, month - 1, date) / MS;
  /** @param {number} when @returns {[number, number, number]} year, month, day of the month */
  const parts = (when) => {
    const at = new Date(when * MS);
    return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  };
  const iso = (when) => new Date(when * MS).toISOString().slice(0, 10);
  const fromIso = (text) => day(...text.split("-").map(Number));
  const monthEnd = (when) => {
    const [year, month] = parts(when);
    return day(year, month + 1, 1) - 1;
  };
  /** The last day of a period of `months` months whose first day is `start`. */
  const lastDay = (start, months) => {
    const [year, month, date] = parts(start);
    return Math.min(monthEnd(day(year, month + months, 1)), day(year, month + months, date) - 1);
  };
  const firstDayAfter = (start, months) => (months ? lastDay(start, months) + 1 : start);
  /** The last day after which a whole period of `months` months still ends by `end`. */
  const clearMonthsBefore = (end, months) => {
    let when = end - months * 31 - 1;
    while (lastDay(when + 2, months) <= end) when += 1;
    return when;
  };

  /** Every kind of reckoning has its one case here.
   * @param {object} counts of a rule, as in content/data/routes.yml
   * @param {Record<string, number>} points
   * @returns {[number, number][]} first and last days */
  const days = (counts, points) => {
    const from = points[counts.from];
    const once = (when) => [[when, when]];
    const found = [];
    switch (counts.kind) {
      case "span":
        return from === undefined ? [] : [[firstDayAfter(from, counts.months[0] - 1), lastDay(from, counts.months[1])]];
      case "first-day-after":
        return once(firstDayAfter(from, counts.months));
      case "day-before":
        return once(from - 1);
      case "earliest-last-day":
        return once(Math.min(...Object.entries(counts.of).map(([point, months]) => lastDay(points[point], months))));
      case "service":
        return [[points.start, points.end]];
      case "every":
        for (let n = counts.months, last; (last = lastDay(from, n)) <= points.end; n += counts.months) {
          const when = counts.day === "last" ? last : last + 1;
          if (when <= points.end) found.push([when, when]);
        }
        return found;
      case "every-calendar-month":
        for (let when = monthEnd(points.start); when < points.end; when = monthEnd(when + 1)) found.push([when, when]);
        return [...found, [points.end, points.end]];
      case "clear-months-before":
        return once(clearMonthsBefore(points.end, counts.months));
      default:
        throw new Error(`dates: there is no reckoning "${counts.kind}"`);
    }
  };

  /** The days on which each rule falls, and what can't be among the days given.
   * @param {{since: string, rules: object[]}} route
   * @param {{first: number, start?: number, review?: number, left?: number, again?: number}} given
   * @returns {{days: Record<string, [number, number][]>, points: Record<string, number>,
   *            wrong: {field: string, why: string, from: number, to: number}[]}} */
  const milestones = (route, given) => {
    const counts = Object.fromEntries(route.rules.map((rule) => [rule.id, rule]));
    const points = { "first-day": given.first };
    const earliest = days(counts["can-start"], points)[0][0];
    points.start = given.start ?? earliest;
    const end = (points.end = days(counts["latest-end"], points)[0][0]);
    points.review = given.review ?? points.start;
    if (given.left !== undefined) points.left = given.left + 1; // the month of grace begins the day after
    const wrong = [];
    const within = (field, from, to) => {
      if (given[field] !== undefined && (given[field] < from || given[field] > to))
        wrong.push({ field, why: given[field] < from ? "too_early" : "too_late", from, to });
    };
    within("first", fromIso(route.since), Infinity);
    within("start", earliest, end);
    within("review", points.start, end);
    within("left", given.first, end);
    if (given.left !== undefined) within("again", given.left + 1, end);
    return {
      days: Object.fromEntries(route.rules.map((rule) => [rule.id, days(rule, points)])),
      points,
      wrong,
    };
  };

  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  /** What a reader typed, as a day.
   * @param {string} typed
   * @param {object} words eras, months, separators, first_year_typed
   * @returns {{day?: number, wrong?: string, values?: object}} `wrong` names the message */
  const read = (typed, words) => {
    const text = typed.normalize("NFKC").replace(/\(.*?\)/g, "").trim(); // a weekday in brackets is no matter
    if (!text) return { wrong: "empty" };
    const apart = `\\s*[${words.separators.replace(/[-\\\]]/g, "\\$&")}]\\s*`;
    const rest = `${apart}(\\d{1,2})${apart}(\\d{1,2})(?:${apart})?$`;
    const real = (year, month, date) => {
      const when = day(year, month, date);
      return year > 0 && month > 0 && date > 0 && month < 13 && date <= parts(monthEnd(day(year, month, 1)))[2]
        ? { day: when }
        : { wrong: "no_such_day" };
    };
    let found;
    if ((found = text.match(new RegExp(`^(\\d{4})${rest}`)) ?? text.match(/^(\d{4})(\d\d)(\d\d)$/)))
      return real(...found.slice(1).map(Number));
    for (const [index, era] of words.eras.entries()) {
      const names = era.letters.join("|");
      found = text.match(new RegExp(`^(?:${names})\\s*(\\d{1,2}|${words.first_year_typed})${rest}`, "i"));
      if (!found) continue;
      const year = found[1] === words.first_year_typed ? 1 : Number(found[1]);
      const first = fromIso(era.first);
      const last = index + 1 < words.eras.length ? fromIso(words.eras[index + 1].first) - 1 : Infinity;
      const got = year ? real(parts(first)[0] + year - 1, Number(found[2]), Number(found[3])) : { wrong: "no_such_day" };
      if (got.wrong) return got;
      if (got.day < first) return { wrong: "era_not_begun", values: { era: era.name, first: show(first, words) } };
      if (got.day > last) return { wrong: "era_over", values: { era: era.name, last: show(last, words) } };
      return got;
    }
    found = text.match(/^(\d{1,2})\s+([a-z]{3,})\.?,?\s+(\d{4})$/i) ?? text.match(/^([a-z]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})$/i);
    if (found) {
      const [date, name] = /\d/.test(found[1]) ? [found[1], found[2]] : [found[2], found[1]];
      const month = words.months.findIndex((each) => each.toLowerCase().startsWith(name.toLowerCase())) + 1;
      if (month) return real(Number(found[3]), month, Number(date));
    }
    return { wrong: "unreadable" };
  };

  /** A day in words, with weekday and Japanese era.
   * @param {number} when @param {object} words @param {string} [pattern] @returns {string} */
  const show = (when, words, pattern = words.shown) => {
    const [year, month, date] = parts(when);
    const era = words.eras.findLast((each) => fromIso(each.first) <= when);
    const count = year - parts(fromIso(era.first))[0] + 1;
    return filled(pattern, {
      year,
      month: words.months[month - 1],
      date,
      weekday: words.weekdays[(when + 4) % 7], // 1970-01-01 was a Thursday; 0 is Sunday
      era: era.name,
      count: count === 1 ? words.first_year : count,
    });
  };
  /** First and last day in words; a single day once. */
  const showDays = ([first, last], words, pattern) =>
    first === last ? show(first, words, pattern) : filled(words.through, { first: show(first, words, pattern), last: show(last, words, pattern) });

  const today = () => {
    const now = new Date();
    return day(now.getFullYear(), now.getMonth() + 1, now.getDate());
  };

  globalThis.Teichaku = {
    ...globalThis.Teichaku,
    dates: { day, parts, iso, fromIso, monthEnd, lastDay, clearMonthsBefore, milestones, filled, read, show, showDays, today },
  };
})();
