/* A filled sheet opened on its page to go on with, or to begin the next from it. Nothing that stands in the form is
   lost: a file is opened into an empty form alone, and the next is begun once all is in a file. */
(() => {
  "use strict";
  const { enhanced, filled, held, listed, part, parts } = Teichaku.page;

  /** What reads a file comes once there is one to read. */
  const reader = () => Teichaku.wish.tool("fill", "sheet-form-package", "sheet-form-read");

  /** What a file is called by, from its name ("sheet_2026-11_A.docx" is A's); nothing where it is another.
   * @type {SheetOpen["label"]} */
  function label(name) {
    const [, ...rest] = name.replace(/\.docx$/i, "").split("_");
    return rest.join("_").replace(/^\d{4}-\d\d(_|$)/, "");
  }
  /** @param {string} text */
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  /** The choice that words name, by its code, its name or both.
   * @param {HTMLSelectElement} field @param {string} words */
  function chosen(field, words) {
    const options = [...field.options].filter(({ value }) => value);
    const names = (/** @type {HTMLOptionElement} */ { value, text }) => [value, text, text.slice(value.length)];
    return options.find((option) => names(option).map(folded).includes(folded(words)))?.value ?? null;
  }
  /** The day that words name, else the words: a field for one date says what is wrong with them.
   * @param {string} words @param {string | null} or */
  function dated(words, or = words) {
    const { day } = Teichaku.dates.read(words, Teichaku.words);
    return day === undefined ? or : Teichaku.dates.iso(day);
  }
  /** What a field takes of what stands in the sheet; null where it takes none. Without `field`, it is one for a date.
   * @param {FormField | undefined} field @param {ReadSheet["values"][string]} found @returns {string | true | null} */
  function taken(field, { words, ticked }) {
    if (field?.type === "checkbox" || field?.type === "radio") return ticked || "";
    if (!words) return "";
    if (field instanceof HTMLSelectElement) return chosen(field, words);
    if (field?.type === "date") return dated(words, null);
    return field ? words : dated(words);
  }
  /** What a field is called. @param {FormField} field */
  const named = (field) =>
    (field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? held(field, "tag")).trim();

  /** Fields of an earlier version: their words where they stand now, else they are named.
   * @param {ReadSheet} found @param {Map<string, FormField>} fields @param {OpenedSheet} sheet
   * @param {Values} values */
  function earlier(found, fields, sheet, values) {
    const unread = [];
    for (const { box, tag, words } of found.others.filter((each) => !sheet.copies.includes(each.tag))) {
      const rule = sheet.replaced.find(({ id }) => (id.startsWith("*") ? tag.endsWith(id.slice(1)) : tag === id));
      const [now, ...more] = rule?.now ?? [];
      const plain = !box && !more.length && fields.get(now ?? "") instanceof HTMLTextAreaElement;
      if (now && plain && !values[now]) values[now] = words;
      else unread.push(`${tag} (${words})`);
    }
    return unread;
  }
  /** What was read, as the form takes it, and what of it can't be: fields and what stands there.
   * @param {ReadSheet} found @param {Map<string, FormField>} fields @param {OpenedSheet} sheet */
  function understood(found, fields, sheet) {
    /** @type {Values} */
    const values = {};
    const unread = [];
    for (const [tag, value] of Object.entries(found.values)) {
      const field = fields.get(tag);
      const own = taken(field, value);
      if (own) values[tag] = own;
      if (own === null && field) unread.push(`${named(field)} (${value.words})`);
    }
    return { unread: [...unread, ...earlier(found, fields, sheet, values)], values };
  }

  /** @param {HTMLElement} place */
  function enhance(place) {
    /** @type {OpenedSheet} */
    const sheet = JSON.parse(held(place, "sheetOpen"));
    const section = /** @type {HTMLElement} */ (place.closest("[data-sheet-form]"));
    /** @type {Spoken} */
    const spoken = JSON.parse(held(section, "spoken"));
    /** @type {Spoken} */
    const refused = { ...sheet.refused, another_sheet: spoken.another_sheet, old_browser: spoken.old_browser };
    const id = held(section, "sheetForm");
    const form = Teichaku.sheetForms[id];
    const picked = part(place, "input[type=file]", HTMLInputElement);
    const said = part(place, "[role=status]", HTMLElement);
    const whose = part(form.form, "[name=label]", HTMLInputElement);
    const fields = new Map(form.fields.map((field) => [held(field, "tag"), field]));
    const days = parts(form.form, "[data-date-field]", HTMLElement).map((each) => held(each, "dateField"));
    const tags = [...fields.keys(), ...days];

    let saved = ""; // what stands in a file, opened or made
    const current = () => JSON.stringify(form.values());
    form.form.addEventListener("teichaku:saved", () => {
      saved = current();
    });
    /** @param {Values} values */
    function put(values) {
      form.put(values);
      form.changed();
      saved = current();
      form.form.dispatchEvent(new CustomEvent("teichaku:restored"));
    }
    /** Fills the form in; what is to be said of it. @param {File} file */
    async function open(file) {
      await reader();
      const members = await Teichaku.sheetPackage.unpacked(new Uint8Array(await file.arrayBuffer()));
      const found = Teichaku.sheetRead.read(members, tags, sheet.signs);
      const { Refused } = Teichaku.sheetPackage;
      if (!sheet.ids.includes(found.id)) throw new Refused("another_sheet", { title: sheet.title });
      if (found.gone.length === tags.length) throw new Refused("no-fields", { name: id });
      const { values, unread } = understood(found, fields, sheet);
      put(values);
      whose.value ||= label(file.name);
      return [
        filled(spoken.opened, { name: file.name }),
        ...(unread.length ? [filled(spoken.opened_unread, { words: listed(unread) })] : []),
        ...(found.version === sheet.version ? [] : [filled(spoken.opened_version, { version: found.version })]),
      ].join(" ");
    }
    /** @param {File} file @param {unknown} error */
    function why(file, error) {
      if (!(error instanceof Teichaku.sheetPackage.Refused)) throw error;
      return filled(spoken.refused, { name: file.name, said: filled(refused[error.key], error.values) });
    }
    picked.addEventListener("change", async () => {
      const [file] = picked.files ?? [];
      if (!file) return;
      const full = Object.keys(form.values()).length > 0;
      said.textContent = full ? spoken.not_empty : await open(file).catch((error) => why(file, error));
      picked.value = "";
    });
    if (sheet.next)
      begin(place, form, sheet.next, fields.get(sheet.next.month ?? ""), (values) => {
        const kept = saved === current();
        if (kept) put(values);
        const begun = sheet.next?.month && !values[sheet.next.month] ? spoken.begun_no_month : spoken.begun;
        said.textContent = kept ? begun : spoken.save_first;
      });
  }
  /** The button that begins the next sheet; files are called by the month that the sheet names.
   * @param {HTMLElement} place @param {SheetForm} form @param {NextRule} rule @param {FormField | undefined} month
   * @param {(values: Values) => void} put */
  function begin(place, form, rule, month, put) {
    const own = form.month;
    form.month = () => (month && Teichaku.sheetNext.month(month.value, rule.months, Teichaku.words)) || own();
    const button = part(place, "[data-next]", HTMLButtonElement);
    button.addEventListener("click", () => {
      if (form.sound()) put(Teichaku.sheetNext.carried(rule, form.values(), Teichaku.words, held(button, "next")));
    });
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, sheetOpen: { label, reader, taken } };
  enhanced("[data-sheet-open]", enhance);
})();
