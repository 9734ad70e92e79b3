/* What our scripts share: the functions each leaves in `Teichaku` for others, and the shapes of the data they get.
   A script finds there what the scripts before it have left (theme/main.html says the order). */

/** A day: a whole number, counted from 1970-01-01. */
type Day = number;
/** First and last day. */
type Span = [first: Day, last: Day];
/** Patterns and messages in the page's language, as ui.yml has them; "{name}" is filled in. */
type Spoken = Record<string, string>;
/** What a `data-…` attribute calls for in the page, and what its script does with it. */
type Enhance<Kind extends Element = HTMLElement> = (element: Kind) => void;
/** A kind of element: HTMLFormElement … */
type Kind<Found extends Element> = new () => Found;

/* page.js */
interface PageParts {
  /** The element at `selector`; an error where it is missing or of another kind. */
  part<Found extends Element>(root: ParentNode, selector: string, kind: Kind<Found>): Found;
  /** All elements at `selector`; an error where one is of another kind. */
  parts<Found extends Element>(root: ParentNode, selector: string, kind: Kind<Found>): Found[];
  /** What a `data-…` attribute says; an error where it is missing. */
  held(element: HTMLElement, name: string): string;
  /** The words of a pattern: each "{name}" is what `values` says. */
  filled(words: string, values: Record<string, string | number>): string;
  /** Words one after another, as the page's language lists them. */
  listed(words: string[], style?: "long" | "narrow"): string;
  /** Enhances each element of the page at `selector`; outside a page (in tests) there is none. */
  enhanced(selector: string, enhance: Enhance): void;
  /** Lets nothing of the page be reached but `element`, or all of it again. */
  alone(element: HTMLElement, on: boolean): void;
  recall(name: string): unknown;
  remember(name: string, value: unknown): void;
}

