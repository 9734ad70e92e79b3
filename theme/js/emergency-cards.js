/* Emergency cards: lines to start from go into the form, and what stands there shows as the cards will print,
   in Japanese, with furigana, in English or in both. The DOCX is of the same words. */
(() => {
  "use strict";
  const { held, part, parts } = Teichaku.page;

  /** A day in words. @param {string} day YYYY-MM-DD @param {string} locale */
  const long = (day, locale) => new Date(day).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" });
  /** @type {EmergencyCards["dated"]} */
  const dated = (day) => ({ ja: long(day, "ja-JP"), en: long(day, "en-GB"), read: [[long(day, "ja-JP"), ""]] });
  /** @type {EmergencyCards["withLine"]} */
  function withLine(written, line) {
    const lines = written.split("\n").filter(Boolean);
    return lines.includes(line) ? written : [...lines, line].join("\n");
  }
  /** @type {EmergencyCards["known"]} */
  const known = (lines) =>
    new Map(
      lines.flatMap((text) => [
        [text.ja, text],
        [text.en, text],
      ]),
    );
  /** @type {EmergencyCards["finished"]} */
  function finished(values, way, texts) {
    const said = {
      ja: (/** @type {CardText} */ { ja }) => ja,
      read: (/** @type {CardText} */ { ja }) => ja,
      en: (/** @type {CardText} */ { en }) => en,
      "ja-en": (/** @type {CardText} */ { ja, en }) => `${ja} / ${en}`,
    }[way];
    /** @param {string} line */
    const to = (line) => {
      const text = texts.get(line.trim());
      return text ? said(text) : line;
    };
    return Object.fromEntries(
      Object.entries(values).map(([tag, value]) => [
        tag,
        value === true ? value : value.split("\n").map(to).join("\n"),
      ]),
    );
  }

  /** @param {string} name @param {string | (string | Node)[]} content @param {string} [lang] */
  function element(name, content, lang) {
    const made = document.createElement(name);
    if (lang) made.lang = lang;
    made.append(...(typeof content === "string" ? [content] : content));
    return made;
  }
  /** @param {[piece: string, reading: string]} pair */
  const ruby = ([piece, reading]) =>
    reading ? element("ruby", [piece, element("rp", "("), element("rt", reading), element("rp", ")")]) : piece;
  /** A text as nodes, the way that is chosen.
   * @type {Record<Way, (text: CardText) => Node[]>} */
  const WAYS = {
    ja: ({ ja }) => [element("span", ja, "ja")],
    read: ({ read }) => [element("span", read.map(ruby), "ja")],
    en: ({ en }) => [element("span", en, "en")],
    "ja-en": ({ ja, en }) => [element("span", ja, "ja"), element("span", en, "en")],
  };

  /** @param {HTMLElement} section */
  function start(section) {
    const preview = part(document, ".emergency-preview", HTMLElement);
    const sheet = Teichaku.sheetForms["emergency-card"];
    const choices = part(section, "form", HTMLFormElement);
    const select = part(choices, "select", HTMLSelectElement);
    /** @type {{cards: [id: string, name: CardText, fields: [tag: string, label: CardText][]][], title: CardText}} */
    const { cards, title } = JSON.parse(held(section, "emergency"));
    const blank = part(sheet.form, "[data-blank]", HTMLAnchorElement);
    const own = document.documentElement.lang === "ja" ? "ja" : "en";
    /** The lines of a situation, each with the fields it goes into.
     * @param {HTMLOptionElement} option @returns {[tags: string[], text: CardText][]} */
    const lines = (option) => JSON.parse(held(option, "lines"));
    const texts = known([...select.options].flatMap(lines).map(([, text]) => text));
    /** @returns {Way} */
    const way = () => /** @type {Way} */ (part(choices, "[name=words]:checked", HTMLInputElement).value);

    const days = parts(sheet.form, "[data-date-field]", HTMLElement).map((each) => held(each, "dateField"));
    /** The reader's own line has no other language, a day has. @param {string} line @param {string} tag */
    function say(line, tag) {
      const text = days.includes(tag) && line ? dated(line) : texts.get(line);
      return text ? WAYS[way()](text) : [element("span", line)];
    }
    function show() {
      const values = sheet.values();
      preview.dataset.words = way();
      for (const [id, name, fields] of cards) {
        const card = part(preview, `[data-card="${id}"]`, HTMLElement);
        part(card, ".emergency-card-title", HTMLElement).replaceChildren(...WAYS[way()](title));
        card.setAttribute("aria-label", name[own]);
        for (const [tag, label] of fields) {
          const place = part(card, `[data-card-field="${tag}"]`, HTMLElement);
          const written = String(values[tag] ?? "");
          place.hidden = !written;
          part(place, "dt", HTMLElement).replaceChildren(...WAYS[way()](label));
          part(place, "dd", HTMLElement).replaceChildren(
            ...written.split("\n").map((line) => element("p", say(line.trim(), tag))),
          );
        }
      }
      blank.href = blank.href.replace(/\.[a-z-]+\.docx$/, `.${way() === "read" ? "ja" : way()}.docx`);
    }
    sheet.finished = (values) => finished(values, way(), texts);
    const add = part(choices, "[data-add]", HTMLButtonElement);
    add.addEventListener("click", () => {
      for (const [tags, text] of lines(select.selectedOptions[0]))
        for (const tag of tags.filter(Boolean)) {
          const field = sheet.fields.find((each) => each.dataset.tag === tag);
          if (!field) throw new Error(`emergency-cards.js: the form has no field "${tag}"`);
          field.value = withLine(field.value, text[own]);
        }
      sheet.changed();
      show();
      part(choices, "[role=status]", HTMLElement).textContent = held(add, "add");
    });
    choices.addEventListener("change", show);
    choices.addEventListener("submit", (event) => event.preventDefault());
    for (const type of ["input", "change", "teichaku:restored"])
      sheet.form.addEventListener(type, () => setTimeout(show));
    for (const button of parts(preview, "[data-print]", HTMLButtonElement))
      button.addEventListener("click", () => sheet.sound() && Teichaku.device.printOnly(preview, button.dataset.print));
    // In the other language the lines that the guide brought are said in that one.
    const { carry } = Teichaku;
    if (carry)
      carry.also(
        "emergency",
        () => true,
        () => {
          for (const field of sheet.fields)
            if (field.value) field.value = String(finished({ line: field.value }, own, texts).line);
          sheet.changed();
          show();
        },
      );
    choices.inert = false;
    show();
    addEventListener("pageshow", show); // the browser may have put another choice of words back
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, emergencyCards: { dated, finished, known, withLine } };
  if (globalThis.document) start(part(document, "[data-emergency]", HTMLElement));
})();
