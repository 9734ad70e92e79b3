/* Hands something to the next page of this visit, once: the browser forgets it as soon as any page has opened.
   Nothing of it is in an address. Where storage is refused, nothing is handed over, and the giver is told. */
(() => {
  "use strict";
  const KEY = "teichaku-handed";
  /** @type {Record<string, unknown>} */
  let pending = {};
  /** @returns {Record<string, unknown>} what the page before has given */
  function taken() {
    try {
      const text = sessionStorage.getItem(KEY);
      sessionStorage.removeItem(KEY);
      return JSON.parse(text || "{}") || {};
    } catch {
      return {};
    }
  }
  /** @type {Record<string, unknown> | undefined} */
  let handed;
  /** @type {Handover["take"]} */
  function take(name) {
    handed = handed || taken();
    return handed[name];
  }
  /** @type {Handover["give"]} */
  function give(name, value) {
    take(name); // or what is given would be taken for what the page before gave
    pending = { ...pending, [name]: value };
    try {
      sessionStorage.setItem(KEY, JSON.stringify(pending));
      return true;
    } catch {
      return false;
    }
  }
  // Back by the browser's own page cache: nothing was read.
  if (globalThis.document) addEventListener("pageshow", ({ persisted }) => persisted && taken());
  globalThis.Teichaku = { ...globalThis.Teichaku, handover: { give, take } };
})();
