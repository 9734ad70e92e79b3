/* Days as the Civil Code counts them (art. 143), dates as people type them, and the days of a route's rules:
   the browser's side of content/periods.py and content/milestones.py. A day is a whole number, counted from 1970-01-01.
   Pure: no page, no words. Words and eras come in as data. */
(() => {
  "use strict";
  const { filled } = Teichaku.page;
  const MS = 864e5;
  /** The day of a year, month (13 is the next January) and day of the month. @type {Dates["day"]} */
  const day = (year, month, date) => Date.UTC(year, month - 1, date) / MS;
  /** @type {Dates["parts"]} */
  const parts = (when) => {
    const at = new Date(when * MS);
    return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  };
  /** @type {Dates["iso"]} */
  const iso = (when) => new Date(when * MS).toISOString().slice(0, 10);
  /** @type {Dates["fromIso"]} */
  const fromIso = (text) => {
    const [year, month, date] = text.split("-").map(Number);
    return day(year, month, date);
  };
  /** @type {Dates["monthEnd"]} */
  const monthEnd = (when) => {
    const [year, month] = parts(when);
    return day(year, month + 1, 1) - 1;
  };
  /** The last day of a period of `months` months whose first day is `start`. @type {Dates["lastDay"]} */
  const lastDay = (start, months) => {
    const [year, month, date] = parts(start);
    return Math.min(monthEnd(day(year, month + months, 1)), day(year, month + months, date) - 1);
  };
  /** @type {Dates["lastDay"]} */
  const firstDayAfter = (start, months) => (months ? lastDay(start, months) + 1 : start);
  /** The last day after which a whole period of `months` months still ends by `end`.
   * @type {Dates["clearMonthsBefore"]} */
  const clearMonthsBefore = (end, months) => {
    let when = end - months * 31 - 1;
    while (lastDay(when + 2, months) <= end) when += 1;
    return when;
  };

  /** The corresponding days every so many months, as long as they are within `end`.
   * @param {Day} from @param {number} months @param {boolean} last the last day of each period, or the day after it
   * @param {Day} end @returns {Span[]} */
  function every(from, months, last, end) {
    /** @type {Span[]} */
    const found = [];
    for (let n = months; lastDay(from, n) <= end; n += months) {
      const when = lastDay(from, n) + (last ? 0 : 1);
      if (when <= end) found.push([when, when]);
    }
    return found;
  }
  /** The end of each calendar month within a period, and its last day.
   * @param {Day} start @param {Day} end @returns {Span[]} */
  function everyCalendarMonth(start, end) {
    /** @type {Span[]} */
    const found = [];
    for (let when = monthEnd(start); when < end; when = monthEnd(when + 1)) found.push([when, when]);
    return [...found, [end, end]];
  }

  /** The days of a rule, first and last of each time; there is one case for each way of reckoning.
   * @param {Counts} counts @param {Record<string, Day>} points days that are known, by name @returns {Span[]} */
  const days = (counts, points) => {
    /** @param {Day} when @returns {Span[]} */
    const once = (when) => [[when, when]];
    switch (counts.kind) {
      case "span": {
        const from = points[counts.from]; // a point that wasn't given has no days
        return from === undefined ? [] : [[firstDayAfter(from, counts.months[0] - 1), lastDay(from, counts.months[1])]];
      }
      case "first-day-after":
        return once(firstDayAfter(points[counts.from], counts.months));
      case "day-before":
        return once(points[counts.from] - 1);
      case "earliest-last-day":
        return once(Math.min(...Object.entries(counts.of).map(([point, months]) => lastDay(points[point], months))));
      case "service":
        return [[points.start, points.end]];
      case "every":
        return every(points[counts.from], counts.months, counts.day === "last", points.end);
      case "every-calendar-month":
        return everyCalendarMonth(points.start, points.end);
      case "clear-months-before":
        return once(clearMonthsBefore(points.end, counts.months));
      default:
        throw new Error(`dates.js: there is no reckoning ${JSON.stringify(counts)}`);
    }
  };

  /** The days on which each rule falls, and what can't be among the days given. @type {Dates["milestones"]} */
  const milestones = (route, given) => {
    const counts = Object.fromEntries(route.rules.map((rule) => [rule.id, rule]));
    /** @type {Record<string, Day>} */
    const points = { "first-day": given.first };
    const earliest = days(counts["can-start"], points)[0][0];
    points.start = given.start ?? earliest;
    const end = days(counts["latest-end"], points)[0][0];
    points.end = end;
    points.review = given.review ?? points.start;
    if (given.left !== undefined) points.left = given.left + 1; // the month of grace begins the day after
    /** @type {Wrong[]} */
    const wrong = [];
    /** @param {keyof Given} field @param {Day} from @param {Day} to */
    const within = (field, from, to) => {
      const day = given[field];
      if (day !== undefined && (day < from || day > to))
        wrong.push({ field, why: day < from ? "too_early" : "too_late", from, to });
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

  /** @param {number} year @param {number} month @param {number} date @returns {Read} */
  const real = (year, month, date) => {
    const there = year > 0 && month > 0 && month < 13 && date > 0 && date <= parts(monthEnd(day(year, month, 1)))[2];
    return there ? { day: day(year, month, date) } : { wrong: "no_such_day" };
  };
  /** A day of an era, if it is within it.
   * @param {number} index of the era @param {[year: number, month: number, date: number]} typed
   * @param {DateWords} words @returns {Read} */
  function inEra(index, [year, month, date], words) {
    const { first: begun, name: era } = words.eras[index];
    const next = words.eras[index + 1];
    const first = fromIso(begun);
    const last = next ? fromIso(next.first) - 1 : Infinity;
    const got = year ? real(parts(first)[0] + year - 1, month, date) : real(0, 0, 0);
    if (got.wrong) return got;
    if (got.day < first) return { wrong: "era_not_begun", values: { era, first: show(first, words) } };
    if (got.day > last) return { wrong: "era_over", values: { era, last: show(last, words) } };
    return got;
  }
  /** R8.4.1, Reiwa 8-4-1 … @param {string} text @param {string} rest pattern of month and day
   * @param {DateWords} words @returns {Read | undefined} */
  function readEra(text, rest, words) {
    for (const [index, { letters }] of words.eras.entries()) {
      const year = `(\\d{1,2}|${words.first_year_typed})`;
      const found = text.match(new RegExp(`^(?:${letters.join("|")})\\s*${year}${rest}`, "i"));
      if (!found) continue;
      const count = found[1] === words.first_year_typed ? 1 : Number(found[1]);
      return inEra(index, [count, Number(found[2]), Number(found[3])], words);
    }
    return undefined;
  }
  /** 1 April 2026, April 1, 2026 … @param {string} text @param {DateWords} words @returns {Read | undefined} */
  function readNamedMonth(text, words) {
    const dayFirst = text.match(/^(?<date>\d{1,2})\s+(?<name>[a-z]{3,})\.?,?\s+(?<year>\d{4})$/i);
    const monthFirst = text.match(/^(?<name>[a-z]{3,})\.?\s+(?<date>\d{1,2}),?\s+(?<year>\d{4})$/i);
    const { date, name, year } = (dayFirst ?? monthFirst)?.groups ?? {};
    if (!name) return undefined;
    const month = words.months.findIndex((each) => each.toLowerCase().startsWith(name.toLowerCase())) + 1;
    return month ? real(Number(year), month, Number(date)) : undefined;
  }
  /** What a reader typed, as a day; else `wrong` names the message. @type {Dates["read"]} */
  const read = (typed, words) => {
    const text = typed
      .normalize("NFKC")
      .replace(/\(.*?\)/g, "") // a weekday in brackets is no matter
      .trim();
    if (!text) return { wrong: "empty" };
    const apart = `\\s*[${words.separators.replace(/[-\\\]]/g, "\\$&")}]\\s*`;
    const rest = `${apart}(\\d{1,2})${apart}(\\d{1,2})(?:${apart})?$`;
    const western = text.match(new RegExp(`^(\\d{4})${rest}`)) ?? text.match(/^(\d{4})(\d\d)(\d\d)$/);
    if (western) return real(Number(western[1]), Number(western[2]), Number(western[3]));
    return readEra(text, rest, words) ?? readNamedMonth(text, words) ?? { wrong: "unreadable" };
  };

  /** A day in words, with weekday and Japanese era. @type {Dates["show"]} */
  const show = (when, words, pattern = words.shown) => {
    const [year, month, date] = parts(when);
    const era = words.eras.findLast((each) => fromIso(each.first) <= when) ?? words.eras[0]; // no earlier day is shown
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
  /** First and last day in words; a single day once. @type {Dates["showDays"]} */
  const showDays = ([first, last], words, pattern) =>
    first === last
      ? show(first, words, pattern)
      : filled(words.through, { first: show(first, words, pattern), last: show(last, words, pattern) });

  const today = () => {
    const now = new Date();
    return day(now.getFullYear(), now.getMonth() + 1, now.getDate());
  };

  globalThis.Teichaku = {
    ...globalThis.Teichaku,
    dates: { day, parts, iso, fromIso, monthEnd, lastDay, clearMonthsBefore, milestones, read, show, showDays, today },
  };
})();
