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
  /** @param {string} text */
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  /** @param {string} day YYYY-MM-DD */
  const compact = (day) => day.replaceAll("-", "");

  /** @type {TakeAlong["calendar"]} */
  const calendar = (events, { language, reminder, stamp }) =>
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      `PRODID:-//Teichaku Guide//Dates//${language.toUpperCase()}`,
      "CALSCALE:GREGORIAN",
      ...events.flatMap((event) => [
        "BEGIN:VEVENT",
        `UID:${event.uid}`,
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${compact(event.first)}`,
        `DTEND;VALUE=DATE:${compact(event.after)}`,
        `SUMMARY;LANGUAGE=${language}:${escaped(event.name)}`,
        `DESCRIPTION;LANGUAGE=${language}:${escaped(event.about)}`,
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        `DESCRIPTION:${escaped(reminder.replace("{name}", () => event.name))}`,
        "TRIGGER:-P7D",
        "END:VALARM",
        "END:VEVENT",
      ]),
      "END:VCALENDAR",
      "",
    ]
      .map(folded)
      .join(EOL);

  /** A cell that a spreadsheet would take for a formula gets a leading apostrophe. @type {TakeAlong["csv"]} */
  const csv = (rows) =>
    rows
      .map((row) => row.map((cell) => `"${cell.replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`).join(",") + EOL)
      .join("");

  /** One line a row. @type {TakeAlong["text"]} */
  const text = (rows) => rows.map((row) => row.filter(Boolean).join(" | ")).join("\n");

  globalThis.Teichaku = { ...globalThis.Teichaku, takeAlong: { calendar, csv, text } };
})();
