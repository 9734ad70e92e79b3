/* A worksheet filled in on the page: its values by tag, the means and the radar drawn from them,
   and the DOCX made in the browser. Other scripts find the forms of the page in Teichaku.sheetForms, by sheet. */
(() => {
  "use strict";
  const { held, part, parts } = Teichaku.page;

  /** The mean of an element's answers (codes), or null where fewer than half of its items are answered; what isn't a
   * number counts as not answered. @type {Assessed["mean"]} */
  function mean(answers, count) {
    const numbers = answers.filter((each) => /^\d+$/.test(each)).map(Number);
    const value = numbers.length * 2 >= count ? numbers.reduce((sum, each) => sum + each, 0) / numbers.length : null;
    return { value, answered: numbers.length };
  }
  /** The corners of the polygon in the square of 1,000 units that the empty radar is drawn in: the highest ring lies
   * 420 from the middle. @type {Assessed["corners"]} */
  const corners = (means, highest = 4) =>
    means.flatMap((value, axis) => {
      if (value === null) return [];
      const angle = (axis / means.length) * 2 * Math.PI - Math.PI / 2;
      const far = (420 * value) / highest;
      const rounded = (/** @type {number} */ each) => Number(each.toFixed(1));
      return [[rounded(500 + far * Math.cos(angle)), rounded(500 + far * Math.sin(angle))]];
    });

  /** @type {Teichaku["sheetFields"]} */
  const sheetFields = (root) =>
    parts(root, "[data-tag]", HTMLElement).map((each) => {
      if (each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement || each instanceof HTMLSelectElement)
        return each;
      throw new Error(`sheet-form.js: <${each.localName}> is no field`);
    });
  /** @param {FormField} field @returns {field is HTMLInputElement} */
  const ticked = (field) => field.type === "checkbox" || field.type === "radio";

  /** What was filled in: words, days as YYYY-MM-DD, true for a tick; nothing for what is empty.
   * @param {FormField[]} fields @param {DateField[]} days @returns {Values} */
  function written(fields, days) {
    /** @type {Values} */
    const found = {};
    for (const field of fields) {
      const value = ticked(field) ? field.checked : field.value.trim();
      if (value) found[held(field, "tag")] = value;
    }
    for (const each of days) {
      const { day } = each.read();
      if (day !== undefined) found[each.name] = Teichaku.dates.iso(day);
    }
    return found;
  }
  /** @param {FormField[]} fields @param {DateField[]} days @param {Values} found */
  function restore(fields, days, found) {
    for (const field of fields) {
      const value = found[held(field, "tag")];
      if (ticked(field)) field.checked = value === true;
      else field.value = typeof value === "string" ? value : "";
    }
    for (const each of days) each.restore(String(found[each.name] ?? ""));
  }

  /** The polygon of all means, into the empty radar.
   * @param {HTMLFormElement} form @param {(number | null)[]} all */
  function draw(form, all) {
    const svg = form.querySelector("[data-radar] svg");
    if (!svg) return;
    for (const each of svg.querySelectorAll("[data-own]")) each.remove();
    /** @param {string} name @param {Record<string, string | number>} attributes */
    const add = (name, attributes) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries({ ...attributes, "data-own": "" }))
        made.setAttribute(key, String(value));
      svg.append(made);
    };
    const points = corners(all);
    if (points.length > 1) add("polygon", { points: points.map((each) => each.join()).join(" ") });
    for (const [cx, cy] of points) add("circle", { cx, cy, r: 14 });
  }
  /** Means beside their elements, and as values by tag.
   * @param {HTMLFormElement} form @param {FormField[]} fields @param {Spoken} spoken @returns {Values} */
  function means(form, fields, spoken) {
    /** @type {Values} */
    const found = {};
    const all = parts(form, "[data-means] [data-element]", HTMLTableRowElement).map((row) => {
      const [id, count] = [held(row, "element"), held(row, "count")];
      const answers = fields.filter((field) => field.dataset.element === id).map((field) => field.value);
      const { value, answered } = mean(answers, Number(count));
      const [shown, counted] = parts(row, "td", HTMLTableCellElement);
      shown.textContent = value === null ? spoken.mean_none : value.toFixed(1);
      counted.textContent = `${answered} / ${count}`;
      if (value !== null) found[`${id}-mean`] = value.toFixed(1);
      if (answered) found[`${id}-answered`] = String(answered);
      return value;
    });
    draw(form, all);
    return found;
  }

  /** @param {HTMLElement} section @returns {SheetForm} */
  function sheetForm(section) {
    const { dateField, device, fill } = Teichaku;
    /** @type {Spoken} */
    const spoken = JSON.parse(held(section, "spoken"));
    const form = part(section, "form", HTMLFormElement);
    const said = part(section, ".sheet-form-said", HTMLElement);
    const blank = part(section, "[data-blank]", HTMLAnchorElement);
    const keep = part(form, "[name=keep]", HTMLInputElement);
    const memory = device.memory(`teichaku-sheet-${held(section, "sheetForm")}`);
    const days = parts(form, "[data-date-field]", HTMLElement).map(dateField);
    const fields = sheetFields(form);
    const values = () => written(fields, days);
    const all = () => ({ ...values(), ...means(form, fields, spoken) });
    const changed = () => {
      const found = all();
      keep.checked ? memory.set(JSON.stringify(found)) : memory.clear();
    };
    /** @param {Values} found */
    const put = (found) => {
      restore(fields, days, found);
      changed();
    };

    /** @type {SheetForm} */
    const shared = { changed, fields, form, said, values, finished: (found) => found, without: () => [] };
    /** @type {Record<string, () => void>} */
    const take = {
      docx: () => {
        fill.save(blank, shared.finished(all()), shared.without()).then(
          () => {
            said.textContent = spoken.made;
          },
          () => {
            said.textContent = spoken.not_made;
          },
        );
      },
      print: () => device.printOnly(section),
    };
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLButtonElement) take[target.dataset.take ?? ""]?.();
    });
    form.addEventListener("reset", () =>
      setTimeout(() => {
        memory.clear();
        put({});
        said.textContent = spoken.cleared;
        form.dispatchEvent(new CustomEvent("teichaku:restored"));
      }),
    );
    form.inert = false;
    const earlier = memory.get();
    keep.checked = Boolean(earlier);
    put(earlier ? JSON.parse(earlier) : values()); // without it, what the browser has kept for "back"
    return shared;
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, assessed: { corners, mean }, sheetFields };
  if (globalThis.document)
    Teichaku.sheetForms = Object.fromEntries(
      parts(document, "[data-sheet-form]", HTMLElement).map((section) => [
        held(section, "sheetForm"),
        sheetForm(section),
      ]),
    );
})();
