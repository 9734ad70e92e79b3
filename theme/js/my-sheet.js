/* Collects accommodations onto the reader's own sheet: a form (js/sheet-form.js) whose rows fill, move and empty.
   Rows in use stand first; the others are hidden. */
(() => {
  "use strict";
  const { filled, held, part, parts, recall, remember } = Teichaku.page;

  /** @type {MySheet["removed"]} */
  const removed = (rows, at) => rows.filter((_, here) => here !== at);
  /** @type {MySheet["swapped"]} */
  const swapped = (rows, at, other) =>
    rows.map((row, here) => (here === at ? rows[other] : here === other ? rows[at] : row));
  /** @type {MySheet["inUse"]} */
  const inUse = (rows) => rows.filter(({ values }) => values.some((each) => each.trim()));
  /** The rows of the form as values, and back. A row remembers the entry it came from as long as it holds anything.
   * @param {HTMLFormElement} form */
  function rowsOf(form) {
    const lines = parts(form, "[data-grid=talk] .sheet-form-row", HTMLFieldSetElement);
    const fields = lines.map((line) => Teichaku.sheetFields(line));
    /** @type {(string | undefined)[]} */
    let entries = [];
    return {
      lines,
      what: fields.map(([first]) => first),
      /** @returns {OwnRow[]} of all lines */
      all: () => fields.map((line, at) => ({ values: line.map(({ value }) => value), entry: entries[at] })),
      /** @returns {OwnRow[]} of the lines in use */
      used() {
        return this.all().filter((_, at) => !lines[at].hidden);
      },
      /** @param {OwnRow[]} rows */
      write(rows) {
        fields.forEach((line, at) => {
          line.forEach((field, place) => {
            const value = rows[at]?.values[place] ?? "";
            if (field.value !== value) field.value = value; // a date half typed stays
          });
          lines[at].hidden = at >= rows.length;
        });
        entries = rows.map(({ entry }) => entry);
      },
    };
  }

  /** A row as the page in the other language had it: which accommodation it came from, and whether in the guide's
   * words. @type {MySheet["translated"]} */
  function translated({ values, entry }, given, titles) {
    const [came, whole] = Array.isArray(given) ? given : [];
    const title = titles.get(String(came));
    return title
      ? { values: whole === true ? [title, ...values.slice(1)] : values, entry: String(came) }
      : { values, entry };
  }

  /** Buttons beside each row.
   * @param {HTMLElement} line @param {number} at @param {Spoken} spoken
   * @param {(name: "up" | "down" | "out", at: number) => void} move */
  function addButtons(line, at, spoken, move) {
    const cell = document.createElement("div");
    cell.className = "my-sheet-move";
    for (const name of /** @type {const} */ (["up", "down", "out"])) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.move = name;
      button.textContent = spoken[name];
      button.setAttribute("aria-label", filled(spoken[`${name}_row`], { number: at + 1 }));
      button.addEventListener("click", () => move(name, at));
      cell.append(button);
    }
    line.append(cell);
  }

  /** Says on the buttons of the accommodations which the sheet holds.
   * @param {HTMLButtonElement[]} buttons @param {string[]} entries @param {Spoken} spoken */
  function showTaken(buttons, entries, spoken) {
    for (const button of buttons) {
      const pressed = entries.includes(held(button, "collect"));
      button.setAttribute("aria-pressed", String(pressed));
      part(button, "span", HTMLElement).textContent = pressed ? spoken.remove : spoken.add;
    }
  }
  function start() {
    const sheet = Teichaku.sheetForms["accommodation-talk-own"];
    const { form, said } = sheet;
    const explorer = part(document, "[data-my-sheet]", HTMLElement);
    const saidAbove = part(explorer, ".explorer-said", HTMLElement);
    const own = part(document, "[data-own]", HTMLButtonElement);
    /** @type {Spoken} */
    const spoken = JSON.parse(held(explorer, "mySheet"));
    const buttons = parts(document, "[data-collect]", HTMLButtonElement);
    const titles = new Map(buttons.map((button) => [held(button, "collect"), held(button, "title")]));
    const rows = rowsOf(form);

    /** @param {OwnRow[]} used */
    function put(used) {
      rows.write(used);
      rows.lines.forEach((line, at) => {
        part(line, "[data-move=up]", HTMLButtonElement).disabled = at === 0;
        part(line, "[data-move=down]", HTMLButtonElement).disabled = at >= used.length - 1;
      });
      const entries = used.flatMap(({ entry }) => entry ?? []);
      showTaken(buttons, entries, spoken);
      part(document, ".my-sheet-empty", HTMLElement).hidden = used.length > 0;
      part(document, "[data-count]", HTMLElement).textContent = String(used.length);
      remember("mine", entries);
      sheet.changed();
    }
    /** Adds an accommodation, or a row for words of one's own; tells the row.
     * @param {string} [entry] */
    function add(entry) {
      const used = rows.used();
      if (entry && used.some((row) => row.entry === entry)) return undefined;
      if (used.length === rows.lines.length) {
        said.textContent = saidAbove.textContent = filled(spoken.full, { count: used.length });
        return undefined;
      }
      put([...used, { values: [(entry && titles.get(entry)) || ""], entry }]);
      return used.length;
    }
    /** @param {"up" | "down" | "out"} name @param {number} at */
    function move(name, at) {
      const to = { up: at - 1, down: at + 1, out: undefined }[name];
      put(to === undefined ? removed(rows.used(), at) : swapped(rows.used(), at, to));
      said.textContent = to === undefined ? spoken.removed : filled(spoken.moved, { number: to + 1 });
      const line = to === undefined ? undefined : rows.lines[to];
      const next =
        line?.querySelector(`[data-move=${name}]:enabled`) ?? line?.querySelector("[data-move]:enabled") ?? own;
      if (next instanceof HTMLElement) next.focus();
    }
    /** What stands in the form now: what the browser or an earlier visit kept. */
    function restored() {
      const id = new Map([...titles].map(([entry, title]) => [title, entry]));
      put(inUse(rows.all()).map(({ values }) => ({ values, entry: id.get(values[0]) })));
    }
    /** @param {unknown} entries of a link, or of this page before it was left */
    function arrive(entries) {
      if (Array.isArray(entries)) for (const entry of entries.map(String)) if (titles.has(entry)) add(entry);
    }
    /** What an address carries, unless the explorer has noted it already. */
    const linked = () => Teichaku.explorer.restored(location.hash.slice(1))?.mine;

    for (const [at, line] of rows.lines.entries()) addButtons(line, at, spoken, move);
    sheet.without = () => rows.what.filter((_, at) => at > 0 && rows.lines[at].hidden).map((what) => held(what, "tag"));
    own.addEventListener("click", () => {
      const at = add();
      if (at !== undefined) rows.what[at].focus();
    });
    for (const button of buttons) {
      button.addEventListener("click", () => {
        const at = rows.used().findIndex((row) => row.entry === held(button, "collect"));
        if (at < 0) add(held(button, "collect"));
        else put(removed(rows.used(), at));
        saidAbove.textContent = filled(spoken.holds, { count: rows.used().length });
      });
    }
    form.addEventListener("teichaku:restored", restored);
    addEventListener("hashchange", () => arrive(linked() ?? recall("mine")));
    // An accommodation whose words stand as the guide has them is said in the other language there.
    Teichaku.carry?.also(
      "mySheet",
      () => inUse(rows.used()).map(({ values, entry }) => [entry, values[0] === (entry && titles.get(entry))]),
      (given) => {
        const entries = Array.isArray(given) ? given : [];
        put(rows.used().map((row, at) => translated(row, entries[at], titles)));
      },
    );
    Teichaku.mySheet.picked = () => rows.used().flatMap(({ entry }) => entry ?? []);
    const before = linked() ?? recall("mine"); // restoring notes what is there now
    restored();
    arrive(before);
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, mySheet: { inUse, picked: () => [], removed, swapped, translated } };
  if (globalThis.document) start();
})();
