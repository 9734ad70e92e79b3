/* The milestone calculator: reads a route and the days on its papers, shows each rule's days (calculator-rows.js) and
   hands them on (calculator-take.js). Nothing is sent; nothing is kept unless the reader ticks it. No result stands
   beside entries that it wasn't made from: whatever is typed takes it away. */
(() => {
  "use strict";
  const { enhanced, held, part, parts } = Teichaku.page;
  const { iso, milestones, today } = Teichaku.dates;
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
  /** The days of the route that is chosen; nothing where an entry is missing or can't be, which is said beside it.
   * @param {Entering} entry @param {Map<string, Reckoned>} routes @param {boolean} asked */
  function worked(entry, routes, asked) {
    const id = entry.route();
    const route = routes.get(id);
    const given = entry.given(asked);
    if (!route || !given) return null;
    const found = milestones(route, given);
    entry.refuse(found.wrong);
    return found.wrong.length ? null : { id, route, given, found, once: entry.once.checked };
  }
  /** Is something wrong beside a field that is shown? The reader is led there who asked for the result.
   * @param {HTMLFormElement} form @param {boolean} asked */
  function wrong(form, asked) {
    const field = parts(form, "[aria-invalid=true]", HTMLElement).find((each) => !each.closest("[hidden]"));
    if (asked) field?.focus();
    return Boolean(field);
  }
  /** Tells the events of a calendar file from those of another result. */
  const unlike = () => [...crypto.getRandomValues(new Uint32Array(3))].map((each) => each.toString(36)).join("");

  /** What shows a result: loaded when the reader comes to the form, before there is one. */
  const drawing = () => Teichaku.wish.tool("calculator-result");

  /** What calls for a result, and what takes it away.
   * @param {HTMLFormElement} form @param {Entering} entry
   * @param {Record<Acts, () => void> & {calculate: Calculate}} acts */
  function follow(form, entry, { calculate, clear, refresh, remember, reset }) {
    const keep = part(form, "[name=keep]", HTMLInputElement);
    for (const how of ["pointerenter", "touchstart", "focusin"])
      form.addEventListener(how, () => void drawing().catch(() => {}), { once: true, passive: true });
    form.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLInputElement && target !== keep) clear();
    });
    form.addEventListener("change", ({ target }) => {
      entry.turn();
      target === keep ? remember() : calculate(false);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      calculate(true);
    });
    form.addEventListener("reset", reset);
    addEventListener("hashchange", () => entry.restore(location.hash.slice(1)) && calculate(true));
    document.addEventListener("visibilitychange", refresh);
  }
  /** @typedef {ReturnType<CalculatorForm["entering"]>} Entering
   * @typedef {"clear" | "refresh" | "remember" | "reset"} Acts
   * @typedef {(asked: boolean) => void} Calculate whether the reader asked for the result */

  /** The routes and how their days are reckoned. @param {HTMLElement} calculator @returns {Map<string, Reckoned>} */
  const reckoned = (calculator) =>
    new Map(
      parts(calculator, "template", HTMLTemplateElement).map((each) => [
        held(each, "route"),
        JSON.parse(held(each, "reckoned")),
      ]),
    );

  /** @param {HTMLElement} calculator */
  function enhance(calculator) {
    const kept = Teichaku.device.memory("teichaku-calculator");
    /** @type {Spoken} */
    const spoken = JSON.parse(held(calculator, "spoken"));
    const form = part(calculator, "form", HTMLFormElement);
    const result = part(calculator, ".calculator-result", HTMLElement);
    const said = part(calculator, ".calculator-said", HTMLElement);
    const keep = part(form, "[name=keep]", HTMLInputElement);
    const routes = reckoned(calculator);
    const { entering, keeping } = Teichaku.calculatorForm;
    const entry = entering(form, routes, spoken.missing);
    /** @type {Shown | null} */
    let shown = null;
    let drawn = 0;
    let turn = 0; // of a result that waits for what shows it
    const take = Teichaku.calculatorTake.offer(calculator, spoken, { shown: () => shown, state: entry.state });
    /** @type {ReturnType<CalculatorYear["offer"]> | undefined} */
    let year;
    /** @param {string} words */
    const say = (words) => {
      said.textContent = words;
    };
    const remember = () => keeping(keep, kept, entry, say, spoken);

    function clear() {
      if (shown) overlay(routes.keys());
      result.hidden = true;
      shown = null;
      turn++;
      say("");
      take.clear();
    }
    /** @type {Calculate} */
    function calculate(asked) {
      clear();
      const made = worked(entry, routes, asked);
      if (!made) {
        if (wrong(form, asked)) say(spoken.said_wrong);
        return;
      }
      if (Teichaku.calculatorRows) return show(made);
      const mine = turn;
      void drawing().then(() => mine === turn && show(made));
    }
    /** @param {NonNullable<ReturnType<typeof worked>>} made */
    function show(made) {
      drawn = today();
      const template = part(calculator, `template[data-route="${made.id}"]`, HTMLTemplateElement);
      const told = Teichaku.calculatorRows.draw(calculator, spoken, { ...made, template, now: drawn });
      const { days, points } = made.found;
      const identity = { route: made.id, name: held(template, "name"), first: iso(points["first-day"]), id: unlike() };
      shown = { ...identity, entries: told.entries };
      year ??= Teichaku.calculatorYear.offer(calculator, spoken, () => shown, take.label);
      year.begin(points, drawn);
      result.hidden = false;
      take.ready();
      overlay(routes.keys(), made.id, days);
      say(told.said);
      remember();
    }
    /** A page left open overnight: what was tomorrow is today. */
    const refresh = () => {
      if (shown && drawn !== today()) calculate(false);
    };
    function reset() {
      entry.clear();
      kept.clear();
      clear();
      say(spoken.said_cleared);
      setTimeout(entry.turn); // once the form has its first route again
    }
    follow(form, entry, { calculate, clear, refresh, remember, reset });
    form.addEventListener("submit", async () => {
      await drawing();
      if (shown) said.scrollIntoView({ block: "nearest" }); // below a phone's edge
    });
    part(calculator, "[data-print=year]", HTMLButtonElement).addEventListener("click", () => year?.print());
    addEventListener("beforeprint", () => unfold(calculator, shown, true));
    addEventListener("afterprint", () => unfold(calculator, shown, false));

    form.inert = false;
    entry.turn();
    addEventListener("pageshow", entry.turn); // the browser may have put another route back
    if (entry.restore(location.hash.slice(1))) return calculate(true);
    if (!entry.restore(kept.get())) return;
    keep.checked = true;
    calculate(true);
  }
  enhanced("[data-calculator]", enhance);
})();
