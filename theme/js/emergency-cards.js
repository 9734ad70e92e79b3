/* Emergency cards: lines to start from go into the form, and what stands there shows as the cards will print,
   in Japanese, with furigana, in English or in both. The DOCX is of the same words. */
(() => {
  "use strict";
  const section = document.querySelector("[data-emergency]");
  const preview = document.querySelector(".emergency-preview");
  const sheet = Teichaku.sheetForms["emergency-card"];
  const choices = section.querySelector("form");
  const select = choices.querySelector("select");
  const { cards, title } = JSON.parse(section.dataset.emergency);
  const blank = sheet.form.querySelector("[data-blank]");
  const own = document.documentElement.lang;
  const lines = (option) => JSON.parse(option.dataset.lines);
  /** What the lines to start from are in the other language. */
  const known = new Map([...select.options].flatMap(lines).flatMap(([, text]) => [[text.ja, text], [text.en, text]]));

  const element = (name, content, lang) => {
    const made = document.createElement(name);
    if (lang) made.lang = lang;
    made.append(...[content].flat());
    return made;
  };
  const ruby = ([piece, reading]) => (reading ? element("ruby", [piece, element("rp", "("), element("rt", reading), element("rp", ")")]) : piece);
  /** A text as nodes, the way that is chosen. */
  const ways = {
    ja: ({ ja }) => [element("span", ja, "ja")],
    read: ({ read }) => [element("span", read.map(ruby), "ja")],
    en: ({ en }) => [element("span", en, "en")],
    "ja-en": ({ ja, en }) => [element("span", ja, "ja"), element("span", en, "en")],
  };
  const long = (day, locale) => new Date(day).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" });
  const dated = (day) => ({ ja: long(day, "ja-JP"), en: long(day, "en-GB"), read: [[long(day, "ja-JP"), ""]] });
  /** The reader's own line has no other language, a day has. */
  function say(way, line) {
    const text = /^\d{4}-\d\d-\d\d$/.test(line) ? dated(line) : known.get(line);
    return text ? ways[way](text) : [element("span", line)];
  }

  function show() {
    const way = choices.elements.words.value;
    const values = sheet.values();
    preview.dataset.words = way;
    for (const [id, name, fields] of cards) {
      const card = preview.querySelector(`[data-card=${id}]`);
      card.querySelector(".emergency-card-title").replaceChildren(...ways[way](title));
      card.setAttribute("aria-label", name[own]);
      for (const [tag, label] of fields) {
        const place = card.querySelector(`[data-card-field=${tag}]`);
        place.hidden = !values[tag];
        place.querySelector("dt").replaceChildren(...ways[way](label));
        place.querySelector("dd").replaceChildren(...(values[tag] ?? "").split("\n").map((line) => element("p", say(way, line.trim()))));
      }
    }
    blank.href = blank.href.replace(/\.[a-z-]+\.docx$/, `.${way === "read" ? "ja" : way}.docx`);
  }
  /** The values of a DOCX in the language chosen: known lines change over, own ones stay. */
  sheet.finished = (values) => {
    const way = choices.elements.words.value;
    const to = (line) => {
      const text = known.get(line.trim());
      return text ? (way === "ja-en" ? `${text.ja} / ${text.en}` : text[way === "en" ? "en" : "ja"]) : line;
    };
    return Object.fromEntries(Object.entries(values).map(([tag, value]) => [tag, value === true ? value : value.split("\n").map(to).join("\n")]));
  };
  choices.querySelector("[data-add]").addEventListener("click", ({ target }) => {
    for (const [tags, text] of lines(select.selectedOptions[0]))
      for (const tag of tags.filter(Boolean)) {
        const field = sheet.fields.find(({ dataset }) => dataset.tag === tag);
        const held = field.value.split("\n").filter(Boolean);
        if (!held.includes(text[own])) field.value = [...held, text[own]].join("\n");
      }
    sheet.changed();
    show();
    choices.querySelector("[role=status]").textContent = target.dataset.add;
  });
  choices.addEventListener("change", show);
  choices.addEventListener("submit", (event) => event.preventDefault());
  for (const type of ["input", "change", "teichaku:restored"]) sheet.form.addEventListener(type, () => setTimeout(show));
  for (const button of preview.querySelectorAll("[data-print]")) button.addEventListener("click", () => Teichaku.device.printOnly(preview, button.dataset.print));
  section.hidden = preview.hidden = false;
  show();
})();
