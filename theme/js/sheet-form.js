/* A worksheet filled in on the page: the DOCX made in the browser, the page on paper, what is kept on this device.
   Nothing is said to be done while something that was typed isn't in it. Other scripts find the forms in
   Teichaku.sheetForms, by sheet. */
(() => {
  "use strict";
  const { held, part, parts } = Teichaku.page;

  /** Keeping what stands in a form on this device, as long as its box is ticked. Of several tabs with one sheet the
   * first to keep it does; the others are told. @param {HTMLInputElement} box @param {string} sheet @param {() =>
   * string} current @param {(words: string) => void} say @param {Spoken} spoken */
  function keeping(box, sheet, current, say, spoken) {
    const memory = Teichaku.device.memory(`teichaku-sheet-${sheet}`);
    /** @param {string} words */
    const stop = (words) => {
      box.checked = false;
      say(words);
    };
    let ours = false; // what is kept stands in this tab: a tick is an input before it is a change
    function update() {
      if (!box.checked || (!ours && memory.get())) return;
      ours = memory.set(current());
      if (!ours) stop(spoken.not_kept);
      else box.form?.dispatchEvent(new CustomEvent("teichaku:saved"));
    }
    function clear() {
      ours = false;
      memory.clear();
    }
    box.addEventListener("change", () => {
      if (!box.checked) clear();
      else if (!ours && memory.get()) stop(spoken.kept_elsewhere);
      else update();
    });
    memory.changed(() => box.checked && stop(spoken.kept_elsewhere));
    return {
      ...{ clear, update },
      /** What an earlier visit kept. @returns {Values | null} */
      earlier() {
        const text = memory.get();
        const found = text ? Teichaku.sheetValues.kept(text) : null;
        if (text && !found) {
          memory.clear();
          say(spoken.kept_unreadable);
        }
        box.checked = ours = found !== null;
        return found;
      },
    };
  }

  /** Back to boxes to write in. @param {HTMLFormElement} form */
  function folded(form) {
    for (const words of form.querySelectorAll(".sheet-form-printed")) words.remove();
  }
  /** What is written, as words on paper: a box would cut it off where the browser does not let it grow, and at the end
   * of a page. @param {HTMLFormElement} form */
  function spreadOut(form) {
    folded(form);
    for (const box of form.querySelectorAll("textarea")) {
      const words = document.createElement("p");
      words.className = "sheet-form-printed";
      words.textContent = box.value;
      if (box.value) box.before(words);
    }
  }

  /** @param {HTMLElement} section @returns {SheetForm} */
  function sheetForm(section) {
    const { assessed, device } = Teichaku;
    /** @type {Spoken} */
    const spoken = JSON.parse(held(section, "spoken"));
    const form = part(section, "form", HTMLFormElement);
    const said = part(section, ".sheet-form-said", HTMLElement);
    const blank = part(section, "[data-blank]", HTMLAnchorElement);
    const label = part(form, "[name=label]", HTMLInputElement);
    const values = Teichaku.sheetValues.of(form);
    const { fields } = values;
    /** @param {string} words */
    const say = (words) => {
      said.textContent = words;
    };
    const keep = keeping(
      part(form, "[name=keep]", HTMLInputElement),
      held(section, "sheetForm"),
      () => JSON.stringify(values.keep()),
      say,
      spoken,
    );
    const all = () => ({ ...values.read(), ...assessed.means(form, fields, spoken) });
    const changed = () => {
      all();
      keep.update();
    };
    const name = () => device.fileName(held(section, "title"), shared.month(), label.value);
    /** Is everything in it that was typed? Else the reader is led to the first field that can't be read. */
    function sound() {
      const fault = values.fault();
      if (!(fault instanceof HTMLElement)) return true;
      say(spoken.unread);
      fault.focus();
      return false;
    }

    /** @type {SheetForm} */
    const shared = {
      ...{ changed, fields, form, said, sound },
      values: values.read,
      put: values.put,
      month: values.month,
      finished: (found) => found,
      without: () => [],
    };
    /** @type {Record<string, () => void>} */
    const take = {
      docx: () => {
        /** @type {[HTMLAnchorElement, Values, string[], string]} */
        const made = [blank, shared.finished(all()), shared.without(), name()];
        const saved = Teichaku.wish.tool("fill").then(() => Teichaku.fill.save(...made));
        saved.then(
          () => {
            say(spoken.made);
            form.dispatchEvent(new CustomEvent("teichaku:saved"));
          },
          () => say(spoken.not_made),
        );
      },
      print: () => device.printOnly(section),
    };
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", ({ target }) => {
      const act = target instanceof HTMLButtonElement && take[target.dataset.take ?? ""];
      if (act && sound()) act();
    });
    form.addEventListener("reset", () =>
      setTimeout(() => {
        keep.clear();
        values.put({});
        changed();
        say(spoken.cleared);
        form.dispatchEvent(new CustomEvent("teichaku:restored"));
      }),
    );
    // A page that is printed gives its title to the file it may be saved in; the browser's history keeps the other.
    const title = document.title;
    addEventListener("beforeprint", () => {
      document.title = name() || title;
      spreadOut(form);
    });
    addEventListener("afterprint", () => {
      document.title = title;
      folded(form);
    });
    form.inert = false;
    const earlier = keep.earlier();
    if (earlier) values.put(earlier); // without it, what the browser has kept for "back" stays
    setTimeout(changed); // what follows from it is shown once the page stands there
    return shared;
  }
  if (globalThis.document)
    Teichaku.sheetForms = Object.fromEntries(
      parts(document, "[data-sheet-form]", HTMLElement).map((section) => [
        held(section, "sheetForm"),
        sheetForm(section),
      ]),
    );
})();
