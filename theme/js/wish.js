/* What is loaded only when the reader reaches for it: scripts of the site, each once, and again if it has failed. */
(() => {
  "use strict";
  const own = /** @type {HTMLScriptElement | null | undefined} */ (globalThis.document && document.currentScript);
  const beside = own ? own.src : "";

  /** @type {Map<string, Promise<void>>} */
  const loading = new Map();
  /** @type {Wish["load"]} */
  function load(path, from = location.href) {
    const before = loading.get(path);
    if (before) return before;
    /** @type {Promise<void>} */
    const now = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(path, from).href;
      script.onload = () => resolve();
      script.onerror = () => {
        script.remove();
        loading.delete(path);
        reject(new Error(`${path} cannot be loaded`));
      };
      document.head.append(script);
    });
    loading.set(path, now);
    return now;
  }
  /** @type {Wish["tool"]} */
  const tool = (...names) => Promise.all(names.map((name) => load(`${name}.js`, beside)));
  globalThis.Teichaku = { ...globalThis.Teichaku, wish: { load, tool } };
})();
