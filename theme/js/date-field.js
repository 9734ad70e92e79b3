/* A field for one date: text in any usual form, or a date picker; what is wrong is said beside it and read out.
   The figure or form around it calls Teichaku.dateField(element). */
(() => {
  "use strict";
  const { filled, held, part } = Teichaku.page;
  const { iso, read, show } = Teichaku.dates;

  /** @type {DateFields["entered"]} */
  function entered(text, words) {
    const { day, wrong, values } = read(text, words);
    if (day !== undefined) return { day, message: "" };
    return wrong === "empty" ? { message: "" } : { wrong, message: filled(words[wrong], values ?? {}) };
  }

  /** @type {DateWords} */
  const words = globalThis.document && JSON.parse(part(document, "#__dates", HTMLScriptElement).text);

  /** Two inputs, one to type into and one to pick from, and a place for what is wrong.
   * @type {Teichaku["dateField"]} */
  function dateField(element) {
    const typed = part(element, "input[type=text]", HTMLInputElement);
    const picked = part(element, "input[type=date]", HTMLInputElement);
    const wrong = part(element, ".date-field-wrong", HTMLElement);
    /** @param {string} message */
    const refuse = (message) => {
      wrong.textContent = message;
      typed.setAttribute("aria-invalid", String(Boolean(message)));
    };
    /** @param {Day} [day] */
    const fill = (day) => {
      typed.value = day === undefined ? "" : show(day, words, words.plain);
      picked.value = day === undefined ? "" : iso(day);
      refuse("");
    };
    /** @param {string} text */
    const restore = (text) => {
      const { day, message } = entered(text, words);
      if (day !== undefined) return fill(day);
      typed.value = text.trim();
      picked.value = "";
      refuse(message);
    };
    picked.addEventListener("change", (event) => {
      event.stopPropagation();
      if (!picked.value) return;
      restore(picked.value);
      typed.dispatchEvent(new Event("change", { bubbles: true }));
    });
    // What the browser puts back after "back" is the picked day alone: the words are its own only while they are typed.
    addEventListener("pageshow", () => {
      if (picked.value && !typed.value) picked.dispatchEvent(new Event("change"));
    });
    return {
      name: held(element, "dateField"),
      read: () => {
        const { day, wrong, message } = entered(typed.value, words);
        refuse(message);
        picked.value = day === undefined ? "" : iso(day);
        return { day, wrong };
      },
      fill,
      restore,
      refuse,
      focus: () => typed.focus(),
    };
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, words, dateField, dateFields: { entered } };
})();
