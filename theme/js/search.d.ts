/* What the scripts of search hand to one another. Folded: in the one form for all spellings (search-fold.js). */
declare namespace Search {
  /** As search/index.py makes it. */
  interface Index {
    /** The entries, column by column. `at`: "page.html", "page.html#id", "page.html other.html#id" for one that
     * several pages show, "#id" for one on the page of the entry before. `words`: what belongs to it beside its text.
     */
    entries: Record<"at" | "title" | "text" | "kind" | "words", string[]>;
    /** Words that mean the same, "word|word" a line; after a tab the numbers of the entries that answer, best first. */
    groups: string;
    /** "reading word word" a line. */
    readings: string;
    /** Words that say nothing about what is looked for. */
    pass: string[];
    /** What each kind of entry is called. */
    kinds: Record<string, string>;
    other: From;
  }
  /** What comes after the index: the rest of each entry's text. */
  interface More {
    text: string[];
  }
  /** An index that isn't the page's own: where its pages are, and what marks its results. */
  interface From {
    folder: string;
    label: string;
  }
  interface Entry {
    at: string;
    page: string;
    shownOn: string[];
    title: string;
    text: string;
    /** "" for a section of a page. */
    kind: string;
    words: string;
    /** The title, folded. */
    name: string;
  }
  /** Something known to answer a word. */
  interface Lead {
    entry: number;
    worth: number;
  }
  /** Words, folded, and what answers them. */
  interface Group {
    words: string[];
    answers: Lead[];
  }
  interface Groups {
    lines: string[];
    /** All words of all lines in turn, as written. */
    words: string[];
    /** The number of the line of each. */
    lineOf: number[];
    /** Each folded, once a question could hold it. */
    folded: string[];
    /** The places of words by the letter that they begin with, folded; "" where that can't be told from it alone. */
    byLetter: Map<string, number[]>;
  }
  interface Library {
    entries: Entry[];
    /** Titles, other words and texts of all entries in turn, folded, with a bar between each two. */
    all: string;
    /** Where each begins in `all`: three an entry. */
    starts: number[];
    groups: Groups;
    /** Lines "reading word word". */
    readings: string;
    /** The entries that are whole pages, by address. */
    pages: Map<string, Entry>;
    /** The numbers of the entries that are sheets. */
    sheets: number[];
    pass: Set<string>;
    kinds: Record<string, string>;
    other: From;
    /** Words that have been looked for. */
    looked: Map<string, Map<number, Hit>>;
  }
  /** How often a word stands in an entry, and where in `all` first in its text, or -1. */
  interface Hit {
    inTitle: number;
    inWords: number;
    inText: number;
    place: number;
  }
  /** Folded text; of each character the first and the last place in its source. */
  interface Placed {
    text: string;
    from: number[];
    to: number[];
  }
  /** Folded text without loose particles; of each character its place in the text with them. */
  type Loosened = Omit<Placed, "to">;
  type Span = [start: number, end: number];
  /** A way of saying something; one without weight only brings what is known to answer. */
  interface Way {
    word: string;
    weight: number;
    /** May longer words begin with it? */
    open?: boolean;
    answers?: Lead[];
  }
  /** One thing that a question asks for. */
  interface Unit {
    raw: string;
    ways: Way[];
    /** Worth by entry. */
    leads: Map<number, number>;
    /** How much it counts of the question. */
    share: number;
    /** The only pages to look on. */
    within: Set<string> | null;
  }
  /** What one unit finds in an entry: its worth, by which word, where, how much of the unit it answers. */
  interface Found {
    value: number;
    word: string;
    place: number;
    part: number;
    led: boolean;
  }
  /** What all units find in it. */
  interface Sum {
    sum: number;
    covered: number;
    words: string[];
    spots: number[];
    units: Set<number>;
    led: boolean;
  }
  interface Answer {
    entry: Entry;
    score: number;
    /** The share of the question it answers. */
    coverage: number;
    /** Is it known to answer a word of it? */
    led: boolean;
    words: string[];
    /** The numbers of the units that it answers. */
    units: Set<number>;
    /** Does it hold all that was typed? */
    literal: boolean;
  }
  interface Drawn {
    title: string;
    text: string;
    terms: Record<string, boolean>;
  }
  interface Item extends Drawn {
    location: string;
    score: number;
  }
  interface Results {
    /** By page. */
    items: Item[][];
    /** Words to try where nothing is found. */
    near: string[];
    /** Is the question answered, as far as one can tell? */
    sure: boolean;
  }
  interface Engine {
    search(query: string, from?: From): Results;
    /** Adds the rest of the texts. */
    complete(letters: string, packed: string): Promise<void>;
    other: From;
  }
  type Steps<T> = Generator<undefined, T>;

