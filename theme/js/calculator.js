/* The milestone calculator: reads a route and its dates, fills each rule's row, and hands them on
   as calendar, CSV, text or link. Nothing is sent; nothing is kept unless the reader ticks it. */
(() => {
  "use strict";
  const { dates, dateField, device, fill, takeAlong, words } = Teichaku;
  const { filled, fromIso, iso, milestones, show, showDays } = dates;
  const kept = device.memory("teichaku-calculator");
  const plain = (element) => element.textContent.replace(/\s+/g, " ").trim();

  function enhance(calculator) {
    const spoken = JSON.parse(calculator.dataset.spoken);
    const form = calculator.querySelector("form");
    const result = calculator.querySelector(".calculator-result");
    const said = calculator.querySelector(".calculator-said");
    const taken = calculator.querySelector(".calculator-taken");
    const box = calculator.querySelector("textarea");
    const templates = new Map([...calculator.querySelectorAll("template")].map((each) => [each.dataset.route, each]));
    const fields = Object.fromEntries([...form.querySelectorAll("[data-date-field]")].map((each) => [each.dataset.dateField, dateField(each)]));
    let shown = null; // {route, first, entries}: what stands in the tables now

    /** How far off days are, in words. */
    function away([first, last], now) {
      if (first < now && now <= last) return filled(spoken.going_on, { days: last - now });
      const days = first - now;
      if (days === 0) return spoken.is_today;
      if (days === 1) return spoken.tomorrow;
      if (last - now === -1) return spoken.yesterday;
      return days > 0 ? filled(spoken.in_days, { days }) : filled(spoken.past, { days: now - last });
    }

    function clearResult() {
      result.hidden = true;
      shown = null;
      said.textContent = taken.textContent = "";
      box.hidden = true;
      overlay();
    }

    /** The figures of this page show the chosen route and its days. */
    function overlay(chosen, days) {
      for (const id of templates.keys()) {
        const figure = document.getElementById(`timeline-${id}`);
        if (!figure) continue;
        figure.querySelector(".timeline-own").hidden = true;
        figure.hidden = Boolean(chosen) && id !== chosen;
        figure.dispatchEvent(new CustomEvent("teichaku:days", { detail: id === chosen ? days : undefined }));
      }
    }

    /** The days entered, or null where one can't be; each fault is said at its field. */
    function given(asked) {
      const entered = Object.entries(fields).map(([name, field]) => [name, field.read()]);
      if (entered.some(([, got]) => got.wrong)) return null;
      const days = Object.fromEntries(entered.map(([name, got]) => [name, got.day]));
      for (const [name, needed] of [["first", true], ["left", days.again !== undefined]]) {
        if (days[name] !== undefined || !needed) continue;
        if (asked || name === "left") fields[name].refuse(spoken.missing);
        return null;
      }
      return days;
    }

    function calculate(asked) {
      clearResult();
      const days = given(asked);
      const route = form.elements.route.value;
      const template = templates.get(route);
      const found = days && milestones(JSON.parse(template.dataset.reckoned), days);
      for (const { field, why, from, to } of found?.wrong ?? [])
        fields[field].refuse(filled(words[why], { from: show(from, words), to: to === Infinity ? "" : show(to, words) }));
      if (!found || found.wrong.length) {
        const refused = form.querySelector("[aria-invalid=true]");
        if (refused) said.textContent = spoken.said_wrong;
        if (asked) refused?.focus();
        return;
      }
      render(route, template, days, found);
      keep();
    }

    function render(route, template, given, { days, points }) {
      const now = dates.today();
      const entries = [];
      for (const row of template.content.querySelectorAll("[data-rule]")) {
        const id = row.dataset.rule;
        days[id].forEach((when, index) => entries.push({ id, index, when, row, rhythm: row.dataset.part === "rhythm" }));
      }
      entries.sort((a, b) => a.when[0] - b.when[0] || a.when[1] - b.when[1]);
      const single = entries.filter((entry) => !entry.rhythm);
      const next = single.find(({ when }) => when[0] >= now);

      const filledRow = ({ when, row }, past) => {
        const copy = row.cloneNode(true);
        copy.querySelector(".calculator-when").textContent = showDays(when, words);
        copy.querySelector(".calculator-left").textContent = past ?? away(when, now);
        copy.toggleAttribute("data-past", when[1] < now);
        return copy;
      };
      calculator.querySelector("[data-dates] tbody").replaceChildren(
        ...single.map((entry) => {
          const row = filledRow(entry);
          if (entry === next) {
            row.setAttribute("aria-current", "date");
            const badge = document.createElement("span");
            badge.className = "calculator-next";
            badge.textContent = spoken.next_badge;
            row.querySelector(".calculator-left").prepend(badge, " ");
          }
          return row;
        }),
      );
      const rhythms = new Map();
      for (const entry of entries.filter((each) => each.rhythm)) rhythms.set(entry.id, [...(rhythms.get(entry.id) ?? []), entry]);
      calculator.querySelector("[data-rhythm] tbody").replaceChildren(
        ...[...rhythms.values()].map((all) => {
          const upcoming = all.find(({ when }) => when[1] >= now);
          const row = filledRow(upcoming ?? all.at(-1), upcoming ? undefined : spoken.no_more);
          row.querySelector(".calculator-all summary").textContent = filled(spoken.all_dates, { count: all.length });
          row.querySelector(".calculator-all ol").append(
            ...all.map(({ when }) => {
              const item = document.createElement("li");
              item.textContent = showDays(when, words);
              return item;
            }),
          );
          return row;
        }),
      );
      for (const place of calculator.querySelectorAll("[data-key]")) {
        const all = entries.filter(({ id }) => id === place.dataset.key);
        const one = all.find(({ when }) => when[1] >= now) ?? all.at(-1);
        place.querySelector("dt").textContent = plain(one.row.querySelector(".calculator-name"));
        place.querySelector("strong").textContent = showDays(one.when, words);
        place.querySelector("dd span").textContent = away(one.when, now);
      }
      const late = (day) => dates.parts(day)[2] > 28;
      const applies = { always: true, "month-end": late(given.first) || late(points.start), "mid-month": dates.parts(points.start)[2] !== 1 };
      const warnings = calculator.querySelector(".calculator-warnings");
      warnings.replaceChildren(...[...template.content.querySelectorAll("[data-when]")].filter((each) => applies[each.dataset.when]).map((each) => each.cloneNode(true)));
      warnings.hidden = !warnings.children.length;
      judge(given, days["re-employment"]);

      shown = { route, first: iso(given.first), entries };
      result.hidden = false;
      overlay(route, days);
      const end = show(points.end, words);
      said.textContent = next ? filled(spoken.said, { name: plain(next.row.querySelector(".calculator-name")), days: away(next.when, now), end }) : filled(spoken.said_over, { end });
    }

    /** Does a new job count as continued? */
    function judge({ left, again }, [grace]) {
      const verdict = left === undefined ? "" : form.elements.once.checked ? "twice" : again === undefined ? "open" : again <= grace[1] ? "counted" : "too_late_again";
      for (const place of calculator.querySelectorAll("[data-verdict]")) {
        place.hidden = place.dataset.verdict !== verdict;
        if (verdict === "open" && !place.hidden) place.textContent = filled(spoken.open, { last: show(grace[1], words) });
      }
    }

    /** What was entered, for a link or the browser's storage. */
    const state = () => {
      const all = new URLSearchParams({ route: form.elements.route.value });
      for (const [name, field] of Object.entries(fields)) {
        const { day } = field.read();
        if (day !== undefined) all.set(name, iso(day));
      }
      if (form.elements.once.checked) all.set("once", "1");
      return all.toString();
    };
    const keep = () => (form.elements.keep.checked ? kept.set(state()) : kept.clear());
    function restore(text) {
      const all = new URLSearchParams(text);
      if (!templates.has(all.get("route"))) return false;
      form.elements.route.value = all.get("route");
      form.elements.once.checked = all.has("once");
      for (const [name, field] of Object.entries(fields)) {
        const day = /^\d{4}-\d\d-\d\d$/.test(all.get(name)) ? fromIso(all.get(name)) : undefined;
        field.fill(day);
        if (name !== "first" && day !== undefined) form.querySelector(".calculator-optional").open = true;
      }
      return true;
    }

    const COLUMNS = [".calculator-when", ".calculator-left", ".calculator-name", ".calculator-who", ".calculator-kind", ".calculator-source"];
    const rows = () => [...calculator.querySelectorAll("table tbody tr")].map((row) => COLUMNS.map((column) => plain(row.querySelector(column))));
    const download = (type, text, ending) => device.save(`${spoken.file}.${ending}`, text, type);
    const copy = async (text) => {
      taken.textContent = (await device.copy(text, box)) ? spoken.copied : spoken.not_copied;
    };
    /** The chosen route's support schedule with its days, as far as they are single ones. */
    const schedule = () => {
      const values = { "first-day": shown.first };
      for (const { id, index, when } of shown.entries) values[`${id}-${index + 1}-day`] = iso(when[1]);
      fill.save(calculator.querySelector(`[data-schedule="${shown.route}"]`), values).catch(() => (taken.textContent = spoken.not_made));
    };
    const take = {
      calendar: () => {
        const monthly = form.ownerDocument.querySelector(".calculator-take [name=monthly]").checked;
        const events = shown.entries
          .filter((entry) => monthly || !entry.rhythm)
          .map(({ id, index, when, row }) => ({
            uid: `${shown.route}-${shown.first}-${id}-${index + 1}@teichaku-guide`,
            first: iso(when[0]),
            after: iso(when[1] + 1),
            name: plain(row.querySelector(".calculator-name")),
            about: [plain(row.querySelector(".calculator-rule")), plain(row.querySelector(".calculator-source")), plain(calculator.querySelector(".calculator-result > .note"))].join("\n"),
          }));
        const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
        download("text/calendar", takeAlong.calendar(events, { language: document.documentElement.lang, reminder: spoken.reminder, stamp }), "ics");
      },
      csv: () => download("text/csv", `\ufeff${takeAlong.csv(rows())}`, "csv"), // the mark lets Excel read UTF-8
      copy: () => copy(takeAlong.text(rows())),
      print: () => print(),
      schedule,
      link: () => copy(`${location.href.split("#")[0]}#${state()}`),
    };

    form.addEventListener("input", ({ target }) => target.type === "text" && shown && clearResult());
    form.addEventListener("change", ({ target }) => (target.name === "keep" ? keep() : calculate(false)));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      calculate(true);
    });
    form.addEventListener("reset", () => {
      for (const field of Object.values(fields)) field.fill();
      kept.clear();
      clearResult();
      said.textContent = spoken.said_cleared;
    });
    calculator.querySelector(".calculator-take").addEventListener("click", ({ target }) => take[target.dataset.take]?.());
    const arrive = () => restore(location.hash.slice(1)) && calculate(true);
    addEventListener("hashchange", arrive);
    // On paper every rule and its source stand once, at its first date.
    const unfold = (open) => {
      for (const rule of new Set(shown?.entries.map(({ id }) => id)))
        calculator.querySelector(`[data-rule="${rule}"] .calculator-why`).open = open;
    };
    addEventListener("beforeprint", () => unfold(true));
    addEventListener("afterprint", () => unfold(false));

    form.hidden = false;
    overlay();
    if (arrive()) return;
    const earlier = kept.get();
    if (earlier && restore(earlier)) {
      form.elements.keep.checked = true;
      calculate(true);
    }
  }
  document.querySelectorAll("[data-calculator]").forEach(enhance);
})();
