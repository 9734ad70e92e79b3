/* The one door for days. Whatever comes in (typed, pasted, picked, by link, kept, read from a file) goes through
     Teichaku.dates.read(text, words) → { day } or { wrong, values }
   `wrong` is the key of a message in `words`, `values` fills it in; "empty" has none. A field says both by itself:
     Teichaku.dateFields.entered(text, words) → { day?, wrong?, message }   the same, with the message filled in
     field.restore(text)   a text from a link, the storage or a file, as if it had been typed: what is no day stays,
                           with its message; field.read() then says { wrong }, and field.focus() leads there
   dates.fromIso(text) is for the guide's own days (YYYY-MM-DD): it throws where there is no such day, and moves none.
   content/typed_days.py does the same in Python, by the same data (content/data/typed-days.yml). Pure. */
(() => {
  "use strict";
  const { day, fromIso, monthEnd, parts, show, weekday } = Teichaku.dates;
  /** @typedef {Record<string, string | undefined>} Groups */

  /** Code points as a class of characters: ["200b-200f"]. @param {string[]} codes */
  const any = (codes) => {
    const each = codes.map((code) => code.split("-").map((hex) => `\\u{${hex}}`));
    return new RegExp(`[${each.map((ends) => ends.join("-")).join("")}]`, "gu");
  };
  /** @param {ReadingWords} reading */
  const made = (reading) => {
    /** @type {Map<string, string>} */
    const signs = new Map();
    for (const [sign, letters] of Object.entries(reading.signs)) for (const each of letters) signs.set(each, sign);
    /** @param {string} pattern */
    const compiled = (pattern) => new RegExp(pattern, "u");
    return {
      ...reading,
      signs,
      sign: new RegExp(`[${[...signs.keys()].join("").replace(/[\\\]^-]/g, "\\$&")}]`, "gu"),
      invisible: any(reading.invisible),
      spaces: any(reading.spaces),
      disguised: any(reading.disguised),
      run: new RegExp(`[0-9]*[${Object.keys(reading.numerals).join("")}]+[0-9]*`, "gu"),
      notes: reading.notes.map(compiled),
      forms: reading.forms.map(compiled),
      refused: reading.refused.map(([why, pattern]) => ({ why, pattern: compiled(pattern) })),
    };
  };
  /** @typedef {ReturnType<typeof made>} Reading */
  /** @type {WeakMap<ReadingWords, Reading>} */
  const known = new WeakMap();
  /** What is read by, made once. @param {ReadingWords} reading */
  const readied = (reading) => {
    const found = known.get(reading) ?? made(reading);
    known.set(reading, found);
    return found;
  };

  /** The text with its signs and spaces alike, in small letters. @param {string} text @param {Reading} reading */
  const cleaned = (text, { invisible, sign, signs, spaces }) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(invisible, "")
      .replace(spaces, " ")
      .replace(sign, (each) => signs.get(each) ?? each)
      .replace(/ +/g, " ")
      .replace(/^ | $/g, "");

  const COUNTED = /^(?:([1-9]?)m)?(?:([1-9]?)c)?(?:([1-9]?)x)?([1-9]?)$/;
  /** A run of kanji numerals as digits: by place, or by tens and hundreds; else as it stands.
   * @param {string} run @param {Record<string, string>} numerals */
  function number(run, numerals) {
    const roman = [...run].map((each) => numerals[each] ?? "?").join("");
    if (/^[0-9]+$/.test(roman)) return roman;
    const [, ...units] = COUNTED.exec(roman) ?? [];
    if (!units.length) return run;
    const counted = [1000, 100, 10, 1].map((unit, at) => {
      const digit = units[at];
      return digit === undefined || (unit === 1 && !digit) ? 0 : Number(digit || 1) * unit;
    });
    return String(counted.reduce((sum, each) => sum + each));
  }

  /** The text without its notes (a time, a weekday …), and what they said.
   * @param {string} text @param {RegExp[]} patterns @returns {[text: string, said: Groups[]]} */
  function noted(text, patterns) {
    /** @type {Groups[]} */
    const said = [];
    let rest = text;
    for (const pattern of patterns) {
      const found = pattern.exec(rest);
      if (!found) continue;
      said.push(found.groups ?? {});
      rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.replace(/ +/g, " ").trim();
    }
    return [rest, said];
  }

  /** @param {number} year @param {number} month @param {number | null} date null: the month's last @returns {Read} */
  function real(year, month, date) {
    if (year < 1 || year > 9999 || month < 1 || month > 12) return { wrong: "no_such_day" };
    const last = parts(monthEnd(day(year, month, 1)))[2];
    if (date !== null && (date < 1 || date > last)) return { wrong: "no_such_day" };
    return { day: day(year, month, date ?? last) };
  }
  /** The era that letters stand for, its first and last day. @param {string} letters @param {Era[]} eras */
  function eraOf(letters, eras) {
    const at = eras.findIndex((each) => each.letters.includes(letters));
    const first = fromIso(eras[at].first);
    return { name: eras[at].name, first, last: at + 1 < eras.length ? fromIso(eras[at + 1].first) - 1 : Infinity };
  }
  /** The Western year of a year of an era; 0 where there is none.
   * @param {Day} first @param {string} count @param {Reading} reading */
  function yearOf(first, count, { first_year }) {
    const number = count === first_year ? 1 : Number(count);
    return number && parts(first)[0] + number - 1;
  }

  /** @param {Groups} found @param {DateWords} words @param {Reading} reading @returns {Read} */
  function dayOf({ y, e, n = "", m, M, d }, words, reading) {
    const month = M ? reading.months.findIndex((each) => each.startsWith(M)) + 1 : Number(m);
    if (M && !month) return { wrong: "unreadable" };
    const date = d === reading.last_date ? null : Number(d);
    if (!e) return real(Number(y), month, date);
    const era = eraOf(e, words.eras);
    const year = yearOf(era.first, n, reading);
    const got = real(year, month, date);
    if (got.wrong) return got;
    if (got.day < era.first)
      return { wrong: "era_not_begun", values: { era: era.name, first: show(era.first, words) } };
    if (got.day > era.last) return { wrong: "era_over", values: { era: era.name, last: show(era.last, words) } };
    return got;
  }
  /** Does what a note says speak against a day?
   * @param {Groups} note @param {Day} when @param {DateWords} words @param {Reading} reading
   * @returns {Fault | undefined} */
  function against({ w, y, e, n = "" }, when, words, reading) {
    if (w && !reading.weekdays[weekday(when)].includes(w.slice(0, 3))) return "weekday_differs";
    const [year] = parts(when);
    if (y && Number(y) !== year) return "years_differ";
    if (!e) return undefined;
    const era = eraOf(e, words.eras);
    const within = era.first <= when && when <= era.last;
    return within && yearOf(era.first, n, reading) === year ? undefined : "years_differ";
  }
  /** The day, unless a note or the guide's own time speaks against it.
   * @param {Read} got @param {Groups[]} notes @param {DateWords} words @param {Reading} reading @returns {Read} */
  function checked(got, notes, words, reading) {
    if (got.wrong) return got;
    for (const note of notes) {
      const wrong = against(note, got.day, words, reading);
      if (wrong) return { wrong, values: { day: show(got.day, words) } };
    }
    const [from, to] = [fromIso(words.earliest), fromIso(words.latest)];
    if (from <= got.day && got.day <= to) return got;
    const values = { from: show(from, words), to: show(to, words) };
    return { wrong: got.day < from ? "too_early" : "too_late", values };
  }

  /** @type {DatesRead["read"]} */
  function read(text, words) {
    const reading = readied(words.reading);
    const clean = cleaned(text, reading);
    if (!clean) return { wrong: "empty" };
    if ([...text].length > reading.longest || text.search(reading.disguised) >= 0) return { wrong: "unreadable" };
    const counted = clean.replace(reading.run, (run) => number(run, reading.numerals));
    const [rest, notes] = noted(counted, reading.notes);
    for (const form of reading.forms) {
      const found = form.exec(rest);
      if (found) return checked(dayOf(found.groups ?? {}, words, reading), notes, words, reading);
    }
    return { wrong: reading.refused.find(({ pattern }) => pattern.test(rest))?.why ?? "unreadable" };
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, dates: { ...Teichaku.dates, read } };
})();