/* The frame: storage.js, keys.js, handover.js, menu.js, arrival.js; carry.js */
/** The theme's own; nothing where there is none or storage is refused. */
// biome-ignore lint/suspicious/noExplicitAny: whatever was kept
declare var __md_get: (key: string, store?: Storage, at?: URL) => any;
declare var __md_set: (key: string, value: unknown, store?: Storage, at?: URL) => void;
declare var __md_hash: (text: string) => number;
declare var __md_scope: URL;
interface Keys {
  composing(event: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean;
  ours(key: string, searching: boolean): boolean;
}
interface Handover {
  /** Tells whether the next page will get it. */
  give(name: string, value: unknown): boolean;
  /** What the page before has given. */
  take(name: string): unknown;
}
interface Menu {
  leaves(at: number, count: number, backwards: boolean): boolean;
  /** `whole`: it covers the page, so that Tab leaves it by either end; else Escape alone does. */
  leaving(box: HTMLElement, event: KeyboardEvent, whole: boolean): boolean;
  presses(key: string): boolean;
}
interface Arrival {
  found(text: string, words: string[]): [start: number, end: number][];
}
/** What goes to the page in the other language: of each form the fields that differ from the page as it came. */
interface Carried {
  page: string;
  /** Pairs of name and value. */
  forms: (string | boolean)[][][];
  others: Record<string, unknown>;
}
interface Carry {
  /** Hands over what was entered; tells whether the next page will get it. */
  give(): boolean;
  /** What a script carries beside the values of fields. */
  also(name: string, give: () => unknown, take: (given: unknown) => void): void;
}

/* dates.js, dates-read.js, date-field.js */
interface Era {
  name: string;
  /** How people write it, as the reader compares: 令和, reiwa, r … */
  letters: string[];
  /** YYYY-MM-DD */
  first: string;
}
/** Why a day can't be: the key of its message. */
type Fault =
  | ("unreadable" | "about" | "several" | "year_last" | "year_short" | "run_together" | "spreadsheet" | "incomplete")
  | ("no_such_day" | "era_not_begun" | "era_over" | "weekday_differs" | "years_differ")
  | ("too_early" | "too_late" | "none_left");
/** How a day is read, the same in every language: content/data/typed-days.yml says what each is. */
interface ReadingWords {
  invisible: string[];
  spaces: string[];
  disguised: string[];
  signs: Record<string, string>;
  numerals: Record<string, string>;
  weekdays: [ja: string, en: string][];
  months: string[];
  notes: string[];
  forms: string[];
  refused: [why: Fault, pattern: string][];
  first_year: string;
  last_date: string;
  /** Characters: what is longer is no day. */
  longest: number;
}
/** macros/dates.py: words */
interface DateWords extends Record<Fault, string> {
  eras: Era[];
  months: string[];
  weekdays: string[];
  first_year: string;
  /** The first and the last day that is read, YYYY-MM-DD. */
  earliest: string;
  latest: string;
  reading: ReadingWords;
  /** Patterns: a day in full, before the first era, a day short, a period. */
  shown: string;
  shown_before: string;
  plain: string;
  through: string;
}
/** How the days of a rule are reckoned, as in content/data/routes.yml. */
type Counts =
  | { kind: "span"; from: string; months: [from: number, to: number] }
  | { kind: "first-day-after" | "clear-months-before"; from: string; months: number }
  | { kind: "day-before"; from: string }
  | { kind: "earliest-last-day"; of: Record<string, number> }
  | { kind: "service" | "every-calendar-month" }
  | { kind: "every"; from: string; months: number; day: "first" | "last" };
type ReckonedRule = { id: string } & Counts;
/** macros/dates.py: reckoned */
interface Reckoned {
  /** Before this day nobody could begin: YYYY-MM-DD. */
  since: string;
  /** The days that the reader's papers show; the latest of them, with what each adds, is day 1. */
  papers: PaperDay[];
  rules: ReckonedRule[];
}
interface PaperDay {
  id: string;
  adds: number;
  needed: boolean;
}
/** Days given, by field: those of the route's papers, and start, review, left, again. */
type Given = Partial<Record<string, Day>>;
type Days = Record<string, Span[]>;
interface Wrong {
  field: string;
  why: "too_early" | "too_late" | "none_left";
  from: Day;
  to: Day;
}
interface Milestones {
  days: Days;
  points: Record<string, Day>;
  wrong: Wrong[];
}
type Read =
  | { day: Day; wrong?: undefined; values?: undefined }
  | { day?: undefined; wrong: Fault | "empty"; values?: Record<string, string> };
interface Dates {
  day(year: number, month: number, date: number): Day;
  parts(when: Day): [year: number, month: number, date: number];
  iso(when: Day): string;
  /** The guide's own days; what readers bring goes through `read`. Throws where there is no such day. */
  fromIso(text: string): Day;
  weekday(when: Day): number;
  monthEnd(when: Day): Day;
  lastDay(start: Day, months: number): Day;
  clearMonthsBefore(end: Day, months: number): Day;
  milestones(route: Reckoned, given: Given): Milestones;
  read: DatesRead["read"];
  show(when: Day, words: DateWords, pattern?: string): string;
  showDays(span: Span, words: DateWords, pattern?: string): string;
  today(): Day;
}
interface DatesRead {
  /** The one door: whatever readers, links, storage or files bring as a day. */
  read(text: string, words: DateWords): Read;
}
interface DateField {
  name: string;
  /** The day entered, or that it is wrong; an empty field has neither. Says what is wrong beside the field. */
  read(): { day?: Day; wrong?: Fault };
  fill(day?: Day): void;
  /** Puts in what a link, the storage or a file holds, as if it had been typed. */
  restore(text: string): void;
  refuse(message: string): void;
  focus(): void;
}
/** What was typed: a day, or what is wrong and how to say it; neither where nothing was. */
interface Entered {
  day?: Day;
  wrong?: Fault;
  message: string;
}
interface DateFields {
  entered(typed: string, words: DateWords): Entered;
}

/* device.js */
interface Memory {
  get(): string | null;
  /** Tells whether it is kept. */
  set(text: string): boolean;
  clear(): void;
  /** Calls `act` when another tab has changed what is kept. */
  changed(act: (text: string | null) => void): void;
}
interface Device {
  copy(text: string, box: Pick<HTMLTextAreaElement, "value" | "hidden" | "select">): Promise<boolean>;
  fileName(...parts: string[]): string;
  memory(key: string): Memory;
  printOnly(section: HTMLElement, size?: string): void;
  save(name: string, content: BlobPart, type: string): void;
}

/* fill.js */
/** A sheet's DOCX as worksheets/writer/template.py writes it: all but the document as bytes (base64). */
interface Template {
  /** The members that hold boxes, by name. */
  parts: Record<string, string>;
  /** Boxes that say again what another says, by tag. */
  copies: Record<string, string>;
  members: string;
  directory: string;
  count: number;
}
/** By tag: words, a day as YYYY-MM-DD, or true for a tick. */
type Values = Record<string, string | true>;
interface Fill {
  crc32(bytes: Uint8Array): number;
  docx(template: Template, values: Values, without?: string[]): Promise<Blob>;
  filled(xml: string, values: Values, without?: string[]): string;
  lengthened(xml: string, values: Values): string;
  /** `name`: of the file, without its ending; else it is called as the blank one. */
  save(link: HTMLAnchorElement, values: Values, without?: string[], name?: string): Promise<void>;
}

/* take-along.js */
interface CalendarEvent {
  /** A stable one lets a calendar replace what it has. */
  uid: string;
  /** YYYY-MM-DD */
  first: string;
  /** The day after the last, YYYY-MM-DD. */
  after: string;
  name: string;
  about: string;
  /** So many days before the first; none for what is over. */
  alarm?: { days: number; words: string };
}
interface TakeAlong {
  /** `stamp` as YYYYMMDDTHHMMSSZ; a file with a higher `sequence` is newer. */
  calendar(
    events: CalendarEvent[],
    options: { language: string; name: string; sequence: number; stamp: string },
  ): string;
  csv(rows: string[][]): string;
  /** A file's name of these parts, without those that are empty. */
  named(parts: string[], ending: string): string;
  text(rows: string[][]): string;
}

/* timeline.js */
interface Timelines {
  moved(key: string, at: number, count: number): number | undefined;
  within(stage: string, from: number, to: number): boolean;
}

/* calculator*.js */
/** What is said of a rule, in words (macros/calculator.py). */
type RuleCells = Record<"name" | "who" | "marks" | "certainty" | "rule" | "source" | "how", string>;
/** A rule whose days the calculator shows; one of the rhythm (a report each month …) has many. */
interface CalculatorRule {
  id: string;
  rhythm: boolean;
}
/** One date of a rule: the how-manieth of how many, counted from 0. */
interface Dated {
  index: number;
  count: number;
  when: Span;
}
type Entry = CalculatorRule & Dated & { cells: RuleCells };
type RowEntry = Entry & { row: HTMLElement };
/** What stands in the calculator's tables: the route and its name, day 1 (YYYY-MM-DD), and what tells this result. */
interface Shown<Kind extends Entry = RowEntry> {
  route: string;
  name: string;
  first: string;
  id: string;
  entries: Kind[];
}
/** What was entered, days as they stand by field. */
interface CalculatorState {
  route: string;
  once: boolean;
  days: Record<string, string>;
}
type Verdict = "" | "twice" | "open" | "counted" | "too_late_again";
interface CalculatorDays {
  away(span: Span, now: Day, spoken: Spoken): string;
  coming<Kind extends { when: Span }>(all: Kind[], now: Day): Kind[];
  current<Kind extends Dated>(all: Kind[], now: Day): Kind | undefined;
  entries<Rule extends CalculatorRule>(rules: Rule[], days: Days): (Rule & Dated)[];
  months<Kind extends CalculatorRule & Dated>(all: Kind[], from: Day): { first: Day; single: Kind[]; rhythm: Kind[] }[];
  next<Kind extends Dated>(all: Kind[], now: Day): Kind | undefined;
  rhythms<Kind extends CalculatorRule & Dated>(all: Kind[]): Kind[][];
  verdict(given: Given, once: boolean, grace: Span | undefined): Verdict;
  warned(route: Reckoned, given: Given, points: Record<string, Day>): string[];
  years(service: { start: Day; end: Day }, first: Day, now: Day): { number: number; from: Day }[];
}
interface CalculatorForm {
  /** `missing` is said of a field that must be filled in. */
  entering(
    form: HTMLFormElement,
    routes: Map<string, Reckoned>,
    missing: string,
  ): {
    once: HTMLInputElement;
    route(): string;
    turn(): void;
    unread(): DateField | undefined;
    given(asked: boolean): Given | null;
    refuse(wrong: Wrong[]): void;
    state(): string;
    restore(text: string | null): boolean;
    clear(): void;
  };
  keeping(
    keep: HTMLInputElement,
    kept: Memory,
    entry: { state(): string; unread(): DateField | undefined },
    say: (words: string) => void,
    spoken: Spoken,
  ): void;
}
interface CalculatorTake {
  offer(
    calculator: HTMLElement,
    spoken: Spoken,
    now: { shown: () => Shown | null; state: () => string },
  ): { clear: () => void; label: () => string; ready: () => void };
  restored(text: string, routes: string[]): CalculatorState | null;
  written(state: CalculatorState): string;
}
/** Loaded when the reader reaches for it. */
interface CalculatorAlong {
  events(
    shown: Shown<Entry>,
    options: { label: string; monthly: boolean; note: string; now: Day; spoken: Spoken },
  ): CalendarEvent[];
  lines(shown: Shown<Entry>, words: DateWords, spoken: Spoken): string[][];
  person(label: string, shown: Pick<Shown, "route" | "first" | "id">): string;
  schedule(shown: Shown<Entry>, label: string): Values;
  table(shown: Shown<Entry>, label: string, heads: string[]): string[][];
  /** Makes of a result what a button promises; what is then said of it. */
  taken(what: string, shown: Shown, calculator: HTMLElement, spoken: Spoken, label: string): Promise<string>;
}
interface CalculatorRows {
  /** Shows a result; gives its dates and what to say of them. */
  draw(
    calculator: HTMLElement,
    spoken: Spoken,
    result: {
      template: HTMLTemplateElement;
      route: Reckoned;
      given: Given;
      once: boolean;
      found: Milestones;
      now: Day;
    },
  ): { entries: RowEntry[]; said: string };
}
interface CalculatorYear {
  offer(
    calculator: HTMLElement,
    spoken: Spoken,
    shown: () => Shown | null,
    label: () => string,
  ): { begin: (points: Record<string, Day>, now: Day) => void; print: () => void };
}

/* inquiry.js */
type Answers = Record<string, string>;
/** Situations, of which one must hold: for each question the answers that do. */
type When = Record<string, string[]>[];
interface Inquiry {
  asked(questions: { id: string; when: When }[], given: Answers): { asked: string[]; answers: Answers };
  concluded<Finding extends { when: When }>(
    questions: { id: string; when: When }[],
    findings: Finding[],
    given: Answers,
  ): { asked: string[]; remaining: number; found: Finding[] };
  holds(when: When, answers: Answers): boolean;
}

/* reckoner*.js */
type ReckonerQuestion = { id: string; when: When; needed: boolean };
interface AnswersRules {
  kind: "answers";
  questions: ReckonerQuestion[];
  reckoned: { part: number; fiscal_year: number; new_tax: number };
  bands: { id: string; value: number | null; when: When }[];
}
interface ShareRules {
  kind: "share";
  questions: ReckonerQuestion[];
  reckoned: { years: number; grace: number; near: number; fiscal_year: number; holds: [first: number, last: number] };
  bands: { id: string; value: number | null; from: number }[];
}
/** What comes out, by outcome, and which warnings stand. */
interface ReckonedAnswers {
  asked: string[];
  remaining: number;
  shows: Record<string, string>;
  warnings: string[];
}
interface ReckonerRules {
  reckon(rules: AnswersRules | ShareRules, given: Answers): ReckonedAnswers;
  /** The digits of a whole number as people type it. */
  whole(text: string | undefined): string | undefined;
}

/* sheet-form*.js */
type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** The form of a sheet; another script of the page may change what goes into the DOCX. */
interface SheetForm {
  form: HTMLFormElement;
  said: HTMLElement;
  fields: FormField[];
  values(): Values;
  changed(): void;
  /** The values as they go into the DOCX. */
  finished(values: Values): Values;
  /** Tags whose rows are left out of the DOCX. */
  without(): string[];
  put(found: Values): void;
  /** What the file's name says of when: "2026-11", or nothing. */
  month(): string;
  /** Can all that was typed be read? Else says so and leads to the field. */
  sound(): boolean;
}
interface SheetValues {
  kept(text: string): Values | null;
  month(days: string[]): string;
  of(form: HTMLFormElement): {
    fields: FormField[];
    /** What can be read. */
    read(): Values;
    /** The same, and what can't be as it was typed. */
    keep(): Values;
    put(found: Values): void;
    /** Of the latest of the sheet's own days: "2026-11", or nothing. */
    month(): string;
    /** The first field that holds what can't be read; says so beside each. */
    fault(): Element | null;
  };
}
/** Why a file isn't read: a key of said.yml, or of the words of the page. */
interface RefusedFile extends Error {
  key: string;
  values: Record<string, string | number>;
}
interface SheetPackage {
  LIMITS: Record<"file" | "entries" | "one" | "all" | "ratio" | "from", number>;
  Refused: new (key: string, values?: Record<string, string | number>) => RefusedFile;
  /** The members of a DOCX that a sheet is read from, by name. Rejects with Refused. */
  unpacked(data: Uint8Array<ArrayBuffer>): Promise<Record<string, Uint8Array>>;
}
/** What stands in a filled sheet: `gone` are the tags that it lacks. */
interface ReadSheet {
  id: string;
  version: string;
  values: Record<string, { words: string; ticked: boolean }>;
  gone: string[];
  /** What else stands in it: fields of another version, and what says again what others say. */
  others: { tag: string; words: string; box: boolean }[];
}
/** What a sheet's own page knows of it (macros/sheet_form.py: opened). */
interface OpenedSheet {
  /** Its own id, and those of sheets with the same boxes. */
  ids: string[];
  title: string;
  version: string;
  next: NextRule | null;
  refused: Spoken;
  signs: string[];
  /** Tags that say again what others say. */
  copies: string[];
  /** Fields of earlier versions ("*-who": of every row), and where their words stand now. */
  replaced: { id: string; now: string[] }[];
}
interface SheetRead {
  /** Throws Refused. */
  /** `signs` are those of a tick whose box was lost. */
  read(members: Record<string, Uint8Array>, tags: string[], signs: string[]): ReadSheet;
}
/** What goes into the next sheet, by tag (worksheets/office/next.py). */
interface NextRule {
  keep: string[];
  move: Record<string, string>;
  month: string | null;
  months: { cut: string[]; days: string[] };
}
interface SheetNext {
  /** The next sheet's values; `pattern` says a month. */
  carried(rule: NextRule, values: Values, dates: DateWords, pattern: string): Values;
  /** A month in words as YYYY-MM, or nothing. */
  month(text: string, months: NextRule["months"], dates: DateWords): string;
}
interface SheetOpen {
  /** Once it has come, a file can be read. */
  reader(): Promise<unknown>;
  label(name: string): string;
  /** What a field takes of what stands in a sheet; null where it takes none. */
  taken(field: FormField | undefined, found: ReadSheet["values"][string]): string | true | null;
}
/** An earlier assessment (sheet-form-then.js); `day` as a number, 0 where there is none. */
interface Then {
  day: number;
  file: string;
  label: string;
  means: (number | null)[];
  /** The name that it bears, as names are compared. */
  person: string;
}
interface Assessed {
  corners(means: (number | null)[], highest?: number): [x: number, y: number][];
  mean(answers: string[], count: number): { value: number | null; answered: number };
  means(form: HTMLFormElement, fields: FormField[], spoken: Spoken): Values;
}

/* explorer*.js */
type Facet = "disability" | "aspect" | "need" | "stage" | "who";
/** An accommodation, as far as choices ask for it; `placed` is aspect by disability. */
interface Placed {
  words: string;
  placed: Record<string, string>;
  need: string[];
  stage: string[];
  who: string[];
}
type Choices = Partial<Record<Facet, Iterable<string>>>;
type Chosen = Record<Facet, Set<string>>;
interface Explorer {
  FACETS: Facet[];
  chosen(choices: Choices): Chosen;
  /** Which entries are found, and how many would be under each choice, by "facet choice". */
  narrow(entries: Placed[], choices: Choices, words: string[]): { found: boolean[]; counts: Record<string, number> };
  /** The fragment of a link with choices, words and the accommodations that were picked. */
  written(choices: Choices, words: string, mine: string[]): string;
  /** What a link's fragment carries; nothing where it only names a heading. */
  restored(fragment: string): { choices: Choices; words: string; mine: string[] } | null;
}
interface ExplorerList {
  stepped(found: boolean[], most: number): boolean[];
  of(
    explorer: HTMLElement,
    spoken: Spoken,
  ): {
    items: HTMLElement[];
    /** Shows what is found from its beginning; `by`: what it is narrowed down by, in words. */
    show(found: boolean[], disabilities: Set<string>, by: string): void;
    /** Shows as many as it takes for one of them to show, and leads there. */
    reach(id: string): void;
  };
}

/* my-sheet.js */
/** A row of the reader's own sheet: what stands in its fields, and the accommodation it came from. */
interface OwnRow {
  values: string[];
  entry?: string;
}
interface MySheet {
  /** Rows that hold something. */
  inUse(rows: OwnRow[]): OwnRow[];
  /** Rows without the one at `at`: those below move up. */
  removed(rows: OwnRow[], at: number): OwnRow[];
  swapped(rows: OwnRow[], at: number, other: number): OwnRow[];
  /** The accommodations that were picked. */
  picked(): string[];
  translated(row: OwnRow, given: unknown, titles: Map<string, string>): OwnRow;
}

/* accommodations.js */
interface Picking {
  linked(page: string, ids: string[]): string;
}

/* emergency-cards.js */
type Way = "ja" | "read" | "en" | "ja-en";
/** A text in both languages; `read`: pieces with their furigana. */
interface CardText {
  ja: string;
  en: string;
  read: [piece: string, reading: string][];
}
interface EmergencyCards {
  /** A day, YYYY-MM-DD, in words. */
  dated(day: string): CardText;
  /** Values as they go into the DOCX: known lines change over to the language chosen, own ones stay. */
  finished(values: Values, way: Way, texts: Map<string, CardText>): Values;
  /** Texts by what they are in either language. */
  known(texts: CardText[]): Map<string, CardText>;
  /** What is written in a field, with a line more unless it is there. */
  withLine(written: string, line: string): string;
}

/* aids*.js */
/** Words, and their reading where they have one. */
type ReadPart = [words: string, reading?: string];
interface Furigana {
  hide(): void;
  key(text: string): string;
  parts(text: string, packed: string): ReadPart[];
  /** Fails where the readings of `page` do not arrive. */
  show(page: string): Promise<void>;
}
interface Aloud {
  hide(): void;
  show(spoken: Spoken, voice: SpeechSynthesisVoice): void;
}
interface Aids {
  restored(text: string | null, names: string[]): string[];
  voice<Voice extends Pick<SpeechSynthesisVoice, "lang" | "localService">>(
    voices: Voice[],
    lang: string,
  ): Voice | undefined;
}

/* wish.js */
interface Wish {
  /** Runs a script; `from`: what its path is relative to, else the page. */
  load(path: string, from?: string): Promise<void>;
  /** Runs scripts of the site by their names. */
  tool(...names: string[]): Promise<unknown>;
}

interface Teichaku {
  aids: Aids;
  aloud: Aloud;
  furigana: Furigana;
  /** A file of readings hands them over. */
  readings(packed: string): void;
  danger: { plain(text: string): string; tells(typed: string, words: string[]): boolean };
  accommodations: Picking;
  arrival: Arrival;
  assessed: Assessed;
  calculatorAlong: CalculatorAlong;
  calculatorDays: CalculatorDays;
  calculatorForm: CalculatorForm;
  calculatorRows: CalculatorRows;
  calculatorTake: CalculatorTake;
  calculatorYear: CalculatorYear;
  carry?: Carry;
  dateField(element: HTMLElement): DateField;
  dateFields: DateFields;
  dates: Dates;
  device: Device;
  emergencyCards: EmergencyCards;
  explorer: Explorer;
  explorerList: ExplorerList;
  /** The words that find each accommodation, by id; their script hands them over. */
  explorerWords(words: Record<string, string>): void;
  fill: Fill;
  /** search-fold.js: a text as the search compares it. */
  fold(text: string): string;
  handover: Handover;
  inquiry: Inquiry;
  keys: Keys;
  menu: Menu;
  mySheet: MySheet;
  page: PageParts;
  /** An index's script hands it over. */
  index(letters: string, packed: string): void;
  reckonerRules: ReckonerRules;
  search: Search.Parts;
  sheetNext: SheetNext;
  sheetOpen: SheetOpen;
  sheetPackage: SheetPackage;
  sheetRead: SheetRead;
  sheetValues: SheetValues;
  /** The fields of a sheet's form that carry a tag of the sheet. */
  sheetFields(root: ParentNode): FormField[];
  /** By sheet. */
  sheetForms: Record<string, SheetForm>;
  takeAlong: TakeAlong;
  /** A template's script hands it over. */
  template(made: Template): void;
  timelines: Timelines;
  words: DateWords;
  wish: Wish;
}
declare var Teichaku: Teichaku;
/** Younger than the types of the browser that come with the compiler. */
declare var scheduler: { yield?(): Promise<void> } | undefined;

interface HTMLElementEventMap {
  /** The reader's own days, by rule; nothing where they are taken away. */
  "teichaku:days": CustomEvent<Days | undefined>;
  /** A form holds other values now. */
  "teichaku:restored": CustomEvent<null>;
  /** What stands in a form is saved now. */
  "teichaku:saved": CustomEvent<null>;
}
interface WindowEventMap {
  /** What stands in the page's forms goes to the page in the other language. */
  "teichaku:handed": CustomEvent<null>;
}
