/* Answers questions: finds, ranks, and puts results together page by page, as the theme's search box wants them. */
(() => {
  "use strict";
  const { asked, drawn, gathered, inSlices, joined, nearest, ranked, readied, unpacked } = Teichaku.search;
  const OPEN = 5; // sections of a page that show at once
  // Of pages that answer as well, the one with more sections that do comes first: for ten of them, a quarter more.
  const MORE = 0.1;
  // Less of the question covered by the best, and nothing known to answer it: the guide hasn't got it.
  const SURE = 0.6;
  // Letters of a question: nobody types more, and a pasted page would be thought about for minutes.
  const LONGEST = 100;
  const HERE = { folder: "", label: "" };

  /** One result, drawn when the theme comes to it.
   * @param {Search.Library} library @param {Search.Answer} answer @param {Search.Unit[]} units
   * @param {number} score @param {Search.From} from @returns {Search.Item} */
  function item(library, answer, units, score, { folder, label }) {
    /** @type {Search.Drawn | undefined} */
    let made;
    const whole = () => {
      made ??= drawn(library, answer, units, label);
      return made;
    };
    return {
      location: folder + answer.entry.at,
      score,
      get title() {
        return whole().title;
      },
      get text() {
        return whole().text;
      },
      get terms() {
        return whole().terms;
      },
    };
  }
  /** What a page's answers are worth together. @param {Search.Answer[]} answers best first */
  function worth(answers) {
    const sections = answers.filter(({ entry }) => !entry.kind).length;
    return answers[0].score * (1 + MORE * Math.log(sections || 1));
  }
  /** What is found, page by page; where nothing is, words to try.
   * @param {Search.Library} library @param {string} typed @param {Search.From} [from] where its pages are
   * @returns {Search.Results} */
  function search(library, typed, from = HERE) {
    const query = [...typed].slice(0, LONGEST).join("");
    const units = asked(library, query);
    /** @type {Map<string, Search.Answer[]>} */
    const byPage = new Map();
    const found = units.length ? ranked(library, units) : [];
    for (const answer of found) {
      const { page } = answer.entry;
      const answers = byPage.get(page) ?? [];
      byPage.set(page, answers);
      answers.push(answer);
    }
    const items = [...byPage]
      .sort(([, one], [, other]) => worth(other) - worth(one))
      .map(([page, answers]) => {
        // The theme wants the page itself among its sections, and folds away what scores less than the first.
        const whole = library.pages.get(page);
        if (whole && !answers.some(({ entry }) => entry === whole))
          answers.push({ ...answers[0], entry: whole, score: 0 });
        return answers.map((answer, number) => {
          const score = number < OPEN && answer.score ? answers[0].score : answer.score;
          return item(library, answer, units, score, from);
        });
      });
    const sure = found.some(({ coverage, led }) => led || coverage >= SURE);
    return { items, near: items.length ? [] : nearest(library, query), sure };
  }

  /** Does what a first question would wait for: a script that has never run is slow.
   * @param {Search.Library} library @param {() => boolean} awaited @returns {Search.Steps<void>} */
  function* warmed(library, awaited) {
    yield* readied(library);
    if (awaited()) return;
    for (const { text } of search(library, library.entries[0].title).items.flat()) void text;
  }

  /** Makes a packed index ready without holding the page up; the rest of its texts can be added later.
   * @param {string} letters @param {string} packed @param {() => boolean} awaited does somebody wait for a result? */
  async function engine(letters, packed, awaited = () => false) {
    /** @type {Search.Steps<Search.Index>} */
    const steps = unpacked(letters, packed);
    const index = await inSlices(steps, awaited);
    let library = await inSlices(gathered(index), awaited);
    /** @type {Search.Engine} */
    const made = {
      other: library.other,
      search: (query, from) => search(library, query, from),
      async complete(letters, packed) {
        /** @type {Search.Steps<Search.More>} */
        const steps = unpacked(letters, packed);
        library = await inSlices(gathered(joined(index, await inSlices(steps)), library));
        await inSlices(warmed(library, awaited));
      },
    };
    return made;
  }

  const own = { engine, search };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
