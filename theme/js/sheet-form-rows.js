/* Rows that a table of a sheet's form can have besides those of the paper: hidden until they are asked for, or hold
   something. */
(() => {
  "use strict";
  const { held, part, parts } = Teichaku.page;

  /** @param {HTMLButtonElement} button */
  function enhance(button) {
    const grid = /** @type {HTMLElement} */ (button.closest("[data-grid]"));
    const form =
      Teichaku.sheetForms[held(/** @type {HTMLElement} */ (button.closest("[data-sheet-form]")), "sheetForm")];
    const rows = parts(grid, "[data-more]", HTMLFieldSetElement);
    const tags = rows.map((row) => parts(row, "[data-tag]", HTMLElement).map((each) => held(each, "tag")));
    /** @param {number} count */
    function show(count) {
      for (const [at, row] of rows.entries()) row.hidden = at >= count;
      button.hidden = count >= rows.length;
    }
    function restored() {
      const values = form.values();
      show(Math.max(0, ...tags.map((row, at) => (row.some((tag) => values[tag]) ? at + 1 : 0))));
    }
    button.addEventListener("click", () => {
      const count = rows.filter((row) => !row.hidden).length;
      show(count + 1);
      part(rows[count], "[data-tag]", HTMLElement).focus();
    });
    form.form.addEventListener("teichaku:restored", restored);
    restored();
  }
  for (const button of parts(document, "[data-add-row]", HTMLButtonElement)) enhance(button);
})();
