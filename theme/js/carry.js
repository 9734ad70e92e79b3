/* Carries what stands in a page's forms to the same page in the other language (language.js asks for it), by way of
   handover.js: once, and in no address. */
(() => {
  "use strict";
  const { handover } = Teichaku;
  const { parts } = Teichaku.page;
  /** @type {"input" | "select" | "textarea"} */
  const FIELDS = /** @type {"input"} */ ("input:not([type=file]), select, textarea:not([readonly])");
  /** @type {Map<string, {give: () => unknown, take: (given: unknown) => void}>} */
  const others = new Map();

  /** Forms, and the field for a day above a timeline. */
  const forms = () => parts(document, "article form, article .timeline-own", HTMLElement);
  /** @param {HTMLElement} form @returns {FormField[]} */
  const fields = (form) => [...form.querySelectorAll(FIELDS)];
  /** @param {FormField} field @returns {field is HTMLInputElement} */
  const choice = (field) => field.type === "checkbox" || field.type === "radio";
  /** One of the two inputs of a date. @param {FormField} field @returns {HTMLElement | null} */
  const ofDate = (field) => field.closest("[data-date-field]");
  /** What a field is called in both languages. @param {FormField} field */
  const named = (field) => {
    const date = ofDate(field);
    const name = date ? date.dataset.dateField : field.dataset.tag || field.id || field.name;
    return [name, field.type, choice(field) ? field.value : ""].join(" ");
  };
  /** What the reader has put there; nothing where it stands as the page brought it. @param {FormField} field */
  function own(field) {
    if (field instanceof HTMLSelectElement) return field.selectedIndex > 0 ? field.value : undefined;
    if (!choice(field)) return field.value === field.defaultValue ? undefined : field.value;
    return field.checked === field.defaultChecked || (field.type === "radio" && !field.checked)
      ? undefined
      : field.checked;
  }
  /** The day in a date's calendar, as long as it is the one that is typed. @param {FormField} field */
  function stale(field) {
    const date = field.type === "date" && ofDate(field);
    const typed = date ? date.querySelector("input[type=text]") : null;
    if (!(typed instanceof HTMLInputElement)) return false;
    const { day } = Teichaku.dates.read(typed.value, Teichaku.words);
    return day === undefined || Teichaku.dates.iso(day) !== field.value;
  }
  /** What was entered, form by form. @returns {Carried["forms"]} */
  const entered = () =>
    forms().map((form) =>
      fields(form)
        .filter((field) => !stale(field))
        .flatMap((field) => {
          const value = own(field);
          return value === undefined ? [] : [[named(field), value]];
        }),
    );

  /** @param {FormField} field @param {unknown} found */
  function fill(field, found) {
    if (choice(field)) field.checked = found === true;
    else if (typeof found === "string") field.value = found;
    const folded = field.closest("details");
    if (folded) folded.open = true;
  }
  /** Puts back what was entered on the page in the other language.
   * @param {HTMLElement} form @param {Map<unknown, unknown>} given by name */
  function put(form, given) {
    for (const field of fields(form)) {
      const name = named(field);
      if (given.has(name)) fill(field, given.get(name));
      // A date is said in the words of this language.
      if (field.type === "date" && ofDate(field) && field.value) field.dispatchEvent(new Event("change"));
    }
    for (const type of ["input", "change", "teichaku:restored"])
      form.dispatchEvent(new CustomEvent(type, { bubbles: true }));
  }
  function arrive() {
    const carried = /** @type {Partial<Carried> | undefined} */ (handover.take("language"));
    if (carried?.page !== page()) return;
    const given = Array.isArray(carried.forms) ? carried.forms : [];
    forms().forEach((form, at) => {
      const pairs = Array.isArray(given[at]) ? given[at].filter(Array.isArray) : [];
      if (pairs.length) put(form, new Map(pairs.map(([name, value]) => [name, value])));
    });
    const own = carried.others ?? {};
    for (const [name, { take }] of others) if (name in own) take(own[name]);
  }
  /** The page's name, the same in both languages. */
  const page = () => location.pathname.split("/").pop() || "index.html";
  /** @type {Carry["give"]} */
  function give() {
    const given = Object.fromEntries([...others].map(([name, other]) => [name, other.give()]));
    const handed = handover.give("language", { page: page(), forms: entered(), others: given });
    if (handed) dispatchEvent(new CustomEvent("teichaku:handed"));
    return handed;
  }
  /** @type {Carry["also"]} */
  const also = (name, give, take) => void others.set(name, { give, take });
  globalThis.Teichaku = { ...globalThis.Teichaku, carry: { also, give } };
  if (globalThis.document) addEventListener("DOMContentLoaded", arrive);
})();
