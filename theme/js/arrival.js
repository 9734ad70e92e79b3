/* Where a link leads: what is folded around it opens, and after a search the words that were found are marked. They
   come from the page before (handover.js) and stand in no address. */
(() => {
  "use strict";
  const { handover } = Teichaku;
  const MOST = 200; // marks on a page
  const SILENT = "script, style, template, svg, form, mark, .visually-hidden";

  /** Where words stand in a text, in order, none in another. @type {Arrival["found"]} */
  function found(text, words) {
    const lower = text.toLowerCase();
    if (lower.length !== text.length) return []; // a letter that is two in small ones: places would be wrong
    /** @type {[start: number, end: number][]} */
    const spans = [];
    for (let at = 0; at < lower.length; ) {
      const here = words
        .map((word) => ({ start: lower.indexOf(word, at), end: 0, word }))
        .filter(({ start }) => start >= 0);
      if (!here.length) break;
      const { start, word } = here.reduce((one, other) => (other.start < one.start ? other : one));
      spans.push([start, start + word.length]);
      at = start + word.length;
    }
    return spans;
  }

  /** @param {HTMLElement} root @param {string[]} words */
  function mark(root, words) {
    const sought = [...new Set(words.map((word) => word.trim().toLowerCase()))].filter(Boolean);
    sought.sort((one, other) => other.length - one.length);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    let left = MOST;
    for (const text of texts) {
      const parent = text.parentElement;
      if (left <= 0 || !parent || parent.closest(SILENT)) continue;
      for (const [start, end] of found(text.data, sought).slice(0, left).reverse()) {
        const marked = document.createElement("mark");
        const hit = text.splitText(start);
        hit.splitText(end - start);
        hit.replaceWith(marked);
        marked.append(hit);
        left -= 1;
      }
    }
  }

  /** Opens what is folded around the place that the address names. */
  function unfold() {
    const target = document.getElementById(location.hash.slice(1));
    let folded = false;
    for (let here = target; here; here = here.parentElement)
      if (here instanceof HTMLDetailsElement && !here.open) {
        here.open = true;
        folded = true;
      }
    if (folded && target) target.scrollIntoView();
  }

  function start() {
    const article = document.querySelector("article");
    if (!(article instanceof HTMLElement)) return;
    // The browser's storage takes a while to open: the page stands there before.
    setTimeout(() => {
      const asked = /** @type {{page?: unknown, words?: unknown} | undefined} */ (handover.take("marks"));
      if (asked && asked.page === location.pathname && Array.isArray(asked.words))
        mark(article, asked.words.map(String));
    });
    addEventListener("DOMContentLoaded", unfold);
    addEventListener("hashchange", unfold);
    document.addEventListener("click", ({ target }) => {
      const link = target instanceof Element && target.closest(".md-search-result__link");
      if (!(link instanceof HTMLAnchorElement)) return;
      const marks = (link.closest("li") || link).querySelectorAll("mark"); // of all that the page holds
      const words = [...marks].map(({ textContent }) => textContent || "");
      if (link.pathname === location.pathname) mark(article, words);
      else handover.give("marks", { page: link.pathname, words });
    });
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, arrival: { found } };
  if (globalThis.document) start();
})();
