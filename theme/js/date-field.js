/* A field for one date: text in any usual form, or a date picker; what is wrong is said beside it and read out.
   The figure or form around it calls Teichaku.dateField(element). */
(() => {
  "use strict";
  const { filled, held, part } = Teichaku.page;
  const { fromIso, iso, read, show } = Teichaku.dates;

  /** @type {DateFields["entered"]} */
  function entered(typed, words) {
    const got = read(typed, words);
    if (got.wrong === "empty") return { message: "" };
    const latest = fromIso(words.latest);
    if (got.day !== undefined && got.day <= latest) return { day: got.day, message: "" };
    const wrong = got.wrong ?? "too_late";
    const values = got.wrong ? got.values : {};
    return { wrong, message: filled(words[wrong], { ...values, from: "", to: show(latest, words) }) };
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
    picked.addEventListener("change", (event) => {
      event.stopPropagation();
      if (!picked.value) return;
      fill(fromIso(picked.value));
      typed.dispatchEvent(new Event("change", { bubbles: true }));
    });
    return {
      name: held(element, "dateField"),
      read: () => {
        const { day, wrong, message } = entered(typed.value, words);
        refuse(message);
        if (day !== undefined) picked.value = iso(day);
        return { day, wrong };
      },
      fill,
      refuse,
    };
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, words, dateField, dateFields: { entered } };
})();
