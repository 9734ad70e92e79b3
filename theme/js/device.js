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
  // What no system takes in a file's name, and signs that nobody sees.
  const UNNAMEABLE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu;
  const LONGEST = 60; // letters of one part of a file's name: every sheet's title stays whole
  /** A file's name from its parts, without what is empty. @type {Device["fileName"]} */
  const fileName = (...parts) =>
    parts
      .map((part) => [...part.replace(UNNAMEABLE, " ").replace(/\s+/g, " ").trim()].slice(0, LONGEST).join(""))
      .map((part) => part.replace(/^[. ]+|[. ]+$/g, ""))
      .filter(Boolean)
      .join("_");
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
  /** One place of the browser's storage. A browser may forbid it, or have no room left: `set` tells whether it is kept.
   * @type {Device["memory"]} */
  const memory = (key) => {
    /** @template Found @param {(store: Storage) => Found} act @returns {Found | undefined} */
    const attempt = (act) => {
      try {
        return act(localStorage);
      } catch {
        return undefined;
      }
    };
    return {
      get: () => attempt((store) => store.getItem(key)) ?? null,
      set: (text) =>
        attempt((store) => {
          store.setItem(key, text);
          return store.getItem(key) === text;
        }) ?? false,
      clear: () => void attempt((store) => store.removeItem(key)),
      changed: (act) =>
        addEventListener("storage", (event) => {
          if (event.key === key || event.key === null) act(event.key && event.newValue);
        }),
    };
  };
  globalThis.Teichaku = { ...globalThis.Teichaku, device: { copy, fileName, memory, printOnly, save } };
})();
