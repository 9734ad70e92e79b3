/* Material's search listens to keyup alone: pasting, dictation and the end of an IME composition
   would go unheard. This hands each of them on as the keyup it waits for. */
(() => {
  "use strict";
  const field = document.querySelector("[data-md-component=search-query]");
  if (!field) throw new Error("search-input.js: the page has no search field");
  const tell = () => field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  field.addEventListener("input", (event) => event.isComposing || setTimeout(tell));
  field.addEventListener("compositionend", () => setTimeout(tell));
})();
