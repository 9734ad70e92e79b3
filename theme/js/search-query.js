/* What a question asks for: units to be found, each with its ways of being said. Known phrases are taken out first, the
   longest before the shorter ones; what is left is looked at by its script. */
(() => {
  "use strict";
  const { alike, begun, byReading, fold, grammar, group, isKana, known, lookAlikes, loose, names } = Teichaku.search;
  const { pieces, places, read, romaji, runs, slips, takePhrases, used } = Teichaku.search;

  // What a way of saying something weighs beside what was typed, 1. Found by `make bench-search` on tests/search.
  const WEIGHT = {
    onward: 0.8, // words that begin with the last word, which may still be being typed
    read: 0.9, // a word read as what was typed, where that stands nowhere itself
    alsoRead: 0.7, // and where it does
    kanaOfAWord: 0.6, // kana that stand somewhere, but also are how a word of the guide is read
    slip: 0.7, // a word that looks like what was typed
    besideSlip: 0.6, // how much is left of what weighs beside that
    stem: 0.8, // a verb's kanji where the verb itself stands somewhere too
    oneKanji: 0.5, // the same where that is a single one, which many words hold
    pair: 0.5, // two letters of an unknown word
  };
  // How much of a question a unit is, where it says less than others, 1.
  const SHARE = {
    shortKana: 0.3, // up to three kana, which also stand within other words
    kanaBeside: 0.4, // kana between words that are known
    readBeside: 0.5, // and what they may be read as
    guess: 0.8, // what only looks like something known
    oneKanji: 0.4, // a single kanji
    verbOfOne: 0.7, // a verb of a single kanji: its kana tell which one
    stemOfOne: 0.5, // and that kanji, where the verb stands nowhere
    begunOfOne: 0.6, // what else begins with it
  };
  const SHORT_KANA = 4; // fewer kana are found within other words
  const BEGINNING = 3; // kana that may be the beginning of a word
  const READ = 4; // letters: what is shorter is read as too many words
  const ONE_LETTER = 4; // from so many letters on, a question of which only single ones are known is not understood

  /** A unit, unless nothing is left to look for.
   * @param {Search.Library} library @param {string} raw what was typed @param {Search.Way[]} ways best first
   * @param {number} share of the question
   * @param {string[]} [only] where to look: on the pages that hold one of these
   * @returns {Search.Unit[]} */
  function unit(library, raw, ways, share = 1, only = guidesOwn(library, ways[0])) {
    /** @type {Map<string, Search.Way>} */
    const best = new Map();
    /** @type {Map<number, number>} */
    const leads = new Map();
    for (const way of ways) {
      for (const { entry, worth } of way.answers ?? []) leads.set(entry, Math.max(leads.get(entry) ?? 0, worth));
      const key = `${way.word}${way.open ? "*" : ""}`;
      if (way.weight && way.word && !((best.get(key)?.weight ?? 0) >= way.weight)) best.set(key, way);
    }
    if (!best.size) return [];
    return [{ raw, ways: [...best.values()], leads, share, within: only.length ? pagesOf(library, only) : null }];
  }
  /** All names of the term that this is one of. @param {Search.Library} library @param {Search.Way | undefined} way */
  const guidesOwn = (library, way) => (way && known(library, way.word) && names(library).get(way.word)) || [];
  /** The pages that hold one of these. @param {Search.Library} library @param {string[]} words */
  const pagesOf = (library, words) =>
    new Set(
      words.flatMap((word) => [...places(library, word).keys()]).flatMap((entry) => library.entries[entry].shownOn),
    );
  /** Words, each with its other ways of being said.
   * @param {Search.Library} library @param {string[]} words @param {number} weight of each word itself */
  const eachAlike = (library, words, weight) => words.flatMap((word) => [{ word, weight }, ...alike(library, word)]);
  /** A unit for each piece of what was typed, said in any of its words.
   * @param {Search.Library} library @param {string} raw @param {string[][]} pieces */
  const readAs = (library, raw, pieces) =>
    pieces.flatMap((words) => unit(library, raw, eachAlike(library, words, WEIGHT.read)));

  /** A question that is one word, or one phrase, as a whole: none where it must be taken apart.
   * @param {Search.Library} library @param {string} whole */
  function atOnce(library, whole) {
    const grouped = group(library, whole).words.length > 0;
    const one = grouped || !(whole.includes(" ") || grammar.joined.test(whole));
    const own = used(library, whole);
    if (one && whole.length > 1 && (grouped || own)) {
      const only = own ? (names(library).get(whole) ?? [whole]) : [];
      return unit(library, whole, eachAlike(library, [whole], 1), 1, only);
    }
    const apart = /^[a-z]+(?: [a-z]+)+$/.test(whole) && whole.split(" ").some((each) => !known(library, each));
    const words = (apart && romaji(library).get(loose(whole.replaceAll(" ", "")))) || []; // romaji, written apart
    return words.length ? readAs(library, whole, [words]) : [];
  }

  /** An English word that no phrase holds. @param {Search.Library} library @param {string} word
   * @param {boolean} last of the question: it may still be being typed */
  function english(library, word, last) {
    /** @type {Search.Way[]} */
    const ways = [{ word, weight: 1 }];
    if (last && word.length > 1) ways.push({ word, weight: WEIGHT.onward, open: true });
    if (known(library, word) || places(library, word, true).size) return unit(library, word, ways);
    const long = word.length >= READ;
    const words = long ? read(library, loose(word), romaji(library)) : [];
    if (words.length) return readAs(library, word, words);
    const onward = long ? begun(library, word) : [];
    const meant = () =>
      slips(library, word).flatMap((each) => {
        const beside = alike(library, each).map((way) => ({ ...way, weight: WEIGHT.besideSlip * way.weight }));
        return [{ word: each, weight: WEIGHT.slip }, ...beside];
      });
    return unit(library, word, [...ways, ...(onward.length ? onward : meant())]);
  }
  /** Kana without the particle at their end, where the guide knows them so alone: a word of katakana folds to kana too.
   * @param {Search.Library} library @param {string} kana */
  function withoutParticle(library, kana) {
    const bare = kana.replace(grammar.trailing, "");
    return bare.length >= READ && !known(library, kana) && known(library, bare) ? bare : kana;
  }
  /** Kana that no phrase holds. @param {Search.Library} library @param {string} kana */
  function inKana(library, kana) {
    const whole = byReading(library).get(kana) ?? [];
    const own = whole.some((word) => used(library, word));
    const stands = kana.length > 1 && known(library, kana);
    const words = kana.length > 1 ? read(library, kana) : [];
    const ways = stands ? [{ word: kana, weight: own ? WEIGHT.kanaOfAWord : 1 }] : [];
    if (words.length === 1) ways.push(...eachAlike(library, words[0], stands && !own ? WEIGHT.alsoRead : WEIGHT.read));
    if (ways.length) {
      const share = stands && kana.length < SHORT_KANA && !words.length ? SHARE.shortKana : 1;
      const only = own ? [kana, ...whole.flatMap((word) => names(library).get(word) ?? [word])] : [];
      return unit(library, kana, ways, share, only);
    }
    if (words.length) return readAs(library, kana, words);
    const onward = kana.length >= BEGINNING ? begun(library, kana) : [];
    if (onward.length) return unit(library, kana, onward);
    const close = slips(library, kana).flatMap((each) => [
      { word: each, weight: WEIGHT.slip },
      ...alike(library, each),
      ...(byReading(library).get(each) ?? []).map((word) => ({ word, weight: WEIGHT.slip })),
    ]);
    return unit(library, kana, close, SHARE.guess);
  }
  /** Kana between words that are known: what is said there counts for little.
   * @param {Search.Library} library @param {string} run */
  function kanaBetween(library, run) {
    const kana = withoutParticle(library, run.replace(grammar.leadingKana, ""));
    if (kana.length < READ || library.pass.has(kana)) return [];
    if (known(library, kana)) return unit(library, kana, [{ word: kana, weight: 1 }], SHARE.kanaBeside);
    return read(library, kana).flatMap((words) =>
      unit(
        library,
        kana,
        words.map((word) => ({ word, weight: WEIGHT.alsoRead })),
        SHARE.readBeside,
      ),
    );
  }
  /** Kanji with their first kana, or a number with its unit. @param {Search.Library} library @param {string} run */
  function kanjiRun(library, run) {
    const bare = run.replace(grammar.lastKana, "");
    const single = bare.length < 2;
    if (known(library, run)) {
      const stem = bare === run ? [] : [{ word: bare, weight: single ? WEIGHT.oneKanji : WEIGHT.stem }];
      const share = run.length < 2 ? SHARE.oneKanji : single ? SHARE.verbOfOne : 1;
      return unit(library, run, [{ word: run, weight: 1 }, ...stem], share);
    }
    if (bare !== run && bare && known(library, bare))
      return unit(library, bare, eachAlike(library, [bare], 1), single ? SHARE.stemOfOne : 1);
    const onward = run.length > 1 ? begun(library, bare) : [];
    if (onward.length) return unit(library, bare, onward, single ? SHARE.begunOfOne : 1);
    const parts = pieces(library, bare);
    if (parts.length)
      return parts.flatMap((each) => unit(library, each, eachAlike(library, [each], 1), each.length / bare.length));
    const close = lookAlikes(library, bare, 1);
    const pairs = [...bare].slice(0, -1).map((_, at) => bare.slice(at, at + 2));
    const ways = close.length
      ? close.map((word) => ({ word, weight: WEIGHT.slip }))
      : pairs.filter((pair) => known(library, pair)).map((word) => ({ word, weight: WEIGHT.pair }));
    return unit(library, bare, ways, SHARE.guess);
  }
  /** What no phrase holds, with Japanese in it. @param {Search.Library} library @param {string} chunk */
  function japanese(library, chunk) {
    if (isKana(chunk)) return inKana(library, withoutParticle(library, chunk));
    if (chunk.length > 1 && known(library, chunk)) return unit(library, chunk, [{ word: chunk, weight: 1 }]);
    return runs(chunk)
      .filter((run) => !library.pass.has(run))
      .flatMap((run) => (isKana(run) ? kanaBetween(library, run) : kanjiRun(library, run)));
  }

  /** What a question asks for. @param {Search.Library} library @param {string} query @returns {Search.Unit[]} */
  function asked(library, query) {
    const whole = fold(query);
    if (!whole) return [];
    const one = atOnce(library, whole);
    if (one.length) return one;
    const { found, rest } = takePhrases(library, whole);
    const units = found.flatMap((phrase) => unit(library, phrase, eachAlike(library, [phrase], 1)));
    const pieces = rest.split(" ").filter(Boolean);
    for (const piece of pieces) {
      const chunk = piece.replace(grammar.leading, "");
      if (!chunk || library.pass.has(chunk)) continue;
      const latin = /^[a-z]+$/.test(chunk);
      units.push(...(latin ? english(library, chunk, chunk === pieces[pieces.length - 1]) : japanese(library, chunk)));
    }
    if (!units.length) return unit(library, whole, [{ word: whole, weight: 1 }]); // nothing but words to pass over
    const single = units.every(({ raw }) => raw.length < 2 && !group(library, raw).words.length);
    return whole.length >= ONE_LETTER && single ? [] : units;
  }

  const own = { asked, unit };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
