/* What Japanese grammar tells of folded words: where particles part them, which endings are the same verb, how kana are
   written in romaji. Words aren't cut by a dictionary: these patterns say what may be left out or follow. */
(() => {
  "use strict";
  const { isKanji } = Teichaku.search;
  const KANJI = "々-〇㐀-鿿";
  const KANA = "ぁ-ゖー";

  // Each pattern with a phrase that it finds and one that it doesn't; tests/js/test_search_kana.py tries both.
  const grammar = {
    // A word of kana alone: 「ひきつぎ」, not 「引継ぎ」
    kana: new RegExp(`^[${KANA}]+$`),
    // Particles left before a noun, once a phrase before them is taken out: 「を会社」, not 「会社を」
    leading: new RegExp(`^[がのをにはでともへや]+(?=[${KANJI}])`),
    // The same before kana: 「がつらい」, not 「つらい」
    leadingKana: /^[がのをにはでともへ]+/,
    // Two words with a particle between them: 「会社を辞」, not 「ひとり暮」
    joined: new RegExp(`[${KANJI}${KANA}][がのをにはでと][${KANJI}]`),
    // A particle with more after it: 「上司が変わる」, not 「上司が」
    between: new RegExp(`[がをにはでともへの](?=[${KANJI}ぁ-ゖ])`),
    // A particle at the end: 「会社から」, not 「会社」
    trailing: /(?:[がのをにはでともへや]|から|まで|より|など)$/,
    // A noun made of a verb, which has other endings too: 「引継ぎ」, not 「職場に」
    verbalNoun: new RegExp(`[${KANJI}]{2}[いきぎしちみびりえけげせめれべ]$`),
    // The last kana of a verb or an adjective, which changes: 「辞める」, not 「辞め」
    verbal: /[るたいうくすつぬぶむぐだ]$/,
    // A phrase that may end in a verb or an adjective, and its last kana: 「会社を辞めたい」, not 「会社へ」
    inflected: new RegExp(`^(.*[${KANJI}])(?![がをにはのとでもへやな])([ぁ-ゖ]+)$`),
    // Last kana that are an ending and no word of their own: 「められた」, not 「ながら」
    tail: /^(?:[ぁ-ゖ]?(?:られ|れ|くな|な)?[るただ]|[ぁ-ゖ]?たい|[いうきくぐけげしすせちつてぬびぶべみむめりるれえ])$/,
    // An ending after a verb's stem, in up to three parts: 「らなくなった」, not 「のに」
    ending: new RegExp(
      "^(?:られ|[わられりれかきけくさせしっんまた])?" +
        "(?:なくて|なく|なかった|ない|ません|ました|ます|たい|たく|てい|[てたでだるうくいりば])?" +
        "(?:なった|なる|ない|[るた])?",
    ),
    // A run worth looking for alone: a number with its unit, kanji with their first kana, kana: 「が6か月」, not 「をx」
    run: new RegExp(`[0-9]+[${KANJI}か]*|[${KANJI}]+[いきぎくけしすせたちっつなぬびぶみむめりるれわえ]?|[${KANA}]{2,}`),
    // A word of one script, long enough to be typed wrongly: 「ひきつぎ」, not 「ひき」
    spelt: new RegExp(`[a-z]{4,}|[${KANA}]{4,}`),
    // The kana at the end of a run: 「変わ」, not 「変更」
    lastKana: new RegExp(`[${KANA}]$`),
    // Small kana that join the one before them in romaji: 「ゃ」, not 「や」
    small: /[ゃゅょ]/,
  };
  const LOOSE = "がをはも"; // particles that people leave out, or swap, before a noun or a verb
  const NEGATIVE = "ない"; // who doesn't is another than who does: its な stays with the stem

  /** @param {string} word */
  const isKana = (word) => grammar.kana.test(word);
  /** The runs of a folded phrase. @param {string} phrase */
  const runs = (phrase) => phrase.match(new RegExp(grammar.run, "g")) ?? [];

  /** A folded text without the particles before a noun or a verb; for each character left, its place in the text.
   * @param {string} text @returns {Search.Loosened} */
  function loosen(text) {
    const from = Array.from({ length: text.length }, (_, at) => at).filter(
      (at) => !(at && LOOSE.includes(text.charAt(at)) && isKanji(text.charCodeAt(at + 1))),
    );
    return { text: from.map((at) => text.charAt(at)).join(""), from };
  }
  /** A phrase that ends in a verb or an adjective, up to the kana that tells who does or doesn't; "" for any other.
   * @param {string} phrase */
  function stemmed(phrase) {
    const [, head, tail] = grammar.inflected.exec(phrase) ?? [];
    if (!head || !tail) return "";
    if (tail.endsWith(NEGATIVE)) return head + tail.slice(0, -1);
    return grammar.tail.test(tail) ? head + tail.slice(0, -1).slice(0, 1) : "";
  }
  /** How many characters of what follows a stem are its ending. @param {string} rest */
  const endingLength = (rest) => grammar.ending.exec(rest)?.[0].length ?? 0;
  /** The words of a phrase between its particles, a verb without its last kana. @param {string} phrase */
  function parts(phrase) {
    const words = phrase.split(grammar.between);
    const last = words.pop() ?? "";
    return [...words, last.length > 2 && grammar.verbal.test(last) ? last.slice(0, -1) : last];
  }

  // Hepburn of ぁ to ゖ, in order.
  const ROMAN = (
    "a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji - tsu zu te de to " +
    "do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro " +
    "wa wa i e o n vu ka ke"
  ).split(" ");
  const FIRST = "ぁ".charCodeAt(0);
  /** Romaji as people write them: long vowels don't count, and m is n before b, m, p. @param {string} word */
  const loose = (word) =>
    word
      .replace(/o[uo]/g, "o")
      .replace(/uu/g, "u")
      .replace(/m(?=[bmp])/g, "n");
  /** Folded kana in such romaji: じょぶこーち is jobukochi. @param {string} kana */
  const roman = (kana) =>
    loose(
      kana
        .replace(/[ぁ-ゖ]/g, (each) => (grammar.small.test(each) ? "'" : "") + ROMAN[each.charCodeAt(0) - FIRST])
        .replace(/(sh|ch|j)i'y/g, "$1") // shi'yu: shu
        .replace(/i'y/g, "y") // ki'yo: kyo
        .replace(/-(.)/g, "$1$1") // small tsu doubles what follows
        .replace(/['ー]/g, ""),
    );

  const own = { grammar, isKana, runs, loosen, stemmed, endingLength, parts, loose, roman };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
