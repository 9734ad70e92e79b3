/* Zooms a timeline to a stage, makes one row stand out, opens details on demand and lays the reader's dates over it.
   In a browser without scripts the chart is whole and all details are open. */
(() => {
  "use strict";
  const { enhanced, filled, held, part, parts } = Teichaku.page;

  /** Where a key leads from one of `count` buttons in a row (WAI-ARIA toolbar); nowhere for other keys.
   * @type {Timelines["moved"]} */
  function moved(key, at, count) {
    const to = new Map([
      ["ArrowRight", at + 1],
      ["ArrowDown", at + 1],
      ["ArrowLeft", at - 1],
      ["ArrowUp", at - 1],
      ["Home", 0],
      ["End", -1],
    ]).get(key);
    return to === undefined ? undefined : (to + count) % count;
  }
  /** Does a cell reach into the stage zoomed to? Every cell into "" (the whole). @type {Timelines["within"]} */
  const within = (stage, from, to) => stage === "" || (Number(stage) >= from && Number(stage) <= to);

  /** The parts of a figure that several functions ask for.
   * @param {HTMLElement} figure */
  function chart(figure) {
    const tools = part(figure, ".timeline-tools", HTMLElement);
    const said = part(figure, ".timeline-said", HTMLElement);
    return {
      figure,
      tools,
      buttons: parts(tools, "button", HTMLButtonElement),
      cells: parts(figure, "[data-from]", HTMLTableCellElement),
      more: parts(figure, ".timeline-more", HTMLButtonElement),
      said,
      /** @param {string} name of the words @param {Record<string, string | number>} [values] */
      say: (name, values = {}) => {
        said.textContent = filled(held(said, name), values);
      },
    };
  }
  /** @typedef {ReturnType<typeof chart>} Chart */

  /** @param {Chart} chart @param {"zoom" | "highlight"} name @param {string} value */
  function press({ buttons }, name, value) {
    for (const button of buttons)
      if (name in button.dataset) button.setAttribute("aria-pressed", String(button.dataset[name] === value));
  }
  /** Shows one stage alone, or all ("").
   * @param {Chart} chart @param {string} stage its number */
  function zoom(chart, stage) {
    const { cells, figure } = chart;
    press(chart, "zoom", stage);
    for (const cell of cells) {
      const [from, to] = [Number(held(cell, "from")), Number(held(cell, "to"))];
      cell.hidden = !within(stage, from, to);
      cell.colSpan = stage === "" ? to - from + 1 : 1;
    }
    figure.toggleAttribute("data-zoomed", stage !== "");
    const name = parts(figure, ".timeline-stage", HTMLElement)[Number(stage)].textContent;
    const count = cells.filter((cell) => !cell.hidden && cell.querySelector(".timeline-bar")).length;
    chart.say(stage === "" ? "whole" : "zoomed", { stage: name, count });
  }
  /** Makes one row stand out, or none ("").
   * @param {Chart} chart @param {string} id of the row */
  function highlight(chart, id) {
    press(chart, "highlight", id);
    const rows = parts(chart.figure, "[data-row]", HTMLTableRowElement);
    for (const row of rows) row.toggleAttribute("data-faint", id !== "" && row.dataset.row !== id);
    const row = rows.find((each) => each.dataset.row === id);
    if (row) chart.say("highlighted", { row: part(row, "th", HTMLElement).textContent });
    else chart.say("whole");
  }
  /** @param {HTMLButtonElement} button @param {boolean} opened */
  function open(button, opened) {
    button.setAttribute("aria-expanded", String(opened));
    part(document, `#${button.getAttribute("aria-controls")}`, HTMLElement).toggleAttribute("data-closed", !opened);
  }

  /** One stop for Tab; arrow keys, Home and End move within.
   * @param {Chart} chart */
  function toolbar(chart) {
    const { buttons, figure, more, tools } = chart;
    /** @param {HTMLButtonElement} chosen */
    const focusable = (chosen) => {
      for (const button of buttons) button.tabIndex = button === chosen ? 0 : -1;
    };
    tools.addEventListener("click", ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      const { zoom: stage, highlight: row } = target.dataset;
      if (stage !== undefined) zoom(chart, stage);
      if (row) highlight(chart, target.getAttribute("aria-pressed") === "true" ? "" : row);
      focusable(target);
    });
    tools.addEventListener("keydown", (event) => {
      if (!(event.target instanceof HTMLButtonElement)) return;
      const at = buttons.indexOf(event.target);
      const to = moved(event.key, at, buttons.length);
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      focusable(buttons[to]);
      buttons[to].focus();
    });
    figure.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      for (const button of more) open(button, false);
      highlight(chart, "");
      zoom(chart, "");
    });
    focusable(buttons[0]);
  }

  /** Says a rule's next days, or its last ones, where they belong; tells which they are.
   * @param {HTMLElement} place @param {Span[]} found @param {Day} now
   * @param {string} nextOf pattern for one of several */
  function layDays(place, found, now, nextOf) {
    const { dates, words } = Teichaku;
    const next = found.find(([, last]) => last >= now) ?? found[found.length - 1];
    place.hidden = !next;
    if (!next) return undefined;
    const day = dates.showDays(next, words, words.plain);
    place.textContent = found.length > 1 ? filled(nextOf, { day, count: found.length }) : day;
    return next;
  }
  /** Lays days over the stages and into the list, or takes them away; the stage that today falls in is marked.
   * @param {Chart} chart @param {Days} [days] by rule */
  function lay({ figure, said, say }, days) {
    const now = Teichaku.dates.today();
    const nextOf = held(said, "next");
    /** @param {HTMLElement} ruled */
    const of = (ruled) => days?.[held(ruled, "rule")] ?? [];
    let current = "";
    figure.toggleAttribute("data-dated", Boolean(days));
    for (const place of parts(figure, ".timeline-dates[data-rule]", HTMLElement))
      layDays(place, of(place), now, nextOf);
    for (const head of parts(figure, "th[data-rule]", HTMLElement)) {
      const next = layDays(part(head, ".timeline-dates", HTMLElement), of(head), now, nextOf);
      const isNow = next !== undefined && next[0] <= now && now <= next[1] && next[0] < next[1];
      head.toggleAttribute("data-now", isNow);
      if (isNow) current = part(head, ".timeline-stage", HTMLElement).textContent;
    }
    if (days) say(current ? "now" : "dated", { stage: current });
    else say("whole");
  }

  /** The fields for the days on the reader's papers. All figures of the page that share its route show the same days;
   * what is typed takes them away until it is read.
   * @param {HTMLFormElement} own */
  function ownDates(own) {
    const { dates, words } = Teichaku;
    /** @type {Reckoned} */
    const route = JSON.parse(held(own, "reckoned"));
    const fields = parts(own, "[data-date-field]", HTMLElement).map(Teichaku.dateField);
    const typed = parts(own, "input", HTMLInputElement);
    /** @returns {Days | undefined} */
    function read() {
      const entered = fields.map((field) => ({ field, ...field.read() }));
      const given = Object.fromEntries(entered.map(({ field, day }) => [field.name, day]));
      const whole = route.papers.every(({ id, needed }) => !needed || given[id] !== undefined);
      if (!whole || entered.some(({ wrong }) => wrong)) return undefined;
      const got = dates.milestones(route, given);
      for (const { field, why, from } of got.wrong)
        fields.find(({ name }) => name === field)?.refuse(filled(words[why], { from: dates.show(from, words) }));
      return got.wrong.length ? undefined : got.days;
    }
    /** @param {Days | undefined} days */
    function show(days) {
      for (const other of parts(document, `.timeline-own[data-route="${own.dataset.route}"]`, HTMLElement)) {
        parts(other, "input", HTMLInputElement).forEach((each, at) => {
          each.value = typed[at].value;
        });
        other.closest(".timeline")?.dispatchEvent(new CustomEvent("teichaku:days", { detail: days }));
      }
    }
    let laid = false;
    const lay = () => {
      const days = read();
      laid = Boolean(days);
      show(days);
    };
    own.addEventListener("input", () => {
      if (laid) show(undefined);
      laid = false;
    });
    own.addEventListener("change", lay);
    own.addEventListener("submit", (event) => {
      event.preventDefault();
      lay();
    });
    own.inert = false;
  }

  /** @param {HTMLElement} figure */
  function enhance(figure) {
    const all = chart(figure);
    for (const button of all.more) {
      button.addEventListener("click", () => open(button, button.getAttribute("aria-expanded") !== "true"));
    }
    toolbar(all);
    figure.addEventListener("teichaku:days", ({ detail }) => lay(all, detail));
    for (const own of parts(figure, ".timeline-own", HTMLFormElement)) ownDates(own);
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, timelines: { moved, within } };
  enhanced("[data-timeline]", enhance);
})();
