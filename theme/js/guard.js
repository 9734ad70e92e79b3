/* Says so where a script of the page is missing, fails, or is too young for the browser: one sentence at what it should
   have made work. Syntax of 2019, like all of the frame, so that it is read by browsers that can't read the others. */
(() => {
  "use strict";
  const DEAD = "article form[inert], article [data-scripted][inert], article [data-scripted][disabled]";

  /** @param {string | undefined} words */
  function start(words) {
    let said = false;
    /** @param {Element | null | undefined} place */
    function say(place) {
      if (said || !place) return;
      said = true;
      const sentence = document.createElement("p");
      sentence.className = "warning";
      sentence.setAttribute("role", "alert");
      sentence.textContent = words || "";
      place.before(sentence);
    }
    /** @param {Element | null} element */
    const around = (element) => element && (element.closest("form") || element.closest("section"));
    /** What still waits for its script. */
    const dead = () => around(document.querySelector(DEAD));
    /** Where something fails later: the form that was used last. */
    const used = () => around(document.activeElement) || document.querySelector("article form");
    /** From a disk, browsers don't say which script has failed. @param {string} where */
    const ours = (where) => /\/js\/(?!head)[\w-]+\.js/.test(where) || (location.protocol === "file:" && !where);
    addEventListener("load", () => setTimeout(() => say(dead())));
    addEventListener("error", ({ filename }) => {
      if (document.readyState === "complete" && ours(filename)) say(dead() || used());
    });
    addEventListener("unhandledrejection", ({ reason }) => {
      if (reason instanceof Error && ours(reason.stack || "")) say(used());
    });
  }
  if (globalThis.document) start(/** @type {HTMLScriptElement} */ (document.currentScript).dataset.failed);
})();
