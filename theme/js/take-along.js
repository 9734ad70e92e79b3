/* Dates to take along: a calendar file (RFC 5545), CSV (RFC 4180), plain text. Pure: values in, text out. */
(() => {
  "use strict";
  const EOL = "\r\n";
  /** Lines of at most 75 octets, never broken within a character. */
  const folded = (line) => {
    const bytes = (text) => new TextEncoder().encode(text).length;
    const lines = [""];
    for (const character of line) {
      if (bytes(lines.at(-1) + character) > 75) lines.push(" ");
      lines[lines.length - 1] += character;
    }
    return lines.join(EOL);
  };
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  const compact = (day) => day.replaceAll("-", "");

  /** @param {{uid: string, first: string, after: string, name: string, about: string}[]} events
   *   days as YYYY-MM-DD; `after` is the day after the last; a stable `uid` lets a calendar update what it has
   * @param {{language: string, reminder: string, stamp: string}} options `reminder` holds {name}; `stamp` as YYYYMMDDTHHMMSSZ */
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

  /** @param {string[][]} rows A cell that a spreadsheet would take for a formula gets a leading apostrophe. */
  const csv = (rows) =>
    rows.map((row) => row.map((cell) => `"${cell.replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`).join(",") + EOL).join("");

  /** @param {string[][]} rows One line a row. */
  const text = (rows) => rows.map((row) => row.filter(Boolean).join(" | ")).join("\n");

  globalThis.Teichaku = { ...globalThis.Teichaku, takeAlong: { calendar, csv, text } };
})();
