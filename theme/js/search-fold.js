/* One form for all spellings, so that what is typed can be found in what is written: width, case, kind of kana, kana
   between kanji, counted numbers, the spellings of 障害; English words by their stem, each between spaces. */
(() => {
  "use strict";
  const { stem } = Teichaku.search;
  const BAR = "\u0001"; // between two texts
  const ASCII = /^[\n -~‐-‟…]*$/; // English with its dashes and quotes: folded word by word, as half a site's text is
  const WORD = "[A-Za-z]+(?:['’][A-Za-z]+)*|[0-9]+";
  const WORDS = new RegExp(WORD, "g");
  const WORDS_BARS = new RegExp(`${BAR}|${WORD}`, "g");
  const WORDS_BETWEEN = new RegExp(`[^A-Za-z0-9|]+|${WORD}`, "g");

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
  // Most letters stay as they are, and are passed over by the run: 1, and 2 where they aren't between two kanji.
  const STAYS = new Uint8Array(0x10000).fill(1, code("ぁ"), code("ゖ") + 1).fill(1, code("㐀"), code("鿿") + 1);
  STAYS.fill(1, 0x370, 0x2000).fill(1, 0xac00, 0xe000); // names in other scripts; halves of rarer letters, 𠮷野
  for (const letter of `障箇${NUMERALS}`) STAYS[code(letter)] = 0;
  for (const letter of OKURIGANA) STAYS[code(letter)] = 2;

  /** Where the letters from `at` on that stay as they are end. @param {string} source @param {number} at */
  function unchanged(source, at) {
    let end = at;
    for (; end < source.length; end++) {
      const how = STAYS[source.charCodeAt(end)];
      if (!how) break;
      if (how === 2 && isKanji(source.charCodeAt(end - 1)) && isKanji(source.charCodeAt(end + 1))) break;
    }
    return end;
  }
  /** Where the latin word at `at` ends: there, if there is none. @param {string} source @param {number} at */
  function latinEnd(source, at) {
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
    if (isKatakana(is)) return String.fromCharCode(is - TO_HIRAGANA);
    if (is === code(LONG_VOWEL)) return run < LONG || spelling.goesOn.test(source.charAt(at + 1)) ? LONG_VOWEL : "";
    const number = NUMERALS.indexOf(letter);
    if (number >= 0 && spelling.counter.test(source.slice(at + 1, at + 4))) return String(number);
    if (isKanji(is)) return letter;
    return UNMARKED.has(letter) || OKURIGANA.has(letter) ? "" : " ";
  }
  /** Tells piece by piece what a text is folded to.
   * @param {string} source
   * @param {(made: string, first: number, last: number) => void} put with the first and last place it stands for */
  function spell(source, put) {
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
      const kept = unchanged(source, at);
      const word = kept > at ? kept : latinEnd(source, at);
      if (word > at) {
        run = 0;
        if (kept > at) say(source.slice(at, kept), at, kept - 1);
        else {
          part(at);
          say(stem(source.slice(at, word)), at, word - 1);
          part(word - 1);
        }
        at = word - 1;
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

  /** The folded text. @param {string} source @returns {string} */
  function fold(source) {
    if (ASCII.test(source)) return (source.match(WORDS) ?? []).map(stem).join(" ");
    if (source.includes("\n")) return source.split("\n").map(fold).join(" ").trim();
    /** @type {string[]} */
    const parts = []; // joined at the end: adding to a string letter by letter would cost more than all else
    spell(source, (made) => parts.push(made));
    return parts.join("").trim();
  }
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
  /** Texts folded into one string, with a bar between each two: runs of English ones in one go.
   * @param {string[]} texts */
  function foldTexts(texts) {
    /** @type {string[]} */
    const parts = [];
    /** @type {string[]} */
    let run = [];
    const end = () => {
      const words = run.join(BAR).match(WORDS_BARS) ?? [];
      if (run.length) parts.push(words.map((each) => (each === BAR ? BAR : stem(each))).join(" "));
      run = [];
    };
    for (const text of texts) {
      if (ASCII.test(text)) run.push(text);
      else {
        end();
        parts.push(fold(text));
      }
    }
    end();
    return parts.join(` ${BAR} `);
  }
  /** Words between bars, each folded, with a bar before and after them: English ones in one go.
   * @param {string} words */
  function foldWords(words) {
    if (!ASCII.test(words)) return `|${words.split("|").map(fold).join("|")}|`;
    const stems = words.replace(WORDS_BETWEEN, (each) => (/[A-Za-z0-9]/.test(each.charAt(0)) ? stem(each) : " "));
    return `|${stems.replace(/ *\| */g, "|").trim()}|`;
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
    foldWords,
    latin,
    edged,
    spelling,
  };
  globalThis.Teichaku = { ...globalThis.Teichaku, fold, search: { ...globalThis.Teichaku?.search, ...own } };
})();
