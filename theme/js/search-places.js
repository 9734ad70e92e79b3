/* Where words stand: all texts are one string, so that a word is looked for once, wherever it begins. */
(() => {
  "use strict";
  const { edged, isDigit } = Teichaku.search;
  const REMEMBERED = 5000; // words whose places are kept

  /** Where a folded word stands, by the entry's number. A latin word begins where a word begins; `open` lets it go on.
   * @param {Search.Library} library @param {string} word @returns {Map<number, Search.Hit>} */
  function places({ all, entries, looked, starts }, word, open = false) {
    const key = open ? `${word}*` : word;
    const before = looked.get(key);
    if (before) return before;
    /** @type {Map<number, Search.Hit>} */
    const found = new Map();
    const asked = edged(word, open);
    let entry = 0;
    for (let at = all.indexOf(asked); at >= 0; at = all.indexOf(asked, at + word.length)) {
      if (isDigit(asked.charCodeAt(0)) && isDigit(all.charCodeAt(at - 1))) continue; // the 6 of 16
      while (entry + 1 < entries.length && starts[3 * (entry + 1)] <= at) entry++;
      const hit = found.get(entry) ?? { inTitle: 0, inWords: 0, inText: 0, place: -1 };
      if (at < starts[3 * entry + 1]) hit.inTitle++;
      else if (at < starts[3 * entry + 2]) hit.inWords++;
      else {
        hit.inText++;
        if (hit.place < 0) hit.place = at;
      }
      found.set(entry, hit);
    }
    if (looked.size > REMEMBERED) looked.clear();
    looked.set(key, found);
    return found;
  }
  /** @param {Search.Library} library @param {string} word */
  const known = (library, word) => places(library, word).size > 0;
  /** How much a word tells that so many entries hold. @param {Search.Library} library @param {number} count */
  const rarity = (library, count) => Math.log(1 + library.entries.length / count);

  /** Something made of a library once, when first asked for.
   * @template T @param {(library: Search.Library) => T} make @returns {(library: Search.Library) => T} */
  function once(make) {
    /** @type {WeakMap<Search.Library, T>} */
    const made = new WeakMap();
    return (library) => {
      const before = made.get(library);
      if (before !== undefined) return before;
      const now = make(library);
      made.set(library, now);
      return now;
    };
  }

  const own = { known, once, places, rarity };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
