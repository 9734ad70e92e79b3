/* Groups of words and ways of asking. There are thousands, of which a question meets a few: each is folded once a
   question could hold it, as its letters tell before it is. */
(() => {
  "use strict";
  const { IRREGULAR, foldEach, latin, once, firstLetter, stem } = Teichaku.search;
  // An entry that is known to answer a word (`at` in search-words.yml) counts more than any that only holds it (about 1
  // for a text, 6 to 8 for a title: search-rank.js); each one after it a little less, so that they keep their order.
  const LED = 5;
  const LATER = 0.85;
  const WORDS = /[a-zÀ-ɏ'’]+/gi;

  /** @type {Map<string, string[]>} */
  const forms = new Map(); // irregular ones by their stem
  /** The letters that any word begins with of which this is the stem: of a short one two ("try": tried).
   * @param {string} word a stem */
  function begins(word) {
    if (!forms.size)
      for (const form of IRREGULAR.keys()) forms.set(stem(form), [...(forms.get(stem(form)) ?? []), form]);
    return [word, ...(forms.get(word) ?? [])].map((each) => each.slice(0, each.length > 3 ? 3 : 2));
  }

  /** @param {string} line */
  function wordsOf(line) {
    const end = line.indexOf("\t");
    return line.slice(line.startsWith("=") ? 1 : 0, end < 0 ? line.length : end).split("|");
  }
  /** Files the words of groups by the letter that each begins with, once folded.
   * @param {string} packed a group a line @returns {Search.Groups} */
  function filed(packed) {
    const lines = packed.split("\n");
    /** @type {Search.Groups} */
    const groups = { lines, words: [], lineOf: [], folded: [], byLetter: new Map() };
    const { words, lineOf, byLetter } = groups;
    /** @type {number[][]} */
    const asWritten = []; // the same by the code of the letter before it is folded
    for (let line = 0; line < lines.length; line++) {
      for (const word of wordsOf(lines[line])) {
        const code = word.charCodeAt(0);
        let same = asWritten[code];
        if (!same) {
          const letter = firstLetter(word);
          same = byLetter.get(letter) ?? [];
          byLetter.set(letter, same);
          asWritten[code] = same;
        }
        same.push(words.length);
        words.push(word);
        lineOf.push(line);
      }
    }
    return groups;
  }
  /** Folds words that are not yet. @param {Search.Groups} groups @param {number[]} places of them */
  function awaken({ words, folded }, places) {
    const asleep = places.filter((place) => folded[place] === undefined);
    for (const [at, text] of foldEach(asleep.map((place) => words[place])).entries()) folded[asleep[at]] = text;
  }
  /** Phrases, each once, the longest first. @param {Search.Groups} groups @param {number[]} places */
  function phrases(groups, places) {
    awaken(groups, places);
    const { folded } = groups;
    const longest = places.sort((one, other) => folded[other].length - folded[one].length || one - other);
    return [...new Set(longest.map((place) => folded[place]))].filter(Boolean);
  }

  /** What the words that say nothing begin with. */
  const passed = once(({ pass }) => new Set([...pass].filter(latin).flatMap(begins)));
  /** What may be a part of a folded text, or be it. @param {Search.Library} library @param {string} text
   * @param {Iterable<string>} [more] beginnings of words that may stand between */
  function within({ groups }, text, more = []) {
    const known = new Set([...(text.match(/[a-z]+/g) ?? []).flatMap(begins), ...more]);
    /** @param {string} word */
    const may = (word) => {
      const plain = word.toLowerCase().replace(/['’]/g, "");
      // An apostrophe after one letter, or an accent: only folding tells.
      if (/^.?(?:['’]|$)|[^a-z'’]/i.test(word)) return true;
      return known.has(plain.slice(0, 3)) || known.has(plain.slice(0, 2));
    };
    const letters = new Set(["", ...text.replace(/[a-z]/g, ""), ...[...known].map((each) => each.charAt(0))]);
    return [...letters]
      .flatMap((letter) => groups.byLetter.get(letter) ?? [])
      .filter((place) => (groups.words[place].match(WORDS) ?? []).every(may));
  }
  /** The phrases that a folded text may hold, also with other words between theirs, the longest first.
   * @param {Search.Library} library @param {string} text */
  const phrasesIn = (library, text) => phrases(library.groups, within(library, text, passed(library)));
  /** Those that may begin so. @param {Search.Library} library @param {string} beginning folded */
  const phrasesFrom = ({ groups }, beginning) =>
    phrases(
      groups,
      ["", beginning.charAt(0)].flatMap((letter) => groups.byLetter.get(letter) ?? []),
    ).filter((each) => each.startsWith(beginning));
  const everyPhrase = once(({ groups }) => phrases(groups, [...groups.words.keys()]));

  /** The groups that hold a word. @param {Search.Library} library @param {string} word folded
   * @returns {Search.Group[]} */
  function holding(library, word) {
    const { groups } = library;
    const places = within(library, word);
    awaken(groups, places);
    const same = places.filter((place) => groups.folded[place] === word).sort((one, other) => one - other);
    return [...new Set(same.map((place) => groups.lineOf[place]))].map((line) => {
      const text = groups.lines[line];
      // Ways to ask one question mean nothing else: they lead to its answer, and are no other words for each other.
      const alone = text.startsWith("=");
      const answers = (text.split("\t")[1]?.split(" ") ?? []).map((entry, place) => ({
        entry: Number(entry),
        worth: LED * LATER ** place,
      }));
      return { words: alone ? [word] : foldEach(wordsOf(text)).filter(Boolean), answers };
    });
  }

  /** Folds all that no question has met yet. @param {Search.Library} library @returns {Search.Steps<void>} */
  function* readied({ groups }) {
    for (const places of groups.byLetter.values()) {
      awaken(groups, places);
      yield;
    }
  }

  const own = { begins, everyPhrase, filed, holding, phrasesFrom, phrasesIn, readied };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
