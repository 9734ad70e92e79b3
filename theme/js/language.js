/* The switch to the other language keeps the section, and by way of carry.js what stands in the page's forms; where
   that can't be handed over, the page asks before it is left (work.js). */
(() => {
  "use strict";
  /** @param {HTMLAnchorElement} link */
  function start(link) {
    const own = link.href;
    /** @param {boolean} handed what stands in the forms goes its own way: then a fragment of it stays out of the
     * address */
    const keep = (handed) => {
      link.href = own + (handed && location.hash.includes("=") ? "" : location.hash);
    };
    for (const how of ["pointerdown", "focus"]) link.addEventListener(how, () => keep(true));
    link.addEventListener("click", ({ ctrlKey, metaKey, shiftKey }) => {
      const away = ctrlKey || metaKey || shiftKey; // in a tab of its own: this one keeps its words
      keep(!away && Boolean(Teichaku.carry && Teichaku.carry.give()));
    });
  }
  const link = globalThis.document && document.querySelector("a.switch");
  if (link instanceof HTMLAnchorElement) start(link);
})();
