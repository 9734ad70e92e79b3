/* The calculator's form: the fields that a route asks for, what was entered in them, and back from a link or the
   browser's storage. Every day comes by the fields, which read it. */
(() => {
  "use strict";
  const { filled, held, part, parts } = Teichaku.page;
  const { iso, read, show } = Teichaku.dates;
  const { restored, written } = Teichaku.calculatorTake;
  /** @typedef {Record<string, DateField>} Fields */

  /** @param {HTMLElement} element @returns {Fields} */
  const fieldsOf = (element) =>
    Object.fromEntries(
      parts(element, "[data-date-field]", HTMLElement).map((each) => [
        held(each, "dateField"),
        Teichaku.dateField(each),
      ]),
    );

  /** What was entered, and back. @type {CalculatorForm["entering"]} */
  function entering(form, routes, missing) {
    const once = part(form, "[name=once]", HTMLInputElement);
    const optional = part(form, ".calculator-optional", HTMLDetailsElement);
    const others = fieldsOf(optional);
    const papers = new Map(
      parts(form, "[data-papers]", HTMLElement).map((each) => [held(each, "papers"), { each, fields: fieldsOf(each) }]),
    );
    const route = () => part(form, "[name=route]:checked", HTMLInputElement).value;
    /** The fields of the route that is chosen. @returns {Fields} */
    const fields = () => ({ ...papers.get(route())?.fields, ...others });
    const entered = () => Object.values(fields()).map((field) => ({ field, ...field.read() }));
    /** The fields that a route asks for, and no others. */
    const turn = () => {
      for (const [id, { each }] of papers) each.hidden = id !== route();
    };
    /** A link may name day 1 itself ("first"): then the day on the paper is what it comes from.
     * @param {Record<string, string>} days @returns {Record<string, string>} */
    function onPaper(days) {
      const [paper] = routes.get(route())?.papers ?? [];
      if (!paper || days.first === undefined || days[paper.id] !== undefined) return days;
      const { day } = read(days.first, Teichaku.words);
      return { ...days, [paper.id]: day === undefined ? days.first : iso(day - paper.adds) };
    }
    /** What must be given: the days that the route needs, and of a new job also the end of the old one.
     * @param {Given} days */
    const needed = (days) => [
      ...(routes.get(route())?.papers ?? []).filter((each) => each.needed).map(({ id }) => id),
      ...(days.again === undefined ? [] : ["left"]),
    ];
    return {
      once,
      route,
      turn,
      /** The first field in which what was typed is no day. */
      unread: () => entered().find(({ wrong }) => wrong)?.field,
      /** The days entered, or null where one can't be or is missing; each fault is said at its field.
       * @param {boolean} asked whether the reader asked for the result @returns {Given | null} */
      given(asked) {
        const all = entered();
        if (all.some(({ wrong }) => wrong)) return null;
        const days = Object.fromEntries(all.map(({ field, day }) => [field.name, day]));
        const absent = needed(days).filter((name) => days[name] === undefined);
        for (const name of absent) if (asked || name === "left") fields()[name].refuse(missing);
        return absent.length ? null : days;
      },
      /** Says beside the fields which days can't be beside the others. @param {Wrong[]} wrong */
      refuse(wrong) {
        const { words } = Teichaku;
        for (const { field, why, from, to } of wrong) {
          const until = to === Infinity ? "" : show(to, words);
          fields()[field].refuse(filled(words[why], { from: show(from, words), to: until }));
        }
      },
      /** For a link or the browser's storage. */
      state: () =>
        written({
          route: route(),
          once: once.checked,
          days: Object.fromEntries(
            entered().flatMap(({ field, day }) => (day === undefined ? [] : [[field.name, iso(day)]])),
          ),
        }),
      /** What a link or the browser's storage holds; tells whether it holds anything.
       * @param {string | null} text */
      restore(text) {
        const state = restored(text ?? "", [...routes.keys()]);
        if (!state) return false;
        part(form, `[name=route][value="${state.route}"]`, HTMLInputElement).checked = true;
        turn();
        once.checked = state.once;
        const days = onPaper(state.days);
        for (const { name, restore } of Object.values(fields())) restore(days[name] ?? "");
        optional.open = optional.open || Object.keys(others).some((name) => name in days);
        return true;
      },
      clear() {
        for (const field of [others, ...[...papers.values()].map((each) => each.fields)].flatMap(Object.values))
          field.fill();
      },
    };
  }

  /** What is kept in the browser: only what was read, and only where it is really there afterwards.
   * @type {CalculatorForm["keeping"]} */
  function keeping(keep, kept, entry, say, spoken) {
    if (!keep.checked) return kept.clear();
    const unread = entry.unread();
    if (unread) {
      keep.checked = false;
      say(spoken.said_wrong);
      return unread.focus();
    }
    const state = entry.state();
    kept.set(state);
    if (kept.get() === state) return undefined;
    keep.checked = false;
    return say(spoken.not_kept);
  }

  globalThis.Teichaku = { ...globalThis.Teichaku, calculatorForm: { entering, keeping } };
})();
