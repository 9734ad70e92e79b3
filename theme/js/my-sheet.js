/* Collects accommodations onto the reader's own sheet: a form (js/sheet-form.js) whose rows fill, move and empty. */
(() => {
  "use strict";
  const sheet = Teichaku.sheetForms["accommodation-talk-own"];
  const { form, said } = sheet;
  const spoken = JSON.parse(document.querySelector("[data-my-sheet]").dataset.mySheet);
  const rows = [...form.querySelectorAll("[data-grid=talk] .sheet-form-row")];
  const fields = (row) => [...row.querySelectorAll("[data-tag]")];
  const what = (row) => fields(row)[0];
  const filled = (row) => fields(row).some((field) => field.value.trim());
  const buttons = [...document.querySelectorAll("[data-collect]")];
  const titles = new Map(buttons.map((button) => [button.dataset.collect, button.dataset.title]));
  const empty = document.querySelector(".my-sheet-empty");
  /** The entry a row came from, as long as it holds anything. */
  const entry = new Map();

  const read = (row) => fields(row).map((field) => field.value);
  const write = (row, values) => fields(row).forEach((field, at) => (field.value = values[at] ?? ""));
  function show() {
    const used = rows.filter((row) => !row.hidden).length;
    rows.forEach((row, at) => {
      row.querySelector("[data-move=up]").disabled = at === 0;
      row.querySelector("[data-move=down]").disabled = at >= used - 1;
    });
    const held = new Set(entry.values());
    for (const button of buttons) {
      const pressed = held.has(button.dataset.collect);
      button.setAttribute("aria-pressed", String(pressed));
      button.firstElementChild.textContent = pressed ? spoken.remove : spoken.add;
    }
    empty.hidden = used > 0;
    document.querySelector("[data-count]").textContent = used;
    const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    held.size ? state.set("mine", [...rows].map((row) => entry.get(row)).filter(Boolean).join(".")) : state.delete("mine");
    if (String(state) !== location.hash.slice(1)) history.replaceState(null, "", state.size ? `#${state}` : location.pathname + location.search);
    sheet.changed();
  }
  function add(id, words) {
    if (id && [...entry.values()].includes(id)) return null;
    const row = rows.find((each) => each.hidden);
    if (!row) {
      said.textContent = document.querySelector(".explorer-said").textContent = spoken.full.replace("{count}", rows.length);
      return null;
    }
    row.hidden = false;
    what(row).value = words;
    if (id) entry.set(row, id);
    show();
    return row;
  }
  /** Takes a row out; those below move up. */
  function remove(row) {
    for (let at = rows.indexOf(row); at < rows.length; at++) {
      const below = rows[at + 1];
      if (!below || below.hidden) {
        write(rows[at], []);
        rows[at].hidden = true;
        entry.delete(rows[at]);
        break;
      }
      write(rows[at], read(below));
      entry.has(below) ? entry.set(rows[at], entry.get(below)) : entry.delete(rows[at]);
    }
    show();
  }
  function swap(row, other) {
    const [mine, theirs] = [read(row), read(other)];
    const [from, to] = [entry.get(row), entry.get(other)];
    write(row, theirs);
    write(other, mine);
    to ? entry.set(row, to) : entry.delete(row);
    from ? entry.set(other, from) : entry.delete(other);
    show();
  }
  const move = {
    up: (row) => (swap(row, rows[rows.indexOf(row) - 1]), rows[rows.indexOf(row) - 1]),
    down: (row) => (swap(row, rows[rows.indexOf(row) + 1]), rows[rows.indexOf(row) + 1]),
    out: (row) => remove(row),
  };
  for (const [at, row] of rows.entries()) {
    const cell = document.createElement("div");
    cell.className = "my-sheet-move";
    for (const name of Object.keys(move)) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.move = name;
      button.textContent = spoken[name];
      button.setAttribute("aria-label", spoken[`${name}_row`].replace("{number}", at + 1));
      button.addEventListener("click", () => {
        const to = move[name](row);
        said.textContent = to ? spoken.moved.replace("{number}", rows.indexOf(to) + 1) : spoken.removed;
        const next = to?.querySelector(`[data-move=${name}]:enabled`) ?? to?.querySelector("[data-move]:enabled") ?? document.querySelector("[data-own]");
        next.focus();
      });
      cell.append(button);
    }
    row.append(cell);
  }
  sheet.without = () => rows.filter((row) => row.hidden && row !== rows[0]).map((row) => what(row).dataset.tag);
  document.querySelector("[data-own]").addEventListener("click", () => {
    const row = add("", "");
    if (row) what(row).focus();
  });
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const id = button.dataset.collect;
      const row = rows.find((each) => entry.get(each) === id);
      if (row) remove(row);
      else add(id, button.dataset.title);
      document.querySelector(".explorer-said").textContent = spoken.holds.replace("{count}", rows.filter((each) => !each.hidden).length);
    });
  }
  const restored = () => {
    entry.clear();
    for (const row of rows) {
      row.hidden = !filled(row);
      const [id] = [...titles].find(([, title]) => title === what(row).value) ?? [];
      if (id) entry.set(row, id);
    }
    show();
  };
  function arrive() {
    const asked = new URLSearchParams(location.hash.slice(1)).get("mine")?.split(".") ?? [];
    for (const id of asked) if (titles.has(id)) add(id, titles.get(id));
  }
  form.addEventListener("teichaku:restored", restored);
  addEventListener("hashchange", arrive);
  const asked = location.hash; // restoring writes the link anew
  restored();
  if (asked.includes("mine=")) {
    history.replaceState(null, "", asked);
    arrive();
  }
})();
