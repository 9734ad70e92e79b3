/* The milestone calculator: reads a route and its dates, shows each rule's days (calculator-rows.js) and hands them on
   (calculator-take.js). Nothing is sent; nothing is kept unless the reader ticks it. */
(() => {
  "use strict";
  const { enhanced, filled, held, part, parts } = Teichaku.page;
  const { fromIso, iso, milestones, show } = Teichaku.dates;
  const { offer, restored, written } = Teichaku.calculatorTake;

  /** The form: what was entered, and back.
   * @param {HTMLFormElement} form @param {string} missing what is said of a field that must be filled in */
  function entering(form, missing) {
    const fields = Object.fromEntries(
      parts(form, "[data-date-field]", HTMLElement).map((each) => [held(each, "dateField"), Teichaku.dateField(each)]),
    );
    const once = part(form, "[name=once]", HTMLInputElement);
    const route = () => part(form, "[name=route]:checked", HTMLInputElement).value;
    const read = () => Object.values(fields).map((field) => ({ name: field.name, ...field.read() }));
    return {
      once,
      route,
      /** The days entered, or null where one can't be or is missing; each fault is said at its field.
       * @param {boolean} asked whether the reader asked for the result @returns {Given | null} */
      given(asked) {
        const entered = read();
        if (entered.some(({ wrong }) => wrong)) return null;
        const { first, ...others } = Object.fromEntries(entered.map(({ name, day }) => [name, day]));
        if (first === undefined) {
          if (asked) fields.first.refuse(missing);
          return null;
        }
        if (others.again !== undefined && others.left === undefined) {
          fields.left.refuse(missing);
          return null;
        }
        return { first, ...others };
      },
      /** Says beside the fields which days can't be beside the others. @param {Wrong[]} wrong */
      refuse(wrong) {
        const { words } = Teichaku;
        for (const { field, why, from, to } of wrong) {
          const until = to === Infinity ? "" : show(to, words);
          fields[field].refuse(filled(words[why], { from: show(from, words), to: until }));
        }
      },
      /** For a link or the browser's storage. */
      state: () =>
        written({
          route: route(),
          once: once.checked,
          days: Object.fromEntries(read().flatMap(({ name, day }) => (day === undefined ? [] : [[name, iso(day)]]))),
        }),
      /** What a link or the browser's storage holds; tells whether it holds anything.
       * @param {string | null} text @param {Iterable<string>} routes that there are */
      restore(text, routes) {
        const state = restored(text ?? "", [...routes]);
        if (!state) return false;
        part(form, `[name=route][value="${state.route}"]`, HTMLInputElement).checked = true;
        once.checked = state.once;
        for (const { name, fill } of Object.values(fields))
          fill(name in state.days ? fromIso(state.days[name]) : undefined);
        const optional = part(form, "details", HTMLDetailsElement);
        optional.open ||= Object.keys(fields).some((name) => name !== "first" && name in state.days);
        return true;
      },
      clear() {
        for (const field of Object.values(fields)) field.fill();
      },
    };
  }

  /** The figures of this page show the chosen route and its days, or all of them none.
   * @param {Iterable<string>} routes @param {string} [chosen] @param {Days} [days] */
  function overlay(routes, chosen, days) {
    for (const route of routes) {
      const figure = document.getElementById(`timeline-${route}`);
      if (!figure) continue;
      figure.hidden = Boolean(chosen) && route !== chosen;
      figure.dispatchEvent(new CustomEvent("teichaku:days", { detail: route === chosen ? days : undefined }));
    }
  }

  /** On paper every rule and its source stand once, at its first date.
   * @param {HTMLElement} calculator @param {Shown | null} shown @param {boolean} open */
  function unfold(calculator, shown, open) {
    for (const rule of new Set(shown?.entries.map(({ id }) => id)))
      part(calculator, `[data-rule="${rule}"] .calculator-why`, HTMLDetailsElement).open = open;
  }

  /** @param {HTMLElement} calculator */
  function enhance(calculator) {
    const kept = Teichaku.device.memory("teichaku-calculator");
    /** @type {Spoken} */
    const spoken = JSON.parse(held(calculator, "spoken"));
    const form = part(calculator, "form", HTMLFormElement);
    const result = part(calculator, ".calculator-result", HTMLElement);
    const said = part(calculator, ".calculator-said", HTMLElement);
    const keep = part(form, "[name=keep]", HTMLInputElement);
    const templates = new Map(
      parts(calculator, "template", HTMLTemplateElement).map((each) => [held(each, "route"), each]),
    );
    const entry = entering(form, spoken.missing);
    /** @type {Shown | null} */
    let shown = null;
    const take = offer(calculator, spoken, { shown: () => shown, state: entry.state });
    const remember = () => (keep.checked ? kept.set(entry.state()) : kept.clear());

    function clear() {
      result.hidden = true;
      shown = null;
      said.textContent = "";
      take.clear();
      overlay(templates.keys());
    }
    /** Says that something is wrong beside a field.
     * @param {boolean} asked whether the reader is led there */
    function sayWrong(asked) {
      const [field] = parts(form, "[aria-invalid=true]", HTMLElement);
      if (field) said.textContent = spoken.said_wrong;
      if (asked) field?.focus();
    }
    /** @param {boolean} asked whether the reader asked for the result */
    function calculate(asked) {
      clear();
      const given = entry.given(asked);
      const route = entry.route();
      const template = templates.get(route);
      if (!template) throw new Error(`calculator.js: there is no template for "${route}"`);
      const found = given && milestones(JSON.parse(held(template, "reckoned")), given);
      if (!found || found.wrong.length) {
        entry.refuse(found?.wrong ?? []);
        sayWrong(asked);
        return;
      }
      const once = entry.once.checked;
      const drawn = Teichaku.calculatorRows.draw(calculator, spoken, { template, given, once, found });
      shown = { route, first: iso(given.first), entries: drawn.entries };
      result.hidden = false;
      overlay(templates.keys(), route, found.days);
      said.textContent = drawn.said;
      remember();
    }
    /** @param {string | null} text of a link or the browser's storage */
    const arrive = (text) => entry.restore(text, templates.keys());

    form.addEventListener("input", ({ target }) => {
      if (shown && target instanceof HTMLInputElement && target.type === "text") clear();
    });
    form.addEventListener("change", ({ target }) => (target === keep ? remember() : calculate(false)));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      calculate(true);
    });
    form.addEventListener("reset", () => {
      entry.clear();
      kept.clear();
      clear();
      said.textContent = spoken.said_cleared;
    });
    addEventListener("hashchange", () => arrive(location.hash.slice(1)) && calculate(true));
    addEventListener("beforeprint", () => unfold(calculator, shown, true));
    addEventListener("afterprint", () => unfold(calculator, shown, false));

    form.inert = false;
    if (arrive(location.hash.slice(1))) return calculate(true);
    if (!arrive(kept.get())) return;
    keep.checked = true;
    calculate(true);
  }
  enhanced("[data-calculator]", enhance);
})();
