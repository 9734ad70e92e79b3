/* The known phrases of a question, also with other particles, endings or words than the guide's own between theirs. */
(() => {
  "use strict";
  const { edged, endingLength, grammar, isKana, isKanji, known, latin, loosen, once, parts, phrasesIn, stemmed } =
    Teichaku.search;
  const NEAR = 8; // characters between the words of a phrase that still are one
  const SHORT = 2; // a phrase of so many letters may be a part of a longer word
  // Shorter ones would be found by chance.
  const PARTED = 4; // letters of a Japanese phrase without its particles
  const STEM = 3; // of its stem
  const TWO_WORDS = /[a-z0-9].* .*[a-z0-9]/;

  /** The words of a phrase, as they are looked for, without those that say nothing; none of one that is whole.
   * @param {Search.Library} library @param {string} phrase */
  function several({ pass }, phrase) {
    if (latin(phrase)) {
      const telling = [...new Set(phrase.split(" "))].filter((word) => !pass.has(word) && word.length > 1);
      return telling.length > 1 ? telling.map((word) => ` ${word} `) : [];
    }
    const words = phrase.split(" ").flatMap(parts);
    const whole = words.length > 1 && words.every((word) => word.length > 1 || isKanji(word.charCodeAt(0)));
    return whole && words.join("").length >= PARTED ? words : [];
  }
  /** @type {(library: Search.Library) => Map<string, string>} */
  const stems = once(() => new Map());
  /** The stem, loosened, of a phrase that ends in a verb or an adjective, or "": told when first wanted, as of most
   * nobody ever asks. @param {Search.Library} library @param {string} phrase */
  function inflected(library, phrase) {
    const before = stems(library).get(phrase);
    if (before !== undefined) return before;
    const stem = stemmed(phrase);
    const loose = stem && loosen(stem).text;
    const long = loose.length >= STEM ? loose : "";
    stems(library).set(phrase, long);
    return long;
  }
  /** Of phrases the English ones that have several words, those that hold most first.
   * @param {Search.Library} library @param {string[]} phrases */
  const english = (library, phrases) =>
    phrases
      .filter((phrase) => latin(phrase))
      .map((phrase) => ({ phrase, words: several(library, phrase) }))
      .filter(({ words }) => words.length)
      .sort((one, other) => other.words.join("").length - one.words.join("").length);

  /** Would taking this phrase out cut a word of kanji or of kana in two? (A short one inside a longer known one.)
   * @param {Search.Library} library @param {string} text @param {number} at @param {string} phrase */
  function cuts(library, text, at, phrase) {
    if (phrase.length > SHORT) return false;
    const before = text[at - 1] ?? " ";
    const after = text[at + phrase.length] ?? " ";
    // The end of another word: the deaf "rou" in "shuurou".
    if (isKana(before + phrase) && !grammar.trailing.test(text.slice(0, at))) return true;
    /** @param {string} one @param {string} other */
    const same = (one, other) =>
      (isKanji(one.charCodeAt(0)) && isKanji(other.charCodeAt(0))) || (isKana(one + other) && isKana(phrase));
    if (same(before, phrase.charAt(0)) && known(library, before + phrase)) return true;
    return same(phrase.slice(-1), after) && known(library, phrase + after);
  }
  /** Where a phrase stands in what is asked, also with another particle or ending.
   * @param {Search.Library} library @param {string} phrase @param {string} rest
   * @param {Search.Loosened} bare the same, loosened
   * @returns {Search.Span[] | undefined} */
  function together(library, phrase, rest, bare) {
    const asked = edged(phrase);
    const at = rest.indexOf(asked);
    if (at >= 0) return latin(phrase) || !cuts(library, rest, at, phrase) ? [[at, at + asked.length]] : undefined;
    const stem = inflected(library, phrase);
    const start = stem ? bare.text.indexOf(stem) : -1;
    if (!stem || start < 0) return undefined;
    const end = bare.from[start + stem.length - 1] + 1;
    // Within a longer noun.
    if (isKanji(stem.charCodeAt(stem.length - 1)) && isKanji(rest.charCodeAt(end))) return undefined;
    return [[bare.from[start], end + endingLength(rest.slice(end))]];
  }
  /** Where the words of a phrase stand, all of them, with others between: in order and near each other, unless they
   * are free.
   * @param {Search.Library} library @param {string[]} words @param {string} rest @param {boolean} free
   * @returns {Search.Span[] | undefined} */
  function apart(library, words, rest, free) {
    if (!words.length) return undefined;
    /** @type {Search.Span[]} */
    const taken = [];
    let from = 0;
    for (const word of words) {
      const at = rest.indexOf(word, free ? 0 : from);
      if (at < 0 || (!free && from && at - from > NEAR)) return undefined;
      const english = word.startsWith(" ");
      if (!english && cuts(library, rest, at, word)) return undefined;
      from = at + word.length;
      taken.push(english ? [at + 1, from - 1] : [at, from]);
    }
    return taken;
  }
  /** The known phrases of a question, the longest before the shorter ones, and what is left between them.
   * @param {Search.Library} library @param {string} whole folded */
  function takePhrases(library, whole) {
    /** @type {string[]} */
    const found = [];
    const phrases = phrasesIn(library, whole);
    let rest = ` ${whole} `;
    let bare = loosen(rest);
    /** @param {string} phrase @param {Search.Span[] | undefined} spans */
    const take = (phrase, spans) => {
      if (!spans) return;
      found.push(phrase);
      for (const [start, end] of spans.sort(([one], [other]) => other - one))
        rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
      bare = loosen(rest);
    };
    for (const phrase of phrases) {
      // However it is said, it begins as it does.
      if (phrase.length < 2 || !rest.includes(phrase.charAt(0))) continue;
      const asOne = together(library, phrase, rest, bare);
      // Words that a phrase parts by a space are typed in any order.
      const words = latin(phrase) || asOne ? [] : several(library, phrase);
      take(phrase, asOne ?? apart(library, words, rest, phrase.includes(" ")));
    }
    // English words may stand in any order: exact phrases go before.
    if (TWO_WORDS.test(rest))
      for (const { phrase, words } of english(library, phrases)) take(phrase, apart(library, words, rest, true));
    return { found, rest };
  }

  const own = { apart, cuts, inflected, several, takePhrases, together };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
