/* What a page asks of the reader's device: save a file, copy words, keep or forget what was entered.
   Nothing is sent, and nothing is kept before the reader says so. */
(() => {
  "use strict";
  /** @param {string} name of the file @param {BlobPart} content @param {string} type */
  function save(name, content, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  /** Copies `text`, which also stands in `box` for copying by hand. @returns {Promise<boolean>} whether it worked */
  async function copy(text, box) {
    box.value = text;
    box.hidden = false;
    box.select();
    return navigator.clipboard?.writeText(text).then(() => true, () => false) ?? document.execCommand("copy");
  }
  /** Prints one section of the page alone; `size` names how (print.css). */
  function printOnly(section, size = "page") {
    const root = document.documentElement;
    root.dataset.printing = size;
    section.dataset.printed = "";
    for (const day of section.querySelectorAll("input[type=date]")) day.toggleAttribute("data-empty", !day.value);
    addEventListener("afterprint", () => {
      delete root.dataset.printing;
      delete section.dataset.printed;
    }, { once: true });
    print();
  }
  /** One place of the browser's storage. A browser may forbid it: then nothing is kept. */
  const memory = (key) => {
    const attempt = (act) => {
      try {
        return act(localStorage);
      } catch {
        return null;
      }
    };
    return {
      get: () => attempt((store) => store.getItem(key)),
      set: (text) => attempt((store) => store.setItem(key, text)),
      clear: () => attempt((store) => store.removeItem(key)),
    };
  };
  globalThis.Teichaku = { ...globalThis.Teichaku, device: { copy, memory, printOnly, save } };
})();
