/* What words mean: the groups that a word belongs to, its other ways of being said, the guide's own names of things.
   All words are folded. */
(() => {
  "use strict";
  const { foldEach, grammar, holding, known, once, phrasesFrom, places } = Teichaku.search;

  // What other ways of saying a word weigh beside the word itself, 1. Found by `make bench-search` on tests/search.
  const ALIKE = 0.9; // a word of its group, where the word itself stands nowhere
  const BESIDE = 0.55; // and where it does: the guide's own word goes before what others call it
  const ASIDE = 0.5; // how much of either is left where it is known what answers the word
  const VERB = 0.85; // a noun made of a verb, without its last kana: other forms of the verb too
  const BEGUN = 0.6; // a word of the group of a word that so begins

  const USED = 5; // entries that make a word one of the guide's own
  const MANY = 8; // a beginning that more words than these have may mean anything

  /** @type {(library: Search.Library) => Map<string, Search.Group>} */
  const sought = once(() => new Map());
  const NO_GROUP = { words: [], answers: [] };
  /** What a word shares a group with, itself included, and the entries that answer it: nothing where it has no group.
   * @param {Search.Library} library @param {string} word @returns {Search.Group} */
  function group(library, word) {
    const before = sought(library).get(word);
    if (before) return before;
    const own = holding(library, word);
    const alike = own.flatMap(({ words }) => words);
    const made = own.length ? { words: alike, answers: own.flatMap(({ answers }) => answers) } : NO_GROUP;
    sought(library).set(word, made);
    return made;
  }

  /** Each name of a term, also one in brackets, with all of them. */
  const names = once(({ entries }) => {
    /** @type {Map<string, string[]>} */
    const found = new Map();
    const titles = entries.filter(({ kind }) => kind === "term").map(({ title }) => title.split(/[()（）]/));
    const folded = foldEach(titles.flat());
    for (const { length } of titles) {
      const all = folded.splice(0, length).filter(Boolean);
      for (const name of all) found.set(name, all);
    }
    return found;
  });
  /** Is it the guide's own word? Who asks by one gets the pages that hold it; other words only help to rank them.
   * @param {Search.Library} library @param {string} word */
  function used(library, word) {
    // Questions are in others' words.
    const found = [...places(library, word)].filter(([entry]) => library.entries[entry].kind !== "answer");
    if (!found.length) return false;
    if (names(library).has(word) || found.length >= USED) return true;
    return found.some(([entry, { inTitle }]) => inTitle && !library.entries[entry].kind);
  }

  /** The other ways of saying a word, and what is known to answer it.
   * @param {Search.Library} library @param {string} word @returns {Search.Way[]} */
  function alike(library, word) {
    const { words, answers } = group(library, word);
    const weight = (known(library, word) ? BESIDE : ALIKE) * (answers.length ? ASIDE : 1);
    const verb = grammar.verbalNoun.test(word) ? [{ word: word.slice(0, -1), weight: VERB }] : [];
    return [...verb, ...words.map((each) => ({ word: each, weight })), { word, weight: 0, answers }];
  }
  /** Ways to go on from a beginning that stands nowhere itself: the groups of the words that begin so, if they are few.
   * @param {Search.Library} library @param {string} beginning @returns {Search.Way[]} */
  function begun(library, beginning) {
    const words = phrasesFrom(library, beginning);
    if (words.length > MANY) return [];
    return words.flatMap((each) => group(library, each).words).map((each) => ({ word: each, weight: BEGUN }));
  }

  const own = { alike, begun, group, names, used };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
