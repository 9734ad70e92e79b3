/* Furigana: puts readings over the kanji of the page, and takes them away again. The page's text stays as it is for
   copies, names and voices: a reading is drawn by the style sheet from the attribute of an empty <rt>.
   The readings come in files of their own (ruby/page.py), asked for when they are wished. */
(() => {
  "use strict";
  const { load } = Teichaku.wish;
  const TEXTS = "article, .md-sidebar nav";
  const UNREAD = "script, style, template, code, pre, textarea, select, svg, ruby, [lang]:not([lang=ja])";
  const SLICE = 12; // milliseconds of work between two breaths

  /** A short name for a text (FNV-1a over UTF-16), the same as in ruby/page.py. @type {Furigana["key"]} */
  function key(text) {
    let number = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
    return (number >>> 0).toString(16);
  }
  /** "gap.lengthreading…" laid on a text: its parts, those with a reading and those without.
   * @type {Furigana["parts"]} */
  function parts(text, packed) {
    /** @type {ReadPart[]} */
    const found = [];
    let at = 0;
    for (const [, gap, length, reading] of packed.matchAll(/(\d*)\.(\d+)([^\d.]+)/g)) {
      const start = at + Number(gap);
      if (start > at) found.push([text.slice(at, start)]);
      at = start + Number(length);
      found.push([text.slice(start, at), reading]);
    }
    if (at < text.length) found.push([text.slice(at)]);
    return found;
  }
  /** @type {Map<string, string>} */
  const known = new Map();
  /** A file of readings hands them over. @type {Teichaku["readings"]} */
  const readings = (packed) => {
    for (const each of packed.split(";")) known.set(...divided(each));
  };
  /** @param {string} each @returns {[string, string]} */
  const divided = (each) => [each.slice(0, each.indexOf(" ")), each.slice(each.indexOf(" ") + 1)];

  /** All texts of the page that have readings, from what is in view on, then those above.
   * @returns {Text[]} */
  function texts() {
    /** @type {Text[]} */
    const found = [];
    for (const root of document.querySelectorAll(TEXTS)) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
        if (node instanceof Element) return node.matches(UNREAD) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
        return NodeFilter.FILTER_ACCEPT;
      });
      while (walker.nextNode()) {
        const { currentNode } = walker;
        if (currentNode instanceof Text && known.has(key(currentNode.data.trim()))) found.push(currentNode);
      }
    }
    const first = found.findIndex((text) => (text.parentElement?.getBoundingClientRect().bottom ?? 0) > 0);
    return [...found.slice(Math.max(first, 0)), ...found.slice(0, Math.max(first, 0))];
  }
  /** @param {Text} text */
  function wrap(text) {
    const packed = known.get(key(text.data.trim()));
    if (packed === undefined || !text.isConnected) return;
    const margin = text.data.length - text.data.trimStart().length;
    const wrapper = document.createElement("ruby-text");
    if (margin) wrapper.append(text.data.slice(0, margin));
    for (const [words, reading] of parts(text.data.slice(margin), packed)) {
      if (reading === undefined) {
        wrapper.append(words);
        continue;
      }
      const ruby = document.createElement("ruby");
      const rt = document.createElement("rt");
      rt.dataset.reading = reading;
      rt.ariaHidden = "true";
      ruby.append(words, rt);
      wrapper.append(ruby);
    }
    text.replaceWith(wrapper);
  }
  let turn = 0; // a later wish ends the work of an earlier one

  /** Works in slices, so that the page answers in between. @param {Text[]} all @param {number} mine */
  function onwards(all, mine) {
    const until = performance.now() + SLICE;
    while (all.length && performance.now() < until) {
      const text = all.shift();
      if (text) wrap(text);
    }
    if (all.length && mine === turn) setTimeout(() => onwards(all, mine));
  }
  /** @type {Furigana["show"]} */
  async function show(page) {
    const mine = ++turn;
    await Promise.all([load(`furigana/${page}.js`), load("furigana/menu.js")]); // beside the Japanese pages
    if (mine === turn) onwards(texts(), mine);
  }
  /** @type {Furigana["hide"]} */
  function hide() {
    turn++;
    for (const wrapper of document.querySelectorAll("ruby-text")) {
      const { parentNode } = wrapper;
      wrapper.replaceWith(wrapper.textContent ?? "");
      parentNode?.normalize();
    }
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, furigana: { hide, key, parts, show }, readings };
})();
