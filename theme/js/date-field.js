/* A field for one date: text in any usual form, or a date picker; what is wrong is said beside it and read out.
   The figure or form around it calls Teichaku.dateField(element). */
(() => {
  "use strict";
  const words = JSON.parse(document.getElementById("__dates").textContent);
  const { filled, fromIso, iso, read, show } = Teichaku.dates;

  /** @param {HTMLElement} field with a text input, a date input and a place for what is wrong
   * @returns {{name: string, read: () => {day?: number, wrong?: string}, fill: (day?: number) => void,
   *            refuse: (message: string) => void}} */
  const dateField = (field) => {
    const [typed, picked] = field.querySelectorAll("input");
    const wrong = field.querySelector(".date-field-wrong");
    if (!typed || !picked || !wrong) throw new Error("date-field.js: a date field lacks its parts");
    const refuse = (message) => {
      wrong.textContent = message;
      typed.setAttribute("aria-invalid", String(Boolean(message)));
    };
    const fill = (day) => {
      typed.value = day === undefined ? "" : show(day, words, words.plain);
      picked.value = day === undefined ? "" : iso(day);
      refuse("");
    };
    /** The day entered; an empty field has neither day nor fault. */
    const entered = () => {
      const got = read(typed.value, words);
      if (got.wrong === "empty") {
        refuse("");
        return {};
      }
      if (got.day > fromIso(words.latest)) got.wrong = "too_late";
      refuse(got.wrong ? filled(words[got.wrong], { ...got.values, from: "", to: show(fromIso(words.latest), words) }) : "");
      if (got.wrong) return { wrong: got.wrong };
      picked.value = iso(got.day);
      return { day: got.day };
    };
    picked.addEventListener("change", (event) => {
      event.stopPropagation();
      if (!picked.value) return;
      fill(fromIso(picked.value));
      typed.dispatchEvent(new Event("change", { bubbles: true }));
    });
    return { name: field.dataset.dateField, read: entered, fill, refuse };
  };
  globalThis.Teichaku = { ...globalThis.Teichaku, words, dateField };
})();
