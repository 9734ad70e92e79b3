/* Which entries answer a question best: how well a word answers where it stands, how much of the question is answered,
   which kind of entry says it. The weights were found by `make bench-search` on tests/search; ranked.yml holds them. */
(() => {
  "use strict";
  const { edged, fold, places, rarity } = Teichaku.search;

  // A word where it stands.
  const IN_TITLE = 3; // what an entry is about
  const WHOLE_TITLE = 3; // more, by its share of the title: "Plan" is more about plans than "Plan and report"
  const OF_PAGE = 2; // more for a page than for a section of one
  const IN_TEXT = 1;
  const AGAIN = 0.4; // for more of it there, by their logarithm: ten say a little more than one
  // Words beside the text: an accommodation's needs and disabilities are what it is for; a page's are names of terms in
  // tables and at its foot.
  const IN_WORDS = { accommodation: 2, other: 0.3 };

  // How much a word counts by how rare it is.
  const FEW = 8; // one that leads to its answers, as if at least so many entries held it: it may hardly stand anywhere
  const NOWHERE = 20; // one that stands nowhere, as if so many held it: it must not count more than those that do
  const LEAD_BESIDE = 0.5; // how much of what a word says where it stands is added where it also leads there

  // The whole answer.
  const COVERED = 1.3; // power of the answered share of the question: half of it answered is worth 0.41, not 0.5
  const OF_ITS_PAGE = 0.8; // what the title of its page says of a section, which then needn't say it itself
  const CLOSE = 60; // characters between words that belong together
  const TOGETHER = 1.2; // for an entry in which they do
  // A page about something answers better than its entry in a list; what only tells about the guide comes last.
  /** @type {Record<string, number>} */
  const KIND = { answer: 0.65, term: 0.45, accommodation: 0.5, milestone: 0.7, sheet: 0.8, about: 0.4 };

  // What is left out: shares of the best. An entry that holds every word as typed stays.
  const LEAST_SCORE = 0.05;
  const LEAST_COVERED = 0.34; // a third of the question

  /** How well a word answers where it stands: 3 to 8 for a title, 1 to 3 for a text.
   * @param {Pick<Search.Hit, "inTitle" | "inWords" | "inText">} hit how often it stands there
   * @param {string} word @param {Pick<Search.Entry, "at" | "kind" | "name">} entry */
  function standing({ inTitle, inWords, inText }, word, { at, kind, name }) {
    const ofPage = at.includes("#") ? 0 : OF_PAGE;
    const title = inTitle ? IN_TITLE + (WHOLE_TITLE * word.length) / name.length + ofPage : 0;
    const words = inWords ? (kind === "accommodation" ? IN_WORDS.accommodation : IN_WORDS.other) : 0;
    const text = inText ? IN_TEXT + AGAIN * Math.log(inText) : 0;
    return title + words + text;
  }
  /** The score of an answer: what its words are worth, by the answered share of the question, its kind, whether it is
   * known to answer, and whether the words stand together.
   * @param {{sum: number, coverage: number, kind: string, led: boolean, close: boolean}} answer */
  function score({ sum, coverage, kind, led, close }) {
    return sum * coverage ** COVERED * (led ? 1 : (KIND[kind] ?? 1)) * (close ? TOGETHER : 1);
  }

  /** Is an entry shown where a unit is to be looked for? @param {Search.Entry} entry @param {Search.Unit} unit */
  const meant = ({ shownOn }, { within }) => !within || shownOn.some((page) => within.has(page));
  /** Adds the entries that hold a unit's words, each by its best. @returns {number} how much the rarest word says
   * @param {Search.Library} library @param {Search.Unit} unit @param {Map<number, Search.Found>} here */
  function addHeld(library, unit, here) {
    let rare = 0;
    // A rarer word of its group says no more than the word itself.
    const typed = places(library, unit.ways[0].word).size;
    for (const { word, weight, open } of unit.ways) {
      const found = places(library, word, open);
      if (!found.size) continue;
      const worth = rarity(library, Math.max(found.size, typed)) * weight * unit.share;
      rare = Math.max(rare, worth);
      for (const [number, hit] of found) {
        const entry = library.entries[number];
        if (!meant(entry, unit)) continue;
        const value = worth * standing(hit, word, entry);
        const part = entry.kind || hit.inTitle || hit.inText ? 1 : IN_WORDS.other;
        const before = here.get(number);
        if (!before || before.value < value) here.set(number, { value, word, place: hit.place, part, led: false });
      }
    }
    return rare;
  }
  /** Adds the entries that are known to answer it. @returns {number} how much that says
   * @param {Search.Library} library @param {Search.Unit} unit @param {Map<number, Search.Found>} here */
  function addLed(library, unit, here) {
    let rare = 0;
    const own = unit.ways[0].word;
    const worth = rarity(library, Math.max(places(library, own).size, FEW)) * unit.share;
    for (const [number, weight] of unit.leads) {
      if (!meant(library.entries[number], unit)) continue;
      const { value, word, place } = here.get(number) ?? { value: 0, word: own, place: -1 };
      here.set(number, { value: worth * weight + LEAD_BESIDE * value, word, place, part: 1, led: true });
      rare = worth;
    }
    return rare;
  }
  /** Adds all sheets for who asks for a form.
   * @param {Search.Library} library @param {Search.Unit} unit @param {Map<number, Search.Found>} here */
  function addSheets(library, unit, here) {
    const form = fold(library.kinds.sheet);
    if (!unit.ways.some(({ word }) => word === form)) return;
    const value = rarity(library, library.sheets.length);
    for (const sheet of library.sheets)
      if (!here.has(sheet)) here.set(sheet, { value, word: form, place: -1, part: 1, led: false });
  }

  /** What all units found, by entry, and how much the question asks for.
   * @param {Search.Library} library @param {Search.Unit[]} units */
  function gather(library, units) {
    /** @type {Map<number, Search.Sum>} */
    const found = new Map();
    let total = 0;
    for (const [number, unit] of units.entries()) {
      /** @type {Map<number, Search.Found>} */
      const here = new Map();
      const rare = Math.max(addHeld(library, unit, here), addLed(library, unit, here));
      addSheets(library, unit, here);
      const share = Math.sqrt(rare || rarity(library, NOWHERE)) * unit.share;
      total += share;
      for (const [entry, { value, word, place, part, led }] of here) {
        const sum = found.get(entry) ?? { sum: 0, covered: 0, words: [], spots: [], units: new Set(), led: false };
        sum.sum += value;
        sum.covered += share * part;
        sum.words.push(word);
        if (place >= 0) sum.spots.push(place);
        sum.units.add(number);
        sum.led ||= led;
        found.set(entry, sum);
      }
    }
    return { found, total };
  }

  /** Does a page's title hold one of a unit's words?
   * @param {Search.Unit} unit @param {Search.Entry | undefined} page */
  const inTitle = (unit, page) => unit.ways.some(({ word }) => page && ` ${page.name} `.includes(edged(word)));
  /** An entry that several pages show, on the one whose title the question names, or at least one of those asked for.
   * @param {Search.Library} library @param {Search.Entry} entry @param {Search.Unit[]} units @returns {Search.Entry} */
  function onItsPage({ pages }, entry, units) {
    if (entry.shownOn.length < 2) return entry;
    const named = entry.shownOn.find((page) => units.some((unit) => inTitle(unit, pages.get(page))));
    const page = named ?? entry.shownOn.find((page) => units.some(({ within }) => within?.has(page))) ?? entry.page;
    return { ...entry, page, at: entry.at.replace(entry.page, page) };
  }
  /** A section is also about what its page's title says: adds that to what it says itself.
   * @param {Search.Library} library @param {Search.Sum} own @param {Search.Unit[]} units those that the title holds */
  function addTitle(library, own, units) {
    for (const { ways, share } of units) {
      const rare = rarity(library, places(library, ways[0].word).size || NOWHERE) * share;
      own.covered += OF_ITS_PAGE * Math.sqrt(rare);
      own.sum += OF_ITS_PAGE * rare;
    }
  }

  /** The entries that answer, best first. @param {Search.Library} library @param {Search.Unit[]} units
   * @returns {Search.Answer[]} */
  function ranked(library, units) {
    const { entries, pages } = library;
    const { found, total } = gather(library, units);
    /** @type {Map<string, Search.Sum>} */
    const titled = new Map();
    for (const [entry, sum] of found)
      if (entries[entry] === pages.get(entries[entry].page)) titled.set(entries[entry].page, sum);
    const answers = [...found].map(([number, own]) => {
      const entry = onItsPage(library, entries[number], units);
      const page = titled.get(entry.page);
      if (page && page !== own) {
        const more = [...page.units].filter((unit) => !own.units.has(unit)).map((unit) => units[unit]);
        const titles = more.filter((unit) => inTitle(unit, pages.get(entry.page)));
        addTitle(library, own, titles);
      }
      const coverage = Math.min(1, own.covered / total);
      const close = own.spots.length > 1 && Math.max(...own.spots) - Math.min(...own.spots) < CLOSE;
      return {
        entry,
        score: score({ sum: own.sum, coverage, kind: entry.kind, led: own.led, close }),
        coverage,
        led: own.led,
        words: own.words,
        units: own.units,
        literal: units.every(({ ways }) => places(library, ways[0].word).has(number)),
      };
    });
    const best = Math.max(0, ...answers.map(({ score }) => score));
    const most = Math.max(0, ...answers.map(({ coverage }) => coverage));
    return answers
      .filter(
        ({ score, coverage, literal }) => literal || (score >= best * LEAST_SCORE && coverage >= most * LEAST_COVERED),
      )
      .sort((one, other) => other.score - one.score);
  }

  const own = { ranked, score, standing };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
