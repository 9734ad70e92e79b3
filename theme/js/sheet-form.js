/* A worksheet filled in on the page: its values by tag, the means and the radar drawn from them,
   and the DOCX made in the browser. Other scripts find the forms of the page in Teichaku.sheetForms, by sheet. */
(() => {
  "use strict";

  /** The mean of an element's answers, or null where fewer than half of its items are answered.
   * @param {string[]} answers codes; what isn't a number counts as not answered @param {number} count of items */
  function mean(answers, count) {
    const numbers = answers.filter((each) => /^\d+$/.test(each)).map(Number);
    const value = numbers.length * 2 >= count ? numbers.reduce((sum, each) => sum + each, 0) / numbers.length : null;
    return { value, answered: numbers.length };
  }
  /** The corners of the polygon in the square of 1,000 units that the empty radar is drawn in: the highest ring lies 420 from the middle. */
  const corners = (means, highest = 4) =>
    means.flatMap((value, axis) => {
      if (value === null) return [];
      const angle = (axis / means.length) * 2 * Math.PI - Math.PI / 2;
      const far = (420 * value) / highest;
      return [[500 + far * Math.cos(angle), 500 + far * Math.sin(angle)].map((each) => Number(each.toFixed(1)))];
    });

  function sheetForm(section) {
    const { dateField, dates, device, fill } = Teichaku;
    const spoken = JSON.parse(section.dataset.spoken);
    const form = section.querySelector("form");
    const said = section.querySelector(".sheet-form-said");
    const blank = section.querySelector("[data-blank]");
    const memory = device.memory(`teichaku-sheet-${section.dataset.sheetForm}`);
    const days = [...form.querySelectorAll("[data-date-field]")].map((each) => dateField(each));
    const fields = [...form.querySelectorAll("[data-tag]")];
    const ticked = (field) => field.type === "checkbox" || field.type === "radio";

    /** What was filled in: words, days as YYYY-MM-DD, true for a tick; nothing for what is empty. */
    function values() {
      const found = {};
      for (const field of fields) {
        const value = ticked(field) ? field.checked : field.value.trim();
        if (value) found[field.dataset.tag] = value;
      }
      for (const each of days) {
        const { day } = each.read();
        if (day !== undefined) found[each.name] = dates.iso(day);
      }
      return found;
    }
    function restore(found) {
      for (const field of fields) {
        const value = found[field.dataset.tag];
        if (ticked(field)) field.checked = value === true;
        else field.value = typeof value === "string" ? value : "";
      }
      for (const each of days) each.fill(/^\d{4}-\d\d-\d\d$/.test(found[each.name]) ? dates.fromIso(found[each.name]) : undefined);
      changed();
    }
    /** Means beside their elements, and in the values: {tag: words}. */
    function means() {
      const found = {};
      const all = [...form.querySelectorAll("[data-means] [data-element]")].map((row) => {
        const id = row.dataset.element;
        const answers = fields.filter((field) => field.dataset.element === id).map((field) => field.value);
        const { value, answered } = mean(answers, Number(row.dataset.count));
        const [shown, count] = row.querySelectorAll("td");
        shown.textContent = value === null ? spoken.mean_none : value.toFixed(1);
        count.textContent = `${answered} / ${row.dataset.count}`;
        if (value !== null) found[`${id}-mean`] = value.toFixed(1);
        if (answered) found[`${id}-answered`] = String(answered);
        return value;
      });
      draw(all);
      return found;
    }
    function draw(all) {
      const svg = form.querySelector("[data-radar] svg");
      if (!svg) return;
      svg.querySelectorAll("[data-own]").forEach((each) => each.remove());
      const add = (name, attributes) => {
        const made = document.createElementNS("http://www.w3.org/2000/svg", name);
        for (const [key, value] of Object.entries({ ...attributes, "data-own": "" })) made.setAttribute(key, value);
        svg.append(made);
      };
      const points = corners(all);
      if (points.length > 1) add("polygon", { points: points.map((each) => each.join()).join(" ") });
      for (const [cx, cy] of points) add("circle", { cx, cy, r: 14 });
    }
    const changed = () => {
      const found = { ...values(), ...means() };
      form.elements.keep.checked ? memory.set(JSON.stringify(found)) : memory.clear();
    };

    const shared = { changed, fields, form, said, spoken, values, finished: (found) => found, without: () => [] };
    const take = {
      docx: () =>
        fill.save(blank, shared.finished({ ...values(), ...means() }), shared.without()).then(
          () => (said.textContent = spoken.made),
          () => (said.textContent = spoken.not_made),
        ),
      print: () => device.printOnly(section),
    };
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", ({ target }) => take[target.dataset.take]?.());
    form.addEventListener("reset", () =>
      setTimeout(() => {
        memory.clear();
        restore({});
        said.textContent = spoken.cleared;
        form.dispatchEvent(new CustomEvent("teichaku:restored"));
      }),
    );
    form.hidden = false;
    const earlier = memory.get();
    form.elements.keep.checked = Boolean(earlier);
    restore(earlier ? JSON.parse(earlier) : values()); // without it, what the browser has kept for "back"
    return shared;
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, assessed: { corners, mean } };
  const sections = [...(globalThis.document?.querySelectorAll("[data-sheet-form]") ?? [])];
  Teichaku.sheetForms = Object.fromEntries(sections.map((section) => [section.dataset.sheetForm, sheetForm(section)]));
})();
