/* Asks a reckoner's questions and shows what comes out, anew at every answer; nothing is sent or kept. Without this
   script its bands, rules and examples stand in tables. */
(() => {
  "use strict";
  const { enhanced, filled, held, part, parts } = Teichaku.page;
  const { fromIso, iso, show: showDay } = Teichaku.dates;
  const { reckon, whole } = Teichaku.reckonerRules;

  /** A field for a whole number; what can't be read is said beside it.
   * @param {HTMLInputElement} input @param {Element} place @param {string} wrong */
  const numberField = (input, place, wrong) => ({
    name: input.name,
    read: () => {
      const digits = whole(input.value);
      const refused = Boolean(input.value.trim()) && digits === undefined;
      part(place, ".reckoner-wrong", HTMLElement).textContent = refused ? wrong : "";
      input.setAttribute("aria-invalid", String(refused));
      return digits;
    },
  });
  /** @param {string} text with its thousands apart */
  const grouped = (text) => (/^\d+$/.test(text) ? Number(text).toLocaleString("en") : text);

  /** The words of a value that came out. @param {HTMLElement} place @param {string} value */
  function worded(place, value) {
    const choices = parts(place, "[data-choice]", HTMLElement);
    for (const choice of choices) choice.hidden = choice.dataset.choice !== value;
    const chosen = choices.find((choice) => !choice.hidden);
    if (chosen) return (chosen.querySelector("strong") ?? chosen).textContent;
    const words = "day" in place.dataset ? showDay(fromIso(value), Teichaku.words) : grouped(value);
    const said = filled(place.dataset.shown ?? "{value}", { value: words });
    part(place, "strong", HTMLElement).textContent = said;
    return said;
  }
  /** Shows one thing that came out, or hides its place; tells it in a line.
   * @param {HTMLElement} place @param {string | undefined} value */
  function show(place, value) {
    place.hidden = value === undefined;
    return value === undefined ? [] : [`${part(place, "dt", HTMLElement).textContent} ${worded(place, value)}`];
  }

  /** Shows the questions that are asked; one that no longer is loses its answer.
   * @param {HTMLElement[]} questions @param {string[]} asked */
  function ask(questions, asked) {
    for (const place of questions) {
      place.hidden = !asked.includes(held(place, "question"));
      if (!place.hidden) continue;
      for (const choice of parts(place, "[type=radio]", HTMLInputElement)) choice.checked = false;
    }
  }
  /** Shows what came out; tells the same in a line.
   * @param {HTMLElement} reckoner @param {HTMLElement} result @param {ReckonedAnswers} found */
  function tell(reckoner, result, { shows, warnings }) {
    const told = parts(result, "[data-outcome]", HTMLElement).flatMap((each) =>
      show(each, shows[held(each, "outcome")]),
    );
    for (const place of parts(result, "[data-warning]", HTMLElement)) {
      place.hidden = !warnings.includes(held(place, "warning"));
      if (!place.hidden) told.push(place.textContent);
    }
    for (const row of parts(reckoner, "tr[data-band]", HTMLElement))
      row.toggleAttribute("data-chosen", row.dataset.band === shows.band);
    result.hidden = !told.length;
    return told.join(" / ");
  }

  /** @param {HTMLElement} reckoner */
  function enhance(reckoner) {
    /** @type {AnswersRules | ShareRules} */
    const rules = JSON.parse(held(reckoner, "rules"));
    /** @type {Spoken} */
    const spoken = JSON.parse(held(reckoner, "spoken"));
    const form = part(reckoner, "form", HTMLFormElement);
    const said = part(reckoner, "[role=status]", HTMLElement);
    const result = part(reckoner, ".reckoner-result", HTMLElement);
    const questions = parts(form, "[data-question]", HTMLElement);
    const numbers = parts(form, "[data-number]", HTMLInputElement).map((each) =>
      numberField(each, questions.find((place) => place.contains(each)) ?? form, spoken.wrong),
    );
    const days = parts(form, "[data-date-field]", HTMLElement).map(Teichaku.dateField);

    /** @returns {Answers} */
    function given() {
      const chosen = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
      const typed = numbers.map(({ name, read }) => [name, read() ?? ""]);
      const dated = days.map(({ name, read }) => {
        const { day } = read();
        return [name, day === undefined ? "" : iso(day)];
      });
      return Object.fromEntries([...chosen, ...typed, ...dated]);
    }
    function work() {
      const found = reckon(rules, given());
      ask(questions, found.asked);
      const told = tell(reckoner, result, found);
      said.classList.toggle("visually-hidden", !found.remaining); // what came out stands below
      said.textContent = found.remaining ? filled(spoken.remaining, { count: found.remaining }) : told;
    }
    form.addEventListener("input", ({ target }) => {
      if (target instanceof Element && target.closest("[data-date-field]"))
        result.hidden = true; // not read yet
      else work();
    });
    form.addEventListener("change", work);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      work();
    });
    form.addEventListener("reset", () =>
      setTimeout(() => {
        for (const field of days) field.fill();
        work(); // once the browser has cleared the answers
      }),
    );
    form.inert = false;
    work();
    addEventListener("pageshow", work); // the browser may have put earlier answers back
  }
  enhanced("[data-reckoner]", enhance);
})();
