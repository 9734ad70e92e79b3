/* What a word may be that stands nowhere: a reading of one that does, pieces of a compound, a slip of the finger. */
(() => {
  "use strict";
  const { everyPhrase, fold, foldEach, grammar, known, latin, once, roman } = Teichaku.search;
  const BEGINNING = 3; // letters that may be the beginning of a reading
  const WAYS = 8; // words for a reading that is only begun
  const TRIES = 200; // ways to join the pieces of a compound
  // The cheapest way through kana: the fewest words, and any two of them rather than a letter left over.
  const WORD_COST = 1;
  const LEFT_COST = 2;
  const MOST_LEFT = 0.4; // of the kana: with more left over it wouldn't be read but guessed
  const SPELT = { latin: 5, other: 4 }; // letters: shorter words have too many that look like them
  const LONG = 7; // letters above which there may be two slips
  const SLIPS = 6; // words that look like one
  const NEAREST = 3; // terms offered where nothing is found
  const LOOKS_LIKE = 0.3; // of the pairs of letters in what is typed: what a term must share to be offered

  /** Words by their reading, all folded. */
  const byReading = once(({ readings }) => {
    const lines = readings.split("\n").filter(Boolean);
    return new Map(lines.map((line) => foldEach(line.split(" "))).map(([reading, ...words]) => [reading, words]));
  });
  /** The readings, in romaji. */
  const romaji = once((library) => {
    /** @type {Map<string, string[]>} */
    const spelled = new Map();
    for (const [reading, words] of byReading(library))
      spelled.set(roman(reading), [...(spelled.get(roman(reading)) ?? []), ...words]);
    return spelled;
  });
  /** Words for a reading, whole or as far as typed: a list for each piece of a compound.
   * @param {Search.Library} library @param {string} typed @param {Map<string, string[]>} readings */
  function read(library, typed, readings = byReading(library)) {
    const whole = readings.get(typed);
    if (whole) return [whole];
    if (typed.length >= BEGINNING) {
      const words = [...readings].flatMap(([reading, words]) => (reading.startsWith(typed) ? words : []));
      if (words.length) return [words.slice(0, WAYS)];
    }
    const { left, words: pieces } = cheapest(typed, readings);
    if (left > typed.length * MOST_LEFT) return [];
    if (pieces.length < 2) return pieces;
    let joined = [""];
    for (const words of pieces) joined = joined.flatMap((before) => words.map((word) => before + word)).slice(0, TRIES);
    joined = joined.filter((word) => known(library, word));
    return joined.length ? [joined] : pieces;
  }
  /** The cheapest way through a text by readings: the words of each, and how many letters no word takes.
   * @param {string} typed @param {Map<string, string[]>} readings */
  function cheapest(typed, readings) {
    /** @type {{cost: number, left: number, words: string[][]}[]} */
    const best = [{ cost: 0, left: 0, words: [] }]; // by how much of the text is read
    for (let start = 0; start < typed.length; start++) {
      const { cost, left, words } = best[start];
      const offer = (/** @type {number} */ end, /** @type {typeof best[0]} */ way) => {
        if (!best[end] || way.cost < best[end].cost) best[end] = way;
      };
      offer(start + 1, { cost: cost + LEFT_COST, left: left + 1, words });
      for (let end = start + 2; end <= typed.length; end++) {
        const more = readings.get(typed.slice(start, end));
        if (more) offer(end, { cost: cost + WORD_COST, left, words: [...words, more] });
      }
    }
    return best[typed.length];
  }
  /** The longest pieces of an unknown word that stand somewhere: none where they are less than half of it.
   * @param {Search.Library} library @param {string} word */
  function pieces(library, word) {
    const found = [];
    for (let at = 0; at < word.length - 1; ) {
      let end = word.length;
      while (end > at + 1 && !known(library, word.slice(at, end))) end--;
      if (end > at + 1) found.push(word.slice(at, end));
      at = Math.max(end, at + 1);
    }
    return found.join("").length * 2 >= word.length ? found : [];
  }

  /** Is `one` at most `most` slips (letters wrong, missing, added, swapped) away from `other`?
   * @param {string} one @param {string} other @param {number} most */
  function near(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return false;
    /** @type {number[]} */
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      before = row;
      row = next;
    }
    return row[other.length] <= most;
  }
  /** All words of one script that stand anywhere, long enough for a slip. */
  const vocabulary = once((library) => {
    const long = (/** @type {string} */ word) => word.length >= SPELT.other;
    const standing = library.all.match(new RegExp(grammar.spelt, "g")) ?? [];
    const readings = [...byReading(library).keys()].sort().filter(long);
    return [...new Set(standing), ...readings, ...everyPhrase(library).filter(long)];
  });
  /** Words that look like one, at most so many slips away.
   * @param {Search.Library} library @param {string} word @param {number} most */
  function lookAlikes(library, word, most) {
    if (word.length < (latin(word) ? SPELT.latin : SPELT.other)) return [];
    return vocabulary(library).filter((each) => latin(each) === latin(word) && near(word, each, most));
  }
  /** The first few of them, with more slips in a longer word. @param {Search.Library} library @param {string} word */
  const slips = (library, word) => lookAlikes(library, word, word.length > LONG ? 2 : 1).slice(0, SLIPS);

  /** The pairs of letters in a word. @param {string} word */
  const pairs = (word) => [...word].slice(0, -1).map((_, at) => word.slice(at, at + 2));
  /** Names of terms that look like what was asked. @param {Search.Library} library @param {string} query */
  function nearest({ entries }, query) {
    const asked = new Set(pairs(fold(query)));
    return entries
      .filter(({ kind }) => kind === "term")
      .map(({ title }) => {
        const shared = [...new Set(pairs(fold(title)))].filter((each) => asked.has(each));
        return { title, share: shared.length / (asked.size || 1) };
      })
      .filter(({ share }) => share >= LOOKS_LIKE)
      .sort((one, other) => other.share - one.share)
      .slice(0, NEAREST)
      .map(({ title }) => title);
  }

  const own = { byReading, cheapest, lookAlikes, near, nearest, pieces, read, romaji, slips };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
