/* What a page asks of the reader's device: save a file, copy words, keep or forget what was entered.
   Nothing is sent, and nothing is kept before the reader says so. */
(() => {
  "use strict";
  /** @type {Device["save"]} */
  function save(name, content, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  /** Copies `text`, which also stands in `box` for copying by hand; tells whether it worked.
   * @type {Device["copy"]} */
  async function copy(text, box) {
    box.value = text;
    box.hidden = false;
    box.select();
    if (!globalThis.navigator?.clipboard) return document.execCommand("copy"); // pages from a disk, old browsers
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  /** Prints one section of the page alone; `size` names how (`[data-printing]` in the styles).
   * @type {Device["printOnly"]} */
  function printOnly(section, size = "page") {
    const root = document.documentElement;
    root.dataset.printing = size;
    section.dataset.printed = "";
    for (const day of Teichaku.page.parts(section, "input[type=date]", HTMLInputElement))
      day.toggleAttribute("data-empty", !day.value);
    addEventListener(
      "afterprint",
      () => {
        delete root.dataset.printing;
        delete section.dataset.printed;
      },
      { once: true },
    );
    print();
  }
  /** One place of the browser's storage. A browser may forbid it: then nothing is kept.
   * @type {Device["memory"]} */
  const memory = (key) => {
    /** @param {(store: Storage) => string | null | undefined} act */
    const attempt = (act) => {
      try {
        return act(localStorage) ?? null;
      } catch {
        return null;
      }
    };
    return {
      get: () => attempt((store) => store.getItem(key)),
      set: (text) => void attempt((store) => void store.setItem(key, text)),
      clear: () => void attempt((store) => void store.removeItem(key)),
    };
  };
  globalThis.Teichaku = { ...globalThis.Teichaku, device: { copy, memory, printOnly, save } };
})();
