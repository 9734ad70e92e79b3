/* What stands under the search box where the guide has no answer: whom to ask, and words to try. */
(() => {
  "use strict";
  /** Puts a word into the search box, as if it were typed. @param {string} word */
  function ask(word) {
    const field = /** @type {HTMLInputElement} */ (document.querySelector(".md-search__input"));
    field.value = word;
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  /** @param {Search.Results} results @param {string} query */
  function help({ items, near, sure }, query) {
    const place = /** @type {HTMLElement} */ (document.querySelector("[data-search-help]"));
    place.hidden = (items.length > 0 && sure) || !query.trim();
    const tries = /** @type {HTMLElement} */ (place.querySelector("ul"));
    const intro = /** @type {HTMLElement} */ (place.querySelector("[data-near]"));
    tries.hidden = !near.length;
    intro.hidden = !near.length;
    tries.replaceChildren(
      ...near.map((word) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = word;
        button.addEventListener("click", () => ask(word));
        const entry = document.createElement("li");
        entry.append(button);
        return entry;
      }),
    );
  }

  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, help } };
})();
