/* Keys that are the reader's own, kept from the theme, which listens on the window too and later: those of an input
   method, single letters (they would leave the page or open the search), Tab and Escape in the search. */
(() => {
  "use strict";
  const LETTERS = ["n", "p", ",", ".", "s", "f", "/"];
  /** Does it belong to an input method? Safari ends the composition first and reports its last key then, as 229.
   * @type {Keys["composing"]} */
  const composing = (event) => event.isComposing || event.keyCode === 229;
  /** Would the theme take it? `searching`: the search is open. @type {Keys["ours"]} */
  const ours = (key, searching) => (searching ? key === "Tab" || key === "Escape" : LETTERS.includes(key));

  function start() {
    addEventListener(
      "keydown",
      (event) => {
        if (!composing(event)) return;
        event.stopImmediatePropagation();
        if (event.key === "Enter" && !event.isComposing) event.preventDefault(); // it confirms a word and sends nothing
      },
      true,
    );
    addEventListener("keydown", (event) => {
      const search = document.getElementById("__search");
      if (ours(event.key, search instanceof HTMLInputElement && search.checked)) event.stopImmediatePropagation();
    });
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, keys: { composing, ours } };
  if (globalThis.document) start();
})();
