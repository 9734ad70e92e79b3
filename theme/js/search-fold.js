/* One form for all spellings, so that what is typed can be found in what is written: width, case, kind of kana, kana
   between kanji, counted numbers, the spellings of 障害; English words by their stem, each between spaces. */
(() => {
  "use strict";
  const { stem } = Teichaku.search;
  const BAR = "\u0001"; // between two texts
  // A text is taken apart by scripts: latin words, numbers, and runs of all else that is told letter by letter, with
  // the numbers that stand at it (第3回). Between them are spaces, signs, dashes.
  const LATIN = "A-Za-zÀ-ɏ";
  const OTHER = `[${BAR}\\u0080-¿ɐ-\\u200f\\u2020-\\u2025\\u2027-\\uffff]`;
  const PIECES = new RegExp(`[${LATIN}]+(?:['’][${LATIN}]+)*|[0-9]*(?:${OTHER}[0-9]*)+|[0-9]+`, "g");

  /** @param {string} letter */
  const code = (letter) => letter.charCodeAt(0);
  /** Is a character, by its code, between these two? @param {string} first @param {string} last */
  const within = (first, last) => {
    const [from, to] = [code(first), code(last)];
    return (/** @type {number} */ each) => each >= from && each <= to;
  };
  const isHan = within("㐀", "鿿");
  const isHanMark = within("々", "〇");
  const isKatakana = within("ァ", "ヶ");
  const isKatakanaMark = within("ヷ", "ー");
  const isSmall = within("a", "z");
  const isCapital = within("A", "Z");
  const isAccented = within("À", "ɏ");
  const isWide = within("！", "～");
  const isHalfKana = within("｡", "ﾟ");
  const isDigit = within("0", "9");
  /** @param {number} each */
  const isKanji = (each) => isHan(each) || isHanMark(each);
  /** @param {number} each */
  const isLatin = (each) => isSmall(each) || isCapital(each) || isAccented(each);
  const TO_ASCII = code("！") - code("!");
  const TO_HIRAGANA = code("ァ") - code("ぁ");
  /** The code of a wide letter's usual form. @param {number} each */
  const narrow = (each) => (isWide(each) ? each - TO_ASCII : each);

  const NUMERALS = "〇一二三四五六七八九"; // by what they count
  const OKURIGANA = new Set("きぎしじちみびりえけげせめれて"); // left out between two kanji: 引き継ぎ, 引継ぎ
  const UNMARKED = new Set("・\u200b\u00ad"); // left out anywhere: ナチュラル・サポート; invisible spaces and hyphens
  const LONG_VOWEL = "ー";
  const LONG = 4; // katakana after which a last one is left out: サーバー, サーバ
  const spelling = {
    // A number before what it counts is written in digits: 「カ月」, not 「本松」
    counter: /^\s?(?:[ヶヵカかケ箇個]?月|[年回週日人])/,
    // A ー before another katakana is never the last of its word: 「ド」, not 「を」
    goesOn: /^[ァ-ーｦ-ﾟ]/,
    // The dots of half-width kana are letters of their own: 「ﾞ」, not 「ｶ」
    dots: /^[ﾞﾟ]/,
    // 障害 has other spellings: 「障がい」, not 「障子」
    disability: /^障(?:碍|がい)/,
  };
  // What is done with a letter where most are, in a run: nothing, unless it stands between two kanji, is katakana or ー.
  const [KEPT, OKURI, KATA, LONG_MARK] = [1, 2, 3, 4];
  const HOW = new Uint8Array(0x10000).fill(KEPT, code("ぁ"), code("ゖ") + 1).fill(KEPT, code("㐀"), code("鿿") + 1);
  HOW.fill(KEPT, 0x370, 0x2000).fill(KEPT, 0xac00, 0xe000); // names in other scripts; halves of rarer letters, 𠮷野
  HOW.fill(KATA, code("ァ"), code("ヴ") + 1);
  for (const letter of `障箇${NUMERALS}`) HOW[code(letter)] = 0;
  for (const letter of OKURIGANA) HOW[code(letter)] = OKURI;
  HOW[code(LONG_VOWEL)] = LONG_MARK;
  const spelt = new Uint16Array(256); // a run's letters: a longer one goes on in the next

  /** Is the ー at `at` the last of a long word? @param {string} source @param {number} at @param {number} run with it */
  const isDropped = (source, at, run) => run >= LONG && !spelling.goesOn.test(source.charAt(at + 1));
  /** Spells the run of letters from `at` on of which each is one of what it was.
   * @param {string} source @param {number} at @param {number} katakana that stand right before
   * @returns {{text: string, end: number, run: number}} with the katakana that stand last in it */
  function steady(source, at, katakana) {
    let end = at;
    let run = katakana;
    let changed = false;
    for (; end < source.length && end - at < spelt.length; end++) {
      const letter = source.charCodeAt(end);
      const how = HOW[letter];
      if (!how) break;
      if (how === OKURI && isKanji(source.charCodeAt(end - 1)) && isKanji(source.charCodeAt(end + 1))) break;
      if (how === LONG_MARK && isDropped(source, end, run + 1)) break;
      run = how === KATA || how === LONG_MARK ? run + 1 : 0;
      spelt[end - at] = how === KATA ? letter - TO_HIRAGANA : letter;
      changed ||= how === KATA;
    }
    return { text: changed ? String.fromCharCode(...spelt.subarray(0, end - at)) : source.slice(at, end), end, run };
  }
  /** Where the latin word, or the bar, at `at` ends: there, if there is none.
   * @param {string} source @param {number} at @param {string} bar */
  function wordEnd(source, at, bar) {
    if (source.charAt(at) === bar) return at + 1;
    let end = at;
    for (; end < source.length; end++) {
      const letter = source.charAt(end);
      const apostrophe = end > at && (letter === "'" || letter === "’") && isLatin(source.charCodeAt(end + 1));
      if (!apostrophe && !isLatin(narrow(code(letter)))) break;
    }
    return end;
  }
  /** What another letter becomes: "" if it is left out, " " if it parts words.
   * @param {string} letter @param {string} source @param {number} at its place
   * @param {number} run katakana up to here */
  function plain(letter, source, at, run) {
    const is = narrow(code(letter));
    if (isDigit(is)) return String.fromCharCode(is);
    if (letter === "ヵ" || letter === "ヶ" || letter === "箇") return "か";
    if (isKatakana(is)) return String.fromCharCode(is - TO_HIRAGANA); // of half width
    if (is === code(LONG_VOWEL)) return isDropped(source, at, run) ? "" : LONG_VOWEL;
    const number = NUMERALS.indexOf(letter);
    if (number >= 0 && spelling.counter.test(source.slice(at + 1, at + 4))) return String(number);
    if (isKanji(is)) return letter;
    return UNMARKED.has(letter) || OKURIGANA.has(letter) ? "" : " ";
  }
  /** Tells piece by piece what a text is folded to.
   * @param {string} source
   * @param {(made: string, first: number, last: number) => void} put with the first and last place it stands for
   * @param {string} bar between texts, which stays, parted from them */
  function spell(source, put, bar = "") {
    let run = 0; // katakana so far
    let open = true; // nothing, or a space, stands last
    /** @param {string} made @param {number} first */
    const say = (made, first, last = first) => {
      put(made, first, last);
      open = made === " ";
    };
    /** @param {number} at */
    const part = (at) => {
      if (!open) say(" ", at);
    };
    for (let at = 0; at < source.length; at++) {
      const kept = steady(source, at, run);
      run = kept.run;
      if (kept.end > at) {
        say(kept.text, at, kept.end - 1);
        at = kept.end - 1;
        continue;
      }
      const end = wordEnd(source, at, bar);
      if (end > at) {
        run = 0;
        part(at);
        say(stem(source.slice(at, end)), at, end - 1);
        part(end - 1);
        at = end - 1;
        continue;
      }
      let letter = source.charAt(at);
      if (isHalfKana(code(letter))) {
        if (spelling.dots.test(source.charAt(at + 1))) letter += source.charAt(++at);
        letter = letter.normalize("NFKC");
      }
      run = isKatakana(code(letter)) || isKatakanaMark(code(letter)) ? run + 1 : 0;
      const other = letter === "障" && spelling.disability.exec(source.slice(at, at + 3));
      if (other) {
        say("障", at);
        say("害", at + 1, at + other[0].length - 1);
        at += other[0].length - 1;
        continue;
      }
      const made = plain(letter, source, at, run);
      if (made === " ") part(at);
      else if (made) say(made, at);
    }
  }

  /** @param {string} piece */
  function foldPiece(piece) {
    if (isLatin(code(piece))) return stem(piece);
    if (piece === BAR) return BAR;
    /** @type {string[]} */
    const parts = []; // joined at the end: adding to a string letter by letter would cost more than all else
    spell(piece, (made) => parts.push(made), BAR);
    return parts.join("").trim();
  }
  /** Texts folded into one string, with a bar between each two. @param {string[]} texts */
  const foldTexts = (texts) => (texts.join(BAR).match(PIECES) ?? []).map(foldPiece).filter(Boolean).join(" ");
  /** Each of them. @param {string[]} texts */
  const foldEach = (texts) =>
    foldTexts(texts)
      .split(BAR)
      .slice(0, texts.length) // of none, none
      .map((each) => each.trim());
  /** The folded text. @param {string} source */
  const fold = (source) => foldTexts([source.replaceAll(BAR, " ")]);
  /** The folded text of a line; of each of its characters the first and the last place it stands for in the source.
   * @param {string} source @returns {Search.Placed} */
  function placed(source) {
    /** @type {number[]} */
    const from = [];
    /** @type {number[]} */
    const to = [];
    let text = "";
    spell(source, (made, first, last) => {
      text += made;
      for (let at = 0; at < made.length; at++) {
        from.push(Math.min(first + at, last));
        to.push(at === made.length - 1 ? last : Math.min(first + at, last));
      }
    });
    return { text, from, to };
  }
  /** The letter that a text begins with once it is folded, or "" where what comes after it tells.
   * @param {string} source */
  function firstLetter(source) {
    const letter = source.charAt(0);
    const is = code(letter);
    if (isCapital(is)) return letter.toLowerCase();
    if (HOW[is] === KATA) return String.fromCharCode(is - TO_HIRAGANA);
    return HOW[is] || letter === "障" || isSmall(is) ? letter : "";
  }
  /** Is a folded word latin? @param {string} word */
  const latin = (word) => /^[a-z]/.test(word);
  /** A folded word as it is looked for: where it is latin it begins and, unless `open`, ends as a word does.
   * @param {string} word */
  const edged = (word, open = false) => `${latin(word) ? " " : ""}${word}${!open && /[a-z]$/.test(word) ? " " : ""}`;

  const own = {
    BAR,
    LONG_VOWEL,
    isKanji,
    isDigit,
    fold,
    placed,
    foldTexts,
    foldEach,
    firstLetter,
    latin,
    edged,
    spelling,
  };
  globalThis.Teichaku = { ...globalThis.Teichaku, fold, search: { ...globalThis.Teichaku?.search, ...own } };
})();
