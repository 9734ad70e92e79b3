/* Days as the Civil Code counts them (art. 143), as they are shown, and the days of a route's rules: the browser's side
   of content/periods.py and content/milestones.py. A day is a whole number, counted from 1970-01-01.
   What readers bring in as a day is read by dates-read.js alone. Pure: no page, no words. */
(() => {
  "use strict";
  const { filled } = Teichaku.page;
  const MS = 864e5;
  /** The day of a year, month (13 is the next January) and day of the month. `Date.UTC` would take the year 1 for
   * 1901. @type {Dates["day"]} */
  const day = (year, month, date) => new Date(0).setUTCFullYear(year, month - 1, date) / MS;
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
    const found = day(year, month, date);
    if (iso(found) !== text) throw new RangeError(`dates.js: there is no day ${text}`);
    return found;
  };
  /** 0 is Sunday; 1970-01-01 was a Thursday. @type {Dates["weekday"]} */
  const weekday = (when) => (((when + 4) % 7) + 7) % 7;
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

  /** Day 1: the latest of the days on the papers, each with what it adds.
   * @param {Reckoned} route @param {Given} given @returns {[first: Day, paper: PaperDay]} and which paper's it is */
  function dayOne(route, given) {
    /** @type {[Day, PaperDay] | undefined} */
    let latest;
    for (const paper of route.papers) {
      const day = given[paper.id];
      if (day === undefined && paper.needed) throw new Error(`dates.js: the day "${paper.id}" is missing`);
      if (day !== undefined && (!latest || day + paper.adds > latest[0])) latest = [day + paper.adds, paper];
    }
    if (!latest) throw new Error("dates.js: no day is given");
    return latest;
  }

  /** The days on which each rule falls, and what can't be among the days given. @type {Dates["milestones"]} */
  const milestones = (route, given) => {
    const counts = Object.fromEntries(route.rules.map((rule) => [rule.id, rule]));
    const [first, paper] = dayOne(route, given);
    /** @type {Record<string, Day>} */
    const points = { "first-day": first };
    for (const { id } of route.papers) if (given[id] !== undefined) points[id] = Number(given[id]);
    const earliest = days(counts["can-start"], points)[0][0];
    points.start = given.start ?? earliest;
    const end = days(counts["latest-end"], points)[0][0];
    points.end = end;
    points.review = given.review ?? points.start;
    if (given.left !== undefined) points.left = given.left + 1; // the month of grace begins the day after
    /** @type {Wrong[]} */
    const wrong = [];
    /** @param {string} field @param {Day} from @param {Day} to */
    const within = (field, from, to) => {
      const day = given[field];
      if (day !== undefined && (day < from || day > to))
        wrong.push({ field, why: day < from ? "too_early" : "too_late", from, to });
    };
    within(paper.id, fromIso(route.since) - paper.adds, Infinity);
    if (earliest > end) wrong.push({ field: paper.id, why: "none_left", from: earliest, to: end });
    else within("start", earliest, end);
    if (points.start <= end) within("review", points.start, end);
    within("left", first, end);
    if (given.left !== undefined) within("again", given.left + 1, end);
    return {
      days: wrong.length ? {} : Object.fromEntries(route.rules.map((rule) => [rule.id, days(rule, points)])),
      points,
      wrong,
    };
  };

  /** A day in words, with weekday and Japanese era; no era is named before the first. @type {Dates["show"]} */
  const show = (when, words, pattern = words.shown) => {
    const [year, month, date] = parts(when);
    const [era] = words.eras.filter((each) => fromIso(each.first) <= when).slice(-1);
    const count = era ? year - parts(fromIso(era.first))[0] + 1 : 0;
    return filled(era || pattern !== words.shown ? pattern : words.shown_before, {
      year,
      month: words.months[month - 1],
      date,
      weekday: words.weekdays[weekday(when)],
      era: era ? era.name : "",
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
    dates: {
      ...Teichaku.dates, // read, once dates-read.js has come
      day,
      parts,
      iso,
      fromIso,
      weekday,
      monthEnd,
      lastDay,
      clearMonthsBefore,
      milestones,
      show,
      showDays,
      today,
    },
  };
})();
