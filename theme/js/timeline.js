/* Zooms a timeline to a stage, makes one row stand out, opens details on demand and lays the reader's dates over it.
   Without this script the chart is whole and all details are open. */
(() => {
  "use strict";
  const spoken = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function enhance(figure) {
    const part = (name) => figure.querySelector(`.timeline-${name}`);
    const tools = part("tools");
    const buttons = [...tools.querySelectorAll("button")];
    const cells = [...figure.querySelectorAll("[data-from]")];
    const more = [...figure.querySelectorAll(".timeline-more")];
    const said = part("said");
    const say = (name, values = {}) => (said.textContent = spoken(said.dataset[name], values));

    const press = (name, value) => {
      for (const button of buttons) if (name in button.dataset) button.setAttribute("aria-pressed", button.dataset[name] === value);
    };
    const zoom = (value) => {
      press("zoom", value);
      for (const cell of cells) {
        const { from, to } = cell.dataset;
        cell.hidden = value !== "" && (Number(value) < Number(from) || Number(value) > Number(to));
        if (cell.colSpan) cell.colSpan = value === "" ? to - from + 1 : 1;
      }
      figure.toggleAttribute("data-zoomed", value !== "");
      const stage = figure.querySelectorAll(".timeline-stage")[value || 0].textContent;
      const count = cells.filter((cell) => !cell.hidden && cell.querySelector(".timeline-bar")).length;
      say(value === "" ? "whole" : "zoomed", { stage, count });
    };
    const highlight = (value) => {
      press("highlight", value);
      for (const row of figure.querySelectorAll("[data-row]")) row.toggleAttribute("data-faint", value && row.dataset.row !== value);
      const row = figure.querySelector(`[data-row="${value}"] th`)?.textContent;
      say(row ? "highlighted" : "whole", { row });
    };
    const open = (button, value) => {
      button.setAttribute("aria-expanded", value);
      document.getElementById(button.getAttribute("aria-controls")).toggleAttribute("data-closed", !value);
    };

    tools.addEventListener("click", ({ target }) => {
      const { zoom: stage, highlight: row } = target.dataset;
      if (stage !== undefined) zoom(stage);
      if (row) highlight(target.getAttribute("aria-pressed") === "true" ? "" : row);
      if (target.matches("button")) focusable(target);
    });
    // One stop for Tab; arrow keys, Home and End move within (WAI-ARIA toolbar).
    const focusable = (chosen) => buttons.forEach((button) => (button.tabIndex = button === chosen ? 0 : -1));
    tools.addEventListener("keydown", (event) => {
      const at = buttons.indexOf(event.target);
      const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      const next = buttons.at(to % buttons.length);
      focusable(next);
      next.focus();
    });
    figure.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      for (const button of more) open(button, false);
      highlight("");
      zoom("");
    });
    for (const button of more) {
      button.hidden = false;
      button.addEventListener("click", () => open(button, button.getAttribute("aria-expanded") !== "true"));
      open(button, false);
    }
    focusable(buttons[0]);
    tools.hidden = false;

    const { dates, words } = globalThis.Teichaku ?? {};
    const lay = (days) => {
      const now = dates.today();
      let stage;
      figure.toggleAttribute("data-dated", Boolean(days));
      for (const place of figure.querySelectorAll("[data-rule]")) {
        const found = days?.[place.dataset.rule] ?? [];
        const next = found.find(([, last]) => last >= now) ?? found.at(-1);
        const shown = place.matches(".timeline-dates") ? place : place.querySelector(".timeline-dates");
        shown.hidden = !next;
        if (next) shown.textContent = spoken(found.length > 1 ? said.dataset.next : "{day}", { day: dates.showDays(next, words, words.plain), count: found.length });
        const current = place !== shown && next && next[0] <= now && now <= next[1] && next[0] < next[1];
        if (place !== shown) place.toggleAttribute("data-now", Boolean(current));
        if (current) stage = place.querySelector(".timeline-stage").textContent;
      }
      if (days) say(stage ? "now" : "dated", { stage });
      else say("whole");
    };
    figure.addEventListener("teichaku:days", ({ detail }) => lay(detail));

    const own = part("own");
    if (!own) return;
    const route = JSON.parse(own.dataset.reckoned);
    const field = globalThis.Teichaku.dateField(own.querySelector("[data-date-field]"));
    own.addEventListener("change", () => {
      const { day } = field.read();
      const got = day === undefined ? undefined : dates.milestones(route, { first: day });
      const [slip] = got?.wrong ?? [];
      if (slip) field.refuse(dates.filled(words[slip.why], { from: dates.show(slip.from, words) }));
      // All figures of the page that share the route show the same days.
      for (const other of document.querySelectorAll(`.timeline-own[data-route="${own.dataset.route}"]`)) {
        other.querySelector("input").value = own.querySelector("input").value;
        other.closest(".timeline").dispatchEvent(new CustomEvent("teichaku:days", { detail: slip ? undefined : got?.days }));
      }
    });
    own.hidden = false;
  }
  document.querySelectorAll("[data-timeline]").forEach(enhance);
})();
