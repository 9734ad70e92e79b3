/* What of a filled sheet stands in the next, by the rules of worksheets/office/carry.yml, and how a month is read;
   worksheets/office/next.py does the same. Pure. */
(() => {
  "use strict";
  /** Year, month and first day of a month that is written in words; nothing where it can't be read.
   * @param {string} text @param {NextRule["months"]} months @param {DateWords} dates */
  function monthOf(text, { cut, days }, dates) {
    const words = text.trim();
    const month = cut.includes(words.slice(-1)) ? words.slice(0, -1) : words;
    for (const day of days) {
      const found = Teichaku.dates.read(
        day.replace("{month}", () => month),
        dates,
      ).day;
      if (found !== undefined) return Teichaku.dates.parts(found);
    }
    return undefined;
  }
  /** @type {SheetNext["month"]} */
  function month(text, months, dates) {
    const found = monthOf(text, months, dates);
    return found ? `${found[0]}-${String(found[1]).padStart(2, "0")}` : "";
  }
  /** @type {SheetNext["carried"]} */
  function carried(rule, values, dates, pattern) {
    const moved = Object.entries(rule.move).map(([here, there]) => [there, values[here]]);
    const kept = rule.keep.map((tag) => [tag, values[tag]]);
    const found = Object.fromEntries([...kept, ...moved].filter(([, value]) => value !== undefined));
    const last = rule.month ? monthOf(String(values[rule.month] ?? ""), rule.months, dates) : undefined;
    if (!rule.month || !last) return found;
    const [year, number] = last[1] === 12 ? [last[0] + 1, 1] : [last[0], last[1] + 1];
    const said = Teichaku.page.filled(pattern, { year, month: dates.months[number - 1] });
    return { ...found, [rule.month]: said };
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, sheetNext: { carried, month } };
})();
