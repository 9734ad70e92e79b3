/* The index, made ready to be asked, in steps that let the browser do what waits. */
(() => {
  "use strict";
  const { BAR, filed, foldEach, foldTexts } = Teichaku.search;
  const ENTRIES = 4; // in one step, which takes a phone well under a slice

  /** The entries of an index's columns; an address of "#id" alone is on the page of the entry before.
   * @param {Search.Index["entries"]} columns @returns {Search.Entry[]} */
  function rows({ at: ats, title, text, kind, words }) {
    let shownOn = [""];
    return ats.map((at, number) => {
      const [before, anchor] = at.split("#");
      if (before) shownOn = before.split(" ");
      const page = shownOn[0];
      return {
        at: anchor ? `${page}#${anchor}` : page,
        page,
        shownOn,
        title: title[number],
        text: text[number],
        kind: kind[number],
        words: words[number],
        name: "",
      };
    });
  }

  /** @param {Search.Index} index @param {Search.Library} [before] of the same index with fewer texts
   * @returns {Search.Steps<Search.Library>} */
  function* gathered(index, before) {
    const entries = rows(index.entries);
    const folded = [];
    for (let at = 0; at < entries.length; at += ENTRIES) {
      const batch = entries.slice(at, at + ENTRIES);
      folded.push(foldTexts(batch.flatMap(({ title, words, text }) => [title, words, text])));
      yield;
    }
    const all = ` ${folded.join(` ${BAR} `)} `;
    const starts = [0];
    for (let at = all.indexOf(BAR); at >= 0; at = all.indexOf(BAR, at + 1)) starts.push(at + 1);
    for (const [number, entry] of entries.entries())
      entry.name = all.slice(starts[3 * number], starts[3 * number + 1] - 1).trim();
    yield;
    return {
      entries,
      all,
      starts,
      groups: before?.groups ?? filed(index.groups),
      readings: index.readings,
      pages: new Map(entries.filter(({ at }) => !at.includes("#")).map((entry) => [entry.page, entry])),
      sheets: entries.flatMap(({ kind }, number) => (kind === "sheet" ? [number] : [])),
      pass: new Set(foldEach(index.pass)),
      kinds: index.kinds,
      other: index.other,
      looked: new Map(),
    };
  }

  const own = { gathered };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
