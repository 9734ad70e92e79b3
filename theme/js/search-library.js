/* The index, made ready to be asked, in steps that let the browser do what waits. */
(() => {
  "use strict";
  const { BAR, fold, foldTexts } = Teichaku.search;
  // What is done in one step; each takes a phone well under a slice.
  const ENTRIES = 4;
  const GROUPS = 20;
  // An entry that is known to answer a word (`at` in search-words.yml) counts more than any that only holds it (about 1
  // for a text, 6 to 8 for a title: search-rank.js); each one after it a little less, so that they keep their order.
  const LED = 5;
  const LATER = 0.85;

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

  /** Each word of the groups with those that hold it. @param {string[]} lines
   * @returns {Search.Steps<Map<string, Search.Line[]>>} */
  function* grouped(lines) {
    /** @type {Map<string, Search.Line[]>} */
    const groups = new Map();
    for (let at = 0; at < lines.length; at += GROUPS) {
      const batch = lines.slice(at, at + GROUPS).map((line) => {
        const [words, to] = line.split("\t");
        // Ways to ask one question mean nothing else: they lead to its answer, and are no other words for each other.
        const alone = words.startsWith("=");
        const answers = to?.split(" ").map((entry, place) => ({ entry: Number(entry), worth: LED * LATER ** place }));
        return { words: words.slice(alone ? 1 : 0).split("|"), answers: answers ?? [], alone };
      });
      const folded = foldTexts(batch.flatMap(({ words }) => words)).split(` ${BAR} `);
      for (const group of batch) {
        group.words = folded.splice(0, group.words.length).filter(Boolean);
        for (const word of new Set(group.words)) groups.set(word, [...(groups.get(word) ?? []), group]);
      }
      yield;
    }
    return groups;
  }

  /** @param {Iterable<string>} phrases @returns the longest first */
  function longestFirst(phrases) {
    /** @type {string[][]} */
    const byLength = [];
    for (const phrase of phrases) {
      const same = byLength[phrase.length] ?? [];
      byLength[phrase.length] = same;
      same.push(phrase);
    }
    return byLength.reverse().flat();
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
    const groups = before?.groups ?? (yield* grouped(index.groups.split("\n")));
    return {
      entries,
      all,
      starts,
      groups,
      phrases: before?.phrases ?? longestFirst(groups.keys()),
      readings: index.readings,
      pages: new Map(entries.filter(({ at }) => !at.includes("#")).map((entry) => [entry.page, entry])),
      sheets: entries.flatMap(({ kind }, number) => (kind === "sheet" ? [number] : [])),
      pass: new Set(index.pass.map(fold)),
      kinds: index.kinds,
      other: index.other,
      looked: new Map(),
    };
  }

  const own = { gathered };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
