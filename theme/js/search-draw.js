/* How results are shown: where the words stand, marked; the stretch of text around most of them. All that comes from a
   page or a question is escaped: nothing of it is markup. */
(() => {
  "use strict";
  const { LONG_VOWEL, edged, fold, placed } = Teichaku.search;
  const MARKED = 60; // places in a text that are looked for
  const SHOWN = 150; // characters of a snippet
  const BEFORE = 50; // of them, at most, before the first mark: from the beginning of its line, if that is nearer
  const LINES = 2; // of an answer: its first, and what to do first
  const TERMS = 8; // that the page a result leads to is asked to highlight

  /** @param {string} text */
  const escaped = (text) => text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
  /** @param {string} words */
  const label = (words) => `<small class="search-kind">${escaped(words)}</small>`;

  /** Spans of a text where the words stand, line by line: places are worth their cost only where there are any.
   * @param {string} source @param {string[]} words folded @returns {Search.Span[]} in order, none in another */
  function spans(source, words) {
    const asked = [...new Set(words)].map((word) => edged(word, true));
    /** @type {Search.Span[]} */
    const found = [];
    let start = 0;
    for (const line of source.split("\n")) {
      const spaced = ` ${fold(line)} `;
      const here = asked.filter((word) => spaced.includes(word));
      for (const [first, last] of here.length ? inLine(line, here) : []) found.push([start + first, start + last]);
      if (found.length >= MARKED) break;
      start += line.length + 1;
    }
    return found;
  }
  /** The same within one line, those that overlap as one.
   * @param {string} line @param {string[]} asked words as they are looked for @returns {Search.Span[]} */
  function inLine(line, asked) {
    const { text, from, to } = placed(line);
    const spaced = ` ${text} `;
    /** @type {Search.Span[]} */
    const found = [];
    for (const word of asked)
      for (let at = spaced.indexOf(word); at >= 0; at = spaced.indexOf(word, at + 1)) {
        const start = at + (word.startsWith(" ") ? 0 : -1);
        let end = to[Math.min(start + word.trim().length, to.length) - 1] + 1;
        if (line[end] === LONG_VOWEL) end++; // one that was folded away
        found.push([from[start], end]);
      }
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    /** @type {Search.Span[]} */
    const kept = [];
    for (const span of found) {
      const before = kept[kept.length - 1];
      if (before && span[0] <= before[1]) before[1] = Math.max(before[1], span[1]);
      else kept.push(span);
    }
    return kept;
  }
  /** HTML of a stretch of plain text with its spans marked. @param {string} source @param {Search.Span[]} found */
  function marked(source, found, start = 0, end = source.length) {
    let html = "";
    let at = start;
    for (const [first, last] of found) {
      if (first < at || last > end) continue;
      html += `${escaped(source.slice(at, first))}<mark>${escaped(source.slice(first, last))}</mark>`;
      at = last;
    }
    return html + escaped(source.slice(at, end));
  }
  /** HTML of the stretch of a text in which most spans begin. @param {string} source @param {Search.Span[]} found */
  function snippet(source, found) {
    if (!source) return "";
    let start = 0;
    if (found.length) {
      const counts = found.map(([first]) => found.filter(([other]) => other >= first && other < first + SHOWN).length);
      const [first] = found[counts.indexOf(Math.max(...counts))];
      start = Math.max(source.lastIndexOf("\n", first) + 1, first - BEFORE);
    }
    const end = Math.min(source.length, start + SHOWN);
    return `<p>${start ? "…" : ""}${marked(source, found, start, end)}${end < source.length ? "…" : ""}</p>`;
  }
  /** HTML of the first lines of an answer, whole: who is in trouble needn't open it. @param {string} source
   * @param {Search.Span[]} found */
  function lines(source, found) {
    let start = 0;
    return source
      .split("\n")
      .slice(0, LINES)
      .map((line) => {
        const html = `<p>${marked(source, found, start, start + line.length)}</p>`;
        start += line.length + 1;
        return html;
      })
      .join("");
  }
  /** What the theme draws of one result; `terms`: what the page it leads to shall highlight, and what it doesn't hold.
   * @param {Search.Library} library @param {Search.Answer} answer @param {Search.Unit[]} units
   * @param {string} also another label
   * @returns {Search.Drawn} */
  function drawn({ kinds }, { entry, words, units: matched }, units, also) {
    const inText = spans(entry.text, words);
    const inTitle = spans(entry.title, words);
    /** @type {Record<string, boolean>} */
    const terms = {};
    for (const [number, { raw }] of units.entries()) if (!matched.has(number)) terms[raw] = false;
    for (const [first, last] of inText.slice(0, TERMS)) terms[entry.text.slice(first, last)] = true;
    if (!inText.length) for (const [first, last] of inTitle) terms[entry.title.slice(first, last)] = true;
    const labels = [kinds[entry.kind], also].filter(Boolean).map(label);
    const told = entry.kind === "answer" ? lines(entry.text, inText) : snippet(entry.text, inText);
    return { title: [marked(entry.title, inTitle), ...labels].join(" "), text: told, terms };
  }

  const own = { drawn, escaped, marked, snippet, spans };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
