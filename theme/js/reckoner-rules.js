/* What comes out of a reckoner's answers: the browser's side of content/reckoning.py, by the same data
   (content/data/reckoners.yml). Answers and what comes out are texts: the id of a choice, a whole number, a month,
   a day as 2026-04-01. Pure. */
(() => {
  "use strict";
  const { day, fromIso, iso, lastDay, parts } = Teichaku.dates;
  const { asked, holds } = Teichaku.inquiry;
  /** @typedef {Pick<ReckonedAnswers, "shows" | "warnings">} Found */

  /** @param {string | undefined} text a whole number as people type it @returns {string | undefined} its digits */
  function whole(text) {
    const digits = (text ?? "")
      .normalize("NFKC")
      .trim()
      .replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
      .replace(/\s*\p{L}+$/u, ""); // a unit
    return /^\d{1,9}$/.test(digits) ? String(Number(digits)) : undefined;
  }

  /** The fee within a ceiling. @param {number} ceiling @param {number} cost @param {number} part @returns {Found} */
  function fee(ceiling, cost, part) {
    const share = Math.floor(cost / part);
    const cut = cost % part && share <= ceiling;
    return { shows: { pays: String(Math.min(share, ceiling)) }, warnings: cut ? ["fraction"] : [] };
  }
  /** The band of the answers, its amount, the fee within it.
   * @param {AnswersRules} rules @param {Answers} answers @param {number} remaining @returns {Found} */
  function band({ bands, reckoned }, answers, remaining) {
    const found = remaining ? undefined : bands.find(({ when }) => holds(when, answers));
    if (!found) return { shows: {}, warnings: [] };
    const { id, value } = found;
    if (value === null) return { shows: { band: id }, warnings: [] };
    const { shows, warnings } = answers.cost
      ? fee(value, Number(answers.cost), reckoned.part)
      : { shows: {}, warnings: [] };
    return { shows: { band: id, value: String(value), ...shows }, warnings };
  }
  /** Which fiscal year's tax counts in a month.
   * @param {AnswersRules} rules @param {Answers} answers @returns {Found} */
  function taxYear({ reckoned: { fiscal_year, new_tax } }, { month }) {
    if (!month) return { shows: {}, warnings: [] };
    const previous = fiscal_year <= Number(month) && Number(month) < new_tax;
    return { shows: { "tax-year": previous ? "previous" : "current" }, warnings: [] };
  }

  /** The share of people in work; compared exactly, shown cut to a tenth of a per cent.
   * @param {ShareRules} rules @param {Answers} answers @returns {Found} */
  function rate({ bands, reckoned }, answers) {
    if (!answers.total || !answers["in-work"]) return { shows: {}, warnings: [] };
    const [total, inWork] = [Number(answers.total), Number(answers["in-work"])];
    if (inWork > total) return { shows: {}, warnings: ["too-many"] };
    if (!total) return { shows: {}, warnings: ["nobody"] };
    const tenths = Math.floor((inWork * 1000) / total);
    const near = bands.some(({ from }) => from && Math.abs(inWork * 1000 - from * 10 * total) <= reckoned.near * total);
    const { id, value } = bands[bands.findIndex(({ from }) => inWork * 100 >= from * total)];
    const shows = { rate: `${Math.floor(tenths / 10)}.${tenths % 10}`, band: id, value: String(value) };
    return { shows, warnings: near ? ["near-line"] : [] };
  }
  /** The last day of the fiscal year before, and the years up to it.
   * @param {ShareRules} rules @param {Answers} answers @returns {Found} */
  function years({ reckoned: { fiscal_year, holds, years } }, answers) {
    const year = Number(answers.year);
    if (!(year >= 1900 && year <= 2100)) return { shows: {}, warnings: [] };
    const last = iso(day(year, fiscal_year, 1) - 1);
    const shows = { "count-day": last, from: iso(day(year - years, fiscal_year, 1)), to: last };
    return { shows, warnings: holds[0] <= year && year <= holds[1] ? [] : ["other-year"] };
  }
  /** The end of the time in which a new job must begin, and whether it counts.
   * @param {ShareRules} rules @param {Answers} answers @returns {Found} */
  function change({ reckoned: { fiscal_year, grace } }, answers) {
    if (!answers.left) return { shows: {}, warnings: [] };
    const left = fromIso(answers.left);
    const ends = lastDay(left + 1, grace);
    const shows = { "month-ends": iso(ends) };
    if (!answers.started) return { shows, warnings: [] };
    const started = fromIso(answers.started);
    if (started <= left) return { shows, warnings: ["before-leaving"] };
    const first = answers["first-change"];
    if (started > ends || first === "no") return { shows: { ...shows, counts: "no" }, warnings: [] };
    if (!first) return { shows, warnings: [] };
    const [year] = parts(left);
    const between = [year, year + 1]
      .map((each) => day(each, fiscal_year, 1) - 1)
      .some((when) => left < when && when < started);
    return { shows: { ...shows, counts: between ? "ask" : "yes" }, warnings: [] };
  }

  /** @type {ReckonerRules["reckon"]} */
  function reckon(rules, given) {
    const { asked: ids, answers } = asked(rules.questions, given);
    const remaining = rules.questions.filter(({ id, needed }) => needed && ids.includes(id) && !answers[id]).length;
    const found =
      rules.kind === "answers"
        ? [band(rules, answers, remaining), taxYear(rules, answers)]
        : [rate, years, change].map((part) => part(rules, answers));
    if (answers["new-provider"] === "no") found.push({ shows: {}, warnings: ["new-provider"] });
    return {
      asked: ids,
      remaining,
      shows: Object.assign({}, ...found.map(({ shows }) => shows)),
      warnings: found.flatMap(({ warnings }) => warnings),
    };
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, reckonerRules: { reckon, whole } };
})();
