/* Dates to take along: a calendar file (RFC 5545), CSV (RFC 4180), plain text. Pure: values in, text out. */
(() => {
  "use strict";
  const EOL = "\r\n";
  /** Lines of at most 75 octets, never broken within a character. @param {string} line */
  const folded = (line) => {
    /** @param {string} text */
    const bytes = (text) => new TextEncoder().encode(text).length;
    /** @type {string[]} */
    const full = [];
    let last = "";
    for (const character of line) {
      if (bytes(last + character) > 75) {
        full.push(last);
        last = " ";
      }
      last += character;
    }
    return [...full, last].join(EOL);
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no line of a calendar may hold
  const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
  /** @param {string} text */
  const escaped = (text) =>
    text
      .replace(/\r\n?/g, "\n")
      .replace(UNWRITABLE, "")
      .replace(/[\\;,]/g, "\\$&")
      .replace(/\n/g, "\\n");
  /** @param {string} day YYYY-MM-DD */
  const compact = (day) => day.replace(/-/g, "");

  /** @param {CalendarEvent["alarm"]} alarm */
  const reminding = (alarm) =>
    alarm
      ? [
          "BEGIN:VALARM",
          "ACTION:DISPLAY",
          `DESCRIPTION:${escaped(alarm.words)}`,
          `TRIGGER:-P${alarm.days}D`,
          "END:VALARM",
        ]
      : [];

  /** @type {TakeAlong["calendar"]} */
  const calendar = (events, { language, name, sequence, stamp }) =>
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      `PRODID:-//Teichaku Guide//Dates//${language.toUpperCase()}`,
      "CALSCALE:GREGORIAN",
      `NAME;LANGUAGE=${language}:${escaped(name)}`,
      `X-WR-CALNAME:${escaped(name)}`,
      ...events.flatMap((event) => [
        "BEGIN:VEVENT",
        `UID:${event.uid}`,
        `DTSTAMP:${stamp}`,
        `LAST-MODIFIED:${stamp}`,
        `SEQUENCE:${sequence}`,
        `DTSTART;VALUE=DATE:${compact(event.first)}`,
        `DTEND;VALUE=DATE:${compact(event.after)}`,
        `SUMMARY;LANGUAGE=${language}:${escaped(event.name)}`,
        `DESCRIPTION;LANGUAGE=${language}:${escaped(event.about)}`,
        "TRANSP:TRANSPARENT",
        ...reminding(event.alarm),
        "END:VEVENT",
      ]),
      "END:VCALENDAR",
      "",
    ]
      .map(folded)
      .join(EOL);

  // What a spreadsheet takes for a formula: "=" and "@" of either width, "+" and "-" before anything but a number, a
  // telephone number or a day. Only such a cell gets an apostrophe before it (CONTRIBUTING says why).
  const FORMULA = /^[\t\r\n ]*(?:[=@\uff1d\uff20]|[+\-\uff0b\uff0d](?![\d\s().,\-/%]*$))/;
  /** @type {TakeAlong["csv"]} */
  const csv = (rows) =>
    rows
      .map((row) => row.map((cell) => `"${cell.replace(FORMULA, "'$&").replace(/"/g, '""')}"`).join(",") + EOL)
      .join("");

  /** One line a row. @type {TakeAlong["text"]} */
  const text = (rows) => rows.map((row) => row.filter(Boolean).join(" | ")).join("\n");

  /** A name for files: what no system lets stand in one is left out. @type {TakeAlong["named"]} */
  const named = (parts, ending) =>
    `${parts
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no system takes them
      .map((part) => part.replace(/[\u0000-\u001f\u007f\\/:*?"<>|\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "").trim())
      .filter(Boolean)
      .join("_")
      .replace(/^\.+/, "")}.${ending}`;

  globalThis.Teichaku = { ...globalThis.Teichaku, takeAlong: { calendar, csv, named, text } };
})();