  interface Parts {
    IRREGULAR: Map<string, string>;
    stem(word: string): string;

    BAR: string;
    LONG_VOWEL: string;
    isKanji(code: number): boolean;
    isDigit(code: number): boolean;
    fold(source: string): string;
    placed(source: string): Placed;
    foldTexts(texts: string[]): string;
    foldEach(texts: string[]): string[];
    firstLetter(source: string): string;
    latin(word: string): boolean;
    edged(word: string, open?: boolean): string;
    spelling: Record<"counter" | "goesOn" | "dots" | "disability", RegExp>;

    grammar: Record<
      | "kana"
      | "leading"
      | "leadingKana"
      | "joined"
      | "between"
      | "trailing"
      | "verbalNoun"
      | "verbal"
      | "inflected"
      | "tail"
      | "ending"
      | "run"
      | "spelt"
      | "lastKana"
      | "small",
      RegExp
    >;
    isKana(word: string): boolean;
    runs(phrase: string): string[];
    loosen(text: string): Loosened;
    stemmed(phrase: string): string;
    endingLength(rest: string): number;
    parts(phrase: string): string[];
    loose(word: string): string;
    roman(kana: string): string;

    inSlices<T>(steps: Steps<T>, awaited?: () => boolean): Promise<T>;
    unpacked<T>(letters: string, packed: string): Steps<T>;
    joined(index: Index, more: More): Index;
    gathered(index: Index, before?: Library): Steps<Library>;
    places(library: Library, word: string, open?: boolean): Map<number, Hit>;
    once<T extends {}>(make: (library: Library) => T): (library: Library) => T;
    known(library: Library, word: string): boolean;
    rarity(library: Library, count: number): number;

    begins(stem: string): string[];
    everyPhrase(library: Library): string[];
    filed(packed: string): Groups;
    holding(library: Library, word: string): Group[];
    phrasesFrom(library: Library, beginning: string): string[];
    phrasesIn(library: Library, text: string): string[];
    readied(library: Library): Steps<void>;

    alike(library: Library, word: string): Way[];
    begun(library: Library, beginning: string): Way[];
    group(library: Library, word: string): Group;
    names(library: Library): Map<string, string[]>;
    used(library: Library, word: string): boolean;

    byReading(library: Library): Map<string, string[]>;
    cheapest(typed: string, readings: Map<string, string[]>): { left: number; words: string[][] };
    lookAlikes(library: Library, word: string, most: number): string[];
    near(one: string, other: string, most: number): boolean;
    nearest(library: Library, query: string): string[];
    pieces(library: Library, word: string): string[];
    read(library: Library, typed: string, readings?: Map<string, string[]>): string[][];
    romaji(library: Library): Map<string, string[]>;
    slips(library: Library, word: string): string[];

    apart(library: Library, words: string[], rest: string, free: boolean): Span[] | undefined;
    cuts(library: Library, text: string, at: number, phrase: string): boolean;
    inflected(library: Library, phrase: string): string;
    several(library: Library, phrase: string): string[];
    takePhrases(library: Library, whole: string): { found: string[]; rest: string };
    together(library: Library, phrase: string, rest: string, bare: Loosened): Span[] | undefined;

    asked(library: Library, query: string): Unit[];
    unit(library: Library, raw: string, ways: Way[], share?: number, only?: string[]): Unit[];

    ranked(library: Library, units: Unit[]): Answer[];
    score(answer: { sum: number; coverage: number; kind: string; led: boolean; close: boolean }): number;
    standing(
      hit: Pick<Hit, "inTitle" | "inWords" | "inText">,
      word: string,
      entry: Pick<Entry, "at" | "kind" | "name">,
    ): number;

    drawn(library: Library, answer: Answer, units: Unit[], label: string): Drawn;
    escaped(text: string): string;
    marked(source: string, found: Span[], start?: number, end?: number): string;
    snippet(source: string, found: Span[]): string;
    spans(source: string, words: string[]): Span[];

    engine(letters: string, packed: string, awaited?: () => boolean): Promise<Engine>;
    search(library: Library, query: string, from?: From): Results;

    help(results: Results, query: string): void;
  }
}
