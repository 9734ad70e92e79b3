/* The theme's own few lines about the browser's storage, as a file, so that a policy without exceptions holds. A
   browser may refuse its storage (blocked site data, a sandboxed frame): then reading finds nothing, writing does
   nothing, and nothing else goes with it. */
(() => {
  "use strict";
  const { scope } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  globalThis.__md_scope = new URL(scope || "/", location.href);
  globalThis.__md_hash = (text) => [...text].reduce((sum, each) => (sum << 5) - sum + each.charCodeAt(0), 0);
  /** @param {string} key @param {URL} at */
  const named = (key, at) => `${at.pathname}.${key}`;
  globalThis.__md_get = (key, store, at = __md_scope) => {
    try {
      return JSON.parse((store || localStorage).getItem(named(key, at)) || "null");
    } catch {
      return null;
    }
  };
  globalThis.__md_set = (key, value, store, at = __md_scope) => {
    try {
      (store || localStorage).setItem(named(key, at), JSON.stringify(value));
    } catch {
      // refused or full: it holds for this page alone
    }
  };
})();
