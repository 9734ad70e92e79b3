/* What stands in a sheet's form, as values by tag: read, checked, put back. Whatever comes from outside (what a
   browser has kept) passes the same checks as what is typed. */
(() => {
  "use strict";
  const { held, part, parts } = Teichaku.page;

  /** What was kept, as far as it can be what a form once held. @type {SheetValues["kept"]} */
  function kept(text) {
    try {
      const found = JSON.parse(text);
      if (typeof found !== "object" || found === null || Array.isArray(found)) return null;
      const sound = Object.entries(found).filter(([, value]) => value === true || typeof value === "string");
      return Object.fromEntries(sound);
    } catch {
      return null;
    }
  }
  /** The month of the latest day, "2026-11", or nothing. @type {SheetValues["month"]} */
  const month = (days) => [...days].sort().pop()?.slice(0, 7) ?? "";

  /** @type {Teichaku["sheetFields"]} */
  const sheetFields = (root) =>
    parts(root, "[data-tag]", HTMLElement).map((each) => {
      if (each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement || each instanceof HTMLSelectElement)
        return each;
      throw new Error(`sheet-form-values.js: <${each.localName}> is no field`);
    });
  /** @param {FormField} field @returns {field is HTMLInputElement} */
  const ticked = (field) => field.type === "checkbox" || field.type === "radio";

  /** Says beside one of the browser's own date fields that its day is half typed; the field itself hands out nothing
   * then. @param {FormField} field */
  function check(field) {
    if (field.type !== "date") return;
    const wrong = field.validity.badInput;
    const place = field.closest("label") ?? field;
    const next = place.nextElementSibling;
    if (next?.matches(".date-field-wrong")) next.remove();
    if (wrong) {
      const said = document.createElement("span");
      said.className = "date-field-wrong";
      said.setAttribute("role", "alert");
      said.textContent = Teichaku.words.no_such_day;
      place.after(said);
    }
    field.setAttribute("aria-invalid", String(wrong));
  }

  /** A place that holds one value: what can be read of it (nothing where it is empty), what of it is kept, and back.
   * @typedef {{name: string, read: () => string | boolean, keep: () => string | boolean}} Readable
   * @typedef {Readable & {put: (value?: string | true) => void}} Place */
  /** @param {FormField} field @returns {Place} */
  function plain(field) {
    const read = () => (ticked(field) ? field.checked : field.value.trim());
    return {
      ...{ name: held(field, "tag"), read, keep: read },
      put(value) {
        if (ticked(field)) field.checked = value === true;
        else field.value = typeof value === "string" ? value : "";
      },
    };
  }
  /** @param {HTMLElement} element a field for one date @returns {Place} */
  function dated(element) {
    const field = Teichaku.dateField(element);
    const typed = part(element, "input[type=text]", HTMLInputElement);
    const read = () => {
      const { day } = field.read();
      return day === undefined ? "" : Teichaku.dates.iso(day);
    };
    return {
      ...{ name: field.name, read },
      keep: () => read() || typed.value.trim(),
      put(value) {
        field.fill();
        typed.value = typeof value === "string" ? value : "";
        const { day } = field.read();
        if (day !== undefined) field.fill(day);
      },
    };
  }

  /** @type {SheetValues["of"]} */
  function of(form) {
    const fields = sheetFields(form);
    const days = parts(form, "[data-date-field]", HTMLElement).map(dated);
    const places = [...fields.map(plain), ...days];
    /** @param {"read" | "keep"} how @returns {Values} */
    const values = (how) =>
      Object.fromEntries(
        places.flatMap((place) => {
          const value = place[how]();
          return value ? [[place.name, value]] : [];
        }),
      );
    return {
      fields,
      read: () => values("read"),
      keep: () => values("keep"),
      month: () => month(days.flatMap(({ read }) => String(read()) || [])),
      put(found) {
        for (const { name, put } of places) put(found[name]);
      },
      fault() {
        for (const field of fields) check(field);
        for (const { read } of days) read();
        return form.querySelector("[aria-invalid=true]");
      },
    };
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, sheetFields, sheetValues: { kept, month, of } };
})();
