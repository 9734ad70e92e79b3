/* Words as they are compared: width, case, kind of kana, long vowels and usual spellings don't count. */
(() => {
  "use strict";
  const fold = (text) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60)) // katakana as hiragana
      .replace(/[\u30fc\u30fb\u00ad\u200b]/g, "")
      .replace(/\u969c(?:\u304c\u3044|\u7891)/g, "\u969c\u5bb3") // the three spellings of "disability"
      .replace(/\s+/g, " ")
      .trim();
  globalThis.Teichaku = { ...globalThis.Teichaku, fold };
})();
