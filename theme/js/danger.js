/* Words of danger in the search box: the help lines stand above everything, at once, whatever becomes of the index. */
(() => {
  "use strict";
  const KATAKANA = /[\u30a1-\u30f6]/g;
  const TO_HIRAGANA = 0x60;

  /** One form for spellings: width, case, kana, spaces, apostrophes. @param {string} text */
  const plain = (text) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - TO_HIRAGANA))
      .replace(/[\s'\u2018\u2019-]/g, "");
  /** Does what is typed tell of danger? @param {string} typed @param {string[]} words */
  function tells(typed, words) {
    const text = plain(typed);
    return words.some((word) => text.includes(plain(word)));
  }

  if (globalThis.document)
    document.addEventListener("DOMContentLoaded", () => {
      const field = document.querySelector(".md-search__input");
      const box = document.querySelector("[data-danger]");
      if (!(field instanceof HTMLInputElement) || !(box instanceof HTMLElement)) return;
      const words = JSON.parse(box.dataset.danger || "[]");
      const look = () => {
        box.hidden = !tells(field.value, words);
      };
      field.addEventListener("input", look);
      if (field.form) field.form.addEventListener("reset", () => setTimeout(look));
      look();
    });
  globalThis.Teichaku = { ...globalThis.Teichaku, danger: { plain, tells } };
})();
