/* One person's earlier assessments over the one on the page: their means in the radar, each with its own line, and in a
   table. `summary` on the command line does the same, into files. */
(() => {
  "use strict";
  const { enhanced, filled, held, listed, part, parts } = Teichaku.page;
  const MOST = 4; // kinds of line that can be told apart (css/sheet-form.css)
  const SVG = "http://www.w3.org/2000/svg";

  /** @param {string} name @param {Record<string, string>} attributes */
  function drawn(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }
  /** A cell of a table. @param {"th" | "td"} kind @param {string} words @param {Element[]} before */
  function cell(kind, words, before = []) {
    const made = document.createElement(kind);
    if (kind === "th") made.setAttribute("scope", "col");
    made.append(...before, words);
    return made;
  }
  /** @param {string} text */
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");

  /** The answers of a file, as codes. @param {FormField[]} fields @param {ReadSheet} found */
  const answered = (fields, found) =>
    fields.map((field) => {
      const value = found.values[held(field, "tag")];
      return String((value && Teichaku.sheetOpen.taken(field, value)) || "");
    });
  /** Those of one person that hold answers, and why the others are left out.
   * @param {Then[]} found @param {string} named whose the page is, if it says so @param {Spoken} spoken */
  function ofOne(found, named, spoken) {
    const whose = named || found.map(({ person }) => person).find(Boolean) || "";
    /** @type {string[]} */
    const why = [];
    const same = found.filter(({ file, means, person }) => {
      const other = person !== "" && whose !== "" && person !== whose;
      const key = other ? "then_other" : means.every((each) => each === null) ? "then_none" : "";
      if (key) why.push(filled(spoken[key], { name: file }));
      return !key;
    });
    return { same: same.sort((a, b) => a.day - b.day), why };
  }
  /** A table's head and rows. @param {HTMLElement} table @param {HTMLTableRowElement[]} rows @param {Then[]} all
   * @param {Spoken} spoken */
  function tabulate(table, rows, all, spoken) {
    const heads = all.map(({ label }, at) => {
      const sample = drawn("svg", { viewBox: "0 0 200 40", class: "sheet-form-line", "aria-hidden": "true" });
      sample.append(drawn("polygon", { points: "0,20 200,20", "data-then": String(at + 1) }));
      return cell("th", ` ${label}`, [sample]);
    });
    const first = cell("th", part(table, "th", HTMLElement).textContent ?? "");
    part(table, "thead tr", HTMLTableRowElement).replaceChildren(first, ...heads);
    const body = rows.map((row, at) => {
      const made = document.createElement("tr");
      const head = cell("th", part(row, "th", HTMLElement).textContent ?? "");
      head.setAttribute("scope", "row");
      made.append(head, ...all.map(({ means }) => cell("td", means[at]?.toFixed(1) ?? spoken.mean_none)));
      return made;
    });
    part(table, "tbody", HTMLTableSectionElement).replaceChildren(...body);
    table.hidden = !all.length;
  }

  /** @param {HTMLElement} place */
  function enhance(place) {
    /** @type {Record<string, string>} */
    const editions = JSON.parse(held(place, "sheetThen"));
    const section = /** @type {HTMLElement} */ (place.closest("[data-sheet-form]"));
    /** @type {Spoken} */
    const spoken = JSON.parse(held(section, "spoken"));
    const opening = part(section, "[data-sheet-open]", HTMLElement);
    /** @type {OpenedSheet} */
    const sheet = JSON.parse(held(opening, "sheetOpen"));
    const form = Teichaku.sheetForms[held(section, "sheetForm")];
    /** @type {Spoken} */
    const reasons = { ...sheet.refused, another_sheet: spoken.another_sheet, old_browser: spoken.old_browser };
    const rows = parts(form.form, "[data-means] [data-element]", HTMLTableRowElement);
    const items = form.fields.filter((field) => field.dataset.element);
    const tags = ["name", "assessed-on", ...items.map((field) => held(field, "tag"))];
    const table = part(place, ".wide", HTMLElement);
    const said = part(place, "[role=status]", HTMLElement);
    const picked = part(place, "input[type=file]", HTMLInputElement);

    /** What a file says: when, by whom, its means. @param {File} file @returns {Promise<Then>} */
    async function read(file) {
      await Teichaku.sheetOpen.reader();
      const { Refused, unpacked } = Teichaku.sheetPackage;
      const found = Teichaku.sheetRead.read(
        await unpacked(new Uint8Array(await file.arrayBuffer())),
        tags,
        sheet.signs,
      );
      if (!editions[found.id]) throw new Refused("another_sheet", { title: sheet.title });
      /** @param {string} tag */
      const words = (tag) => found.values[tag]?.words ?? "";
      const means = rows.map((row) => {
        const own = items.filter((field) => field.dataset.element === row.dataset.element);
        return Teichaku.assessed.mean(answered(own, found), Number(held(row, "count"))).value;
      });
      const { day } = Teichaku.dates.read(words("assessed-on"), Teichaku.words);
      const label = [editions[found.id], words("assessed-on")].filter(Boolean).join(" ");
      return { day: day ?? 0, file: file.name, label, means, person: folded(words("name")) };
    }
    /** @param {Then[]} all */
    function draw(all) {
      const svg = form.form.querySelector("[data-radar] svg");
      for (const each of svg?.querySelectorAll("[data-then]") ?? []) each.remove();
      for (const [at, { means }] of all.entries()) {
        const points = Teichaku.assessed.corners(means).map((each) => each.join());
        svg?.append(drawn("polygon", { points: points.join(" "), "data-then": String(at + 1) }));
      }
      tabulate(table, rows, all, spoken);
    }

    /** @param {Iterable<File>} files */
    async function readAll(files) {
      /** @type {string[]} */
      const why = [];
      /** @type {Then[]} */
      const found = [];
      for (const file of files) {
        try {
          found.push(await read(file));
        } catch (error) {
          if (!(error instanceof Teichaku.sheetPackage.Refused)) throw error;
          why.push(filled(spoken.refused, { name: file.name, said: filled(reasons[error.key], error.values) }));
        }
      }
      return { found, why };
    }

    picked.addEventListener("change", async () => {
      const { found, why } = await readAll(picked.files ?? []);
      const { same, why: others } = ofOne(found, folded(String(form.values().name ?? "")), spoken);
      const all = same.slice(-MOST);
      draw(all);
      const labels = all.map(({ label, file }) => label || file);
      said.textContent = [
        ...(all.length ? [filled(spoken.then_drawn, { words: listed(labels) })] : []),
        ...(same.length > MOST ? [spoken.then_most] : []),
        ...why,
        ...others,
      ].join(" ");
      picked.value = "";
    });
    form.form.addEventListener("reset", () => {
      said.textContent = "";
      draw([]);
    });
  }
  enhanced("[data-sheet-then]", enhance);
})();
