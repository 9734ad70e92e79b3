/* The means of an assessment's elements, in their table and in the radar. */
(() => {
  "use strict";
  const { held, parts } = Teichaku.page;

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
  /** Means beside their elements, and as values by tag. @type {Assessed["means"]} */
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

  globalThis.Teichaku = { ...globalThis.Teichaku, assessed: { corners, mean, means } };
})();
