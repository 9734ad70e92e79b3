/* The search engine behind the theme's own search box: stands in for its worker, loads the index when it is wanted.

   Words are compared folded (width, case, kind of kana, usual spellings; English words by their stem), wherever they
   stand in a text. What a query means comes from the index: groups of words, readings, words to pass over. */
(() => {
  "use strict";
  const KANJI = "\u3005-\u3007\u3400-\u9fff";
  const KANA = "\u3041-\u3096\u30fc";
  const KANAS = new RegExp(`^[${KANA}]+$`);
  const isKanji = (code) => (code >= 0x3400 && code <= 0x9fff) || (code >= 0x3005 && code <= 0x3007);
  const isKatakana = (code) => code >= 0x30a1 && code <= 0x30fc;
  const isLatin = (code) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f);
  const isDigit = (code) => code >= 48 && code <= 57;
  const NUMERALS = "\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"; // 0 to 9
  const COUNTED = /^\s?(?:[\u30f6\u30f5\u30ab\u304b\u30b1\u7b87\u500b]?\u6708|[\u5e74\u56de\u9031\u65e5\u4eba])/; // months, years, times \u2026
  const OKURIGANA = new Set("\u304d\u304e\u3057\u3058\u3061\u307f\u3073\u308a\u3048\u3051\u3052\u305b\u3081\u308c\u3066");
  // What folding leaves as it is: 1, and 2 where it isn't between two kanji.
  const STAYS = new Uint8Array(0x10000).fill(1, 0x3041, 0x3097).fill(1, 0x3400, 0xa000);
  for (const letter of `\u969c\u7b87${NUMERALS}`) STAYS[letter.charCodeAt(0)] = 0;
  for (const letter of OKURIGANA) STAYS[letter.charCodeAt(0)] = 2;
  const UNMARKED = new Set("\u30fb\u200b\u00ad"); // middle dot, invisible ones

  const ASCII = /^[\n -~\u2010-\u201f\u2026]*$/; // English with its quotes and dashes: folded word by word, as half a site's text is
  const BAR = "\u0001";
  const WORD = "[A-Za-z]+(?:['\u2019][A-Za-z]+)*|[0-9]+";
  const WORDS = new RegExp(WORD, "g");
  const WORDS_BARS = new RegExp(`${BAR}|${WORD}`, "g");
  const WORDS_BETWEEN = new RegExp(`[^A-Za-z0-9|]+|${WORD}`, "g");

  // A short word keeps its mute e, or "note" would be "not" and "cane" "can".
  const mute = (_, word) => (/^[^aeiouy]?[aeiou][^aeiouywx]$/.test(word) ? `${word}e` : word);
  // English: one form for a word's endings and for British and American spellings.
  const IRREGULAR = new Map(
    "told tell,left leave,lost lose,fell fall,fallen fall,drunk drink,gave give,given give,got get,took take,taken take,kept keep,came come,became become,broke break,broken break,forgot forget,forgotten forget,hid hide,hidden hide,knew know,known know,met meet,paid pay,saw see,seen see,spoke speak,spoken speak,wrote write,written write,taught teach,felt feel,heard hear,began begin,begun begin,chose choose,chosen choose,slept sleep,overslept oversleep,spent spend,understood understand,withdrew withdraw,withdrawn withdraw,went go,gone go,died die,dying die"
      .split(",")
      .map((each) => each.split(" ")),
  );
  const stems = new Map();
  function stem(word) {
    let made = stems.get(word);
    if (made !== undefined) return made;
    made = word.toLowerCase();
    if (/[^a-z]/.test(made)) made = made.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").replace(/^can['\u2019]t$/, "cannot").replace(/['\u2019](?:s|ll|d|ve|re|m)?$/, "").replace(/['\u2019]/g, "");
    made = IRREGULAR.get(made) ?? made;
    if (made.length > 3 && /(?:[deglsy]|([bmnprt])\1)$|our|isation|tre/.test(made)) {
      if (/our|isation|tre|^programme/.test(made)) made = made.replace(/^programme/, "program").replace("isation", "ization").replace(/(...)our/, "$1or").replace(/(..)tre(s?)$/, "$1ter$2");
      // Only the rules that an ending can meet: a site has thousands of words.
      const ends = (letters) => letters.includes(made.at(-1));
      if (ends("esdgr")) made = made.replace(/(..)is(e|ed|es|ing|er)$/, "$1iz$2");
      if (ends("sd")) made = made.replace(/([aeiou].*)ie[sd]$|(...)ies$|^([^aeiou]{2})ie[sd]$/, "$1$2$3y");
      if (ends("s")) made = made.replace(/(.*(?:s|x|z|ch|sh))es$/, mute).replace(/(.[^su])s$/, "$1");
      if (ends("dg")) made = made.replace(/([aeiou][^aeiou]+[aeiou])l(led|ling)$/, "$1$2").replace(/((?:[aeiouy].|.[aeiouy]).*[^e])(?:ed|ing)$/, mute);
      if (made.at(-1) === made.at(-2) && ends("bdgmnprt")) made = made.slice(0, -1);
      if (made.length > 4 && ends("e")) made = made.slice(0, -1);
    }
    stems.set(word, made);
    return made;
  }

  /** The folded text; a latin word stands between spaces, by its stem. With `places`, for each folded character the
   * first and the last place it stands for in the source.
   * @param {string} source @param {boolean} [placed] @returns {{text: string, from: number[], to: number[]}} */
  function fold(source, placed = false) {
    if (!placed && source.includes("\n") && !ASCII.test(source)) return { text: source.split("\n").map((line) => fold(line).text.trim()).join(" "), from: [], to: [] };
    if (!placed && ASCII.test(source)) return { text: `${(source.match(WORDS) ?? []).map((word) => stem(word)).join(" ")} `, from: [], to: [] };
    const from = [];
    const to = [];
    const parts = []; // joined at the end: adding to a string letter by letter would cost more than all else
    let run = 0; // katakana so far
    let open = true; // nothing, or a space, stands last
    const put = (made, first, last) => {
      parts.push(made);
      open = made === " ";
      if (!placed) return;
      for (let at = 0; at < made.length; at++) {
        from.push(first);
        to.push(last);
      }
    };
    const space = (at) => {
      if (!open) put(" ", at, at);
    };
    const stays = (at) => {
      const how = STAYS[source.charCodeAt(at)];
      return how === 1 || (how === 2 && !(isKanji(source.charCodeAt(at - 1)) && isKanji(source.charCodeAt(at + 1))));
    };
    for (let at = 0; at < source.length; at++) {
      let kept = at;
      while (kept < source.length && stays(kept)) kept++;
      if (kept > at) {
        if (placed) for (let each = at; each < kept; each++) put(source[each], each, each);
        else put(source.slice(at, kept), at, kept);
        at = kept - 1;
        run = 0;
        continue;
      }
      let letter = source[at];
      let code = letter.charCodeAt(0);
      if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0; // full-width forms of ASCII
      else if (code >= 0xff61 && code <= 0xff9f) {
        const marked = /[\uff9e\uff9f]/.test(source[at + 1] ?? "");
        letter = source.slice(at, at + (marked ? 2 : 1)).normalize("NFKC");
        code = letter.charCodeAt(0);
        if (marked) at++;
      }
      if (isLatin(code)) {
        let end = at + 1;
        while (end < source.length) {
          let next = source.charCodeAt(end);
          if (next >= 0xff01 && next <= 0xff5e) next -= 0xfee0;
          if (!isLatin(next) && !((next === 39 || next === 0x2019) && isLatin(source.charCodeAt(end + 1)))) break;
          end++;
        }
        const word = stem(source.slice(at, end));
        space(at);
        if (!placed) put(word, at, end);
        else for (let k = 0; k < word.length; k++) put(word[k], Math.min(at + k, end - 1), k === word.length - 1 ? end - 1 : Math.min(at + k, end - 1));
        space(end - 1);
        at = end - 1;
        run = 0;
        continue;
      }
      run = isKatakana(code) ? run + 1 : 0;
      if (isDigit(code)) put(String.fromCharCode(code), at, at);
      else if (code >= 0x30a1 && code <= 0x30f6) put(code === 0x30f5 || code === 0x30f6 ? "\u304b" : String.fromCharCode(code - 0x60), at, at);
      else if (code === 0x30fc) {
        if (run < 4 || /[\u30a1-\u30fc\uff66-\uff9f]/.test(source[at + 1] ?? "")) put("\u30fc", at, at); // a long word's last one is often left out
      } else if (code === 0x969c && (source[at + 1] === "\u788d" || source.startsWith("\u304c\u3044", at + 1))) {
        const length = source[at + 1] === "\u788d" ? 1 : 2; // the other spellings of "disability"
        put("\u969c", at, at);
        put("\u5bb3", at + 1, at + length);
        at += length;
      } else if (code === 0x7b87) put("\u304b", at, at);
      else if (NUMERALS.includes(letter) && COUNTED.test(source.slice(at + 1, at + 4))) put(String(NUMERALS.indexOf(letter)), at, at);
      else if (isKanji(code)) put(letter, at, at);
      else if (!UNMARKED.has(letter) && !OKURIGANA.has(letter)) space(at);
    }
    return { text: parts.join(""), from, to };
  }
  const folded = (source) => fold(source).text.trim();
  /** Texts folded into one string, with a bar between each two: runs of English ones in one go. */
  function foldedTexts(texts) {
    const parts = [];
    let run = [];
    const end = () => {
      if (run.length) parts.push((run.join(BAR).match(WORDS_BARS) ?? []).map((each) => (each === BAR ? BAR : stem(each))).join(" "));
      run = [];
    };
    for (const text of texts) {
      if (ASCII.test(text)) run.push(text);
      else {
        end();
        parts.push(folded(text));
      }
    }
    end();
    return ` ${parts.join(` ${BAR} `)} `;
  }
  /** Words between bars, each folded, a bar before and after them: English ones in one go. */
  function foldedWords(words) {
    if (!ASCII.test(words)) return `|${words.split("|").map(folded).join("|")}|`;
    const stems = words.replace(WORDS_BETWEEN, (each) => (/[A-Za-z0-9]/.test(each[0]) ? stem(each) : " "));
    return `|${stems.replace(/ *\| */g, "|").trim()}|`;
  }

  /** Is `one` at most `most` slips (letters wrong, missing, added, swapped) away from `other`? */
  function near(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return false;
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

  // Romaji (Hepburn) of U+3041 to U+3096, in order; long vowels don't count.
  const ROMAN = "a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji - tsu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu ka ke".split(" ");
  const loose = (word) => word.replace(/o[uo]/g, "o").replace(/uu/g, "u").replace(/m(?=[bmp])/g, "n");
  const roman = (kana) =>
    loose(
      kana
        .replace(/[\u3041-\u3096]/g, (each) => (/[\u3083\u3085\u3087]/.test(each) ? "'" : "") + ROMAN[each.charCodeAt(0) - 0x3041])
        .replace(/(sh|ch|j)i'y/g, "$1")
        .replace(/i'y/g, "y")
        .replace(/-(.)/g, "$1$1")
        .replace(/['\u30fc]/g, ""),
    );

  const PARTICLES = new RegExp(`^[\u304c\u306e\u3092\u306b\u306f\u3067\u3068\u3082\u3078\u3084]+(?=[${KANJI}])`); // before a noun, once a phrase before them is taken out
  const JOINED = new RegExp(`[${KANJI}${KANA}][\u304c\u306e\u3092\u306b\u306f\u3067\u3068][${KANJI}]`); // words with a particle between them
  const VERB = new RegExp(`[${KANJI}]{2}[\u3044\u304d\u304e\u3057\u3061\u307f\u3073\u308a\u3048\u3051\u3052\u305b\u3081\u308c\u3079]$`); // a noun made of a verb, which has other endings too
  // A phrase that ends in a verb or an adjective: its stem stays, with the kana that tells who does or doesn't.
  const INFLECTED = new RegExp(`^(.*[${KANJI}])(?![\u304c\u3092\u306b\u306f\u306e\u3068\u3067\u3082\u3078\u3084\u306a])([\u3041-\u3096]+)$`);
  const TAIL = /^(?:[\u3041-\u3096]?(?:\u3089\u308c|\u308c|\u304f\u306a|\u306a)?[\u308b\u305f\u3060]|[\u3041-\u3096]?\u305f\u3044|[\u3044\u3046\u304d\u304f\u3050\u3051\u3052\u3057\u3059\u305b\u3061\u3064\u3066\u306c\u3073\u3076\u3079\u307f\u3080\u3081\u308a\u308b\u308c\u3048])$/;
  const ENDING = /^(?:\u3089\u308c|[\u308f\u3089\u308c\u308a\u308c\u304b\u304d\u3051\u304f\u3055\u305b\u3057\u3063\u3093\u307e\u305f])?(?:\u306a\u304f\u3066|\u306a\u304f|\u306a\u304b\u3063\u305f|\u306a\u3044|\u307e\u305b\u3093|\u307e\u3057\u305f|\u307e\u3059|\u305f\u3044|\u305f\u304f|\u3066\u3044|[\u3066\u305f\u3067\u3060\u308b\u3046\u304f\u3044\u308a\u3070])?(?:\u306a\u3063\u305f|\u306a\u308b|\u306a\u3044|[\u308b\u305f])?/;
  const stemmed = (phrase) => {
    const [, head, tail] = INFLECTED.exec(phrase) ?? [];
    if (tail?.endsWith("\u306a\u3044")) return head + tail.slice(0, -1);
    return tail && TAIL.test(tail) ? head + tail.slice(0, -1).slice(0, 1) : "";
  };
  const BETWEEN = new RegExp(`[\u304c\u3092\u306b\u306f\u3067\u3068\u3082\u3078\u306e](?=[${KANJI}\u3041-\u3096])`); // particles that part a phrase
  const VERBAL = /[\u308b\u305f\u3044\u3046\u304f\u3059\u3064\u306c\u3076\u3080\u3050\u3060]$/;
  const PARTICLE = /(?:[\u304c\u306e\u3092\u306b\u306f\u3067\u3068\u3082\u3078\u3084]|\u304b\u3089|\u307e\u3067|\u3088\u308a|\u306a\u3069)$/;
  /** Without the particles before a noun or a verb; for each character left, its place in the text. */
  function loosen(text) {
    const from = [...text].map((_, at) => at).filter((at) => !(at && "\u304c\u3092\u306f\u3082".includes(text[at]) && isKanji(text.charCodeAt(at + 1))));
    return { text: from.map((at) => text[at]).join(""), from };
  }
  const FEW = 8; // entries that a word leads to are worth as much as if so many held it
  const USED = 5; // entries that make a word one of the guide's own
  const ALIKE = 0.9; // weight of a word of the same group where the word itself stands nowhere
  const BESIDE = 0.55; // and where it does
  const ASIDE = 0.5; // how much of that is left where it is known what answers the word
  // A page about something answers better than its entry in a list.
  const FACTOR = { term: 0.45, accommodation: 0.5, milestone: 0.7, sheet: 0.8, about: 0.4 };
  const LED = 5; // for an entry that is known to answer a word, less for each one before it
  const LATER = 0.85;
  const WHOLE = 2; // for a page whose own title holds the word
  const FOOT = 0.3; // for one that holds it only in a table or at its foot
  const ALL = 1.3; // how much more it counts to answer all of a question
  const OPEN = 3; // sections of a page that show at once
  const NEAR = 8; // characters between the words of a phrase
  const MARKED = 60; // places in a text that are looked for
  const latin = (word) => /^[a-z]/.test(word);
  /** A word as it is looked for: where it is latin it begins and, unless `open`, ends as a word does. */
  const edged = (word, open = false) => `${latin(word) ? " " : ""}${word}${!open && /[a-z]$/.test(word) ? " " : ""}`;

  /** @param {{entries: [at: string, title: string, text: string, kind: string, words: string][], groups: string, readings: string, pass: string[], kinds: Record<string, string>}} index */
  function engine(index) {
    const { at: ats, title: titles, text: texts, kind: kinds, words: others } = index.entries;
    let page = "";
    const entries = ats.map((at, number) => {
      const [before, anchor] = at.split("#");
      if (before) page = before;
      const shownOn = page.split(" ");
      return { at: anchor ? `${shownOn[0]}#${anchor}` : shownOn[0], page: shownOn[0], shownOn, title: titles[number], text: texts[number], kind: kinds[number], words: others[number] };
    });
    // All texts in one string, so that a word is looked for once: title, other words and text of entry after entry.
    const all = foldedTexts(entries.flatMap(({ title, words, text }) => [title, words, text]));
    const starts = [0];
    for (let at = all.indexOf(BAR); at >= 0; at = all.indexOf(BAR, at + 1)) starts.push(at + 1);
    for (const [number, entry] of entries.entries()) entry.name = all.slice(starts[3 * number], starts[3 * number + 1] - 1).trim();
    const pages = new Map(entries.filter(({ at }) => !at.includes("#")).map((entry) => [entry.page, entry]));
    // Who asks for a form is answered by any sheet.
    const form = folded(index.kinds.sheet);
    const sheets = entries.flatMap(({ kind }, number) => (kind === "sheet" ? [number] : []));
    const pass = new Set(index.pass.map(folded));
    // Groups stay strings until one of their words is asked for: there are thousands of words.
    const groups = index.groups.split("\n").map((line) => {
      const [words, at] = line.split("\t");
      return { words: foldedWords(words), answers: at ? at.split(" ").map((each, place) => [Number(each), LED * LATER ** place]) : [] };
    });
    const sought = new Map();
    /** What a word shares a group with, and the entries that answer it, each with its weight: undefined where it has no group. */
    function group(word) {
      if (!sought.has(word)) {
        const own = groups.filter(({ words }) => words.includes(`|${word}|`));
        sought.set(word, own.length ? { words: own.flatMap(({ words }) => words.split("|").filter(Boolean)), answers: own.flatMap(({ answers }) => answers) } : undefined);
      }
      return sought.get(word);
    }
    let every; // words of all groups, the longest first
    const phrases = () => (every ??= [...new Set(groups.flatMap(({ words }) => words.split("|").filter(Boolean)))].sort((one, other) => other.length - one.length));
    let severed;
    /** The words of phrases that have several, as they are looked for: without those that say nothing, and the ending of the last. */
    const parted = () => (severed ??= new Map(phrases().map((each) => [each, severally(each)]).filter(([, words]) => words.length > 1).sort(([, one], [, other]) => other.join("").length - one.join("").length)));
    function severally(phrase) {
      if (latin(phrase)) return [...new Set(phrase.split(" "))].filter((word) => !pass.has(word) && word.length > 1).map((word) => ` ${word} `);
      const words = phrase.split(BETWEEN);
      const last = words.pop();
      const whole = [...words, last.length > 2 && VERBAL.test(last) ? last.slice(0, -1) : last];
      return whole.every((word) => word.length > 1 || isKanji(word.charCodeAt(0))) && whole.join("").length > 3 ? whole : [];
    }
    let bases; // of phrases that end in a verb or an adjective
    const inflected = () => (bases ??= new Map(phrases().map((each) => [each, loosen(stemmed(each)).text]).filter(([, stem]) => stem.length > 2)));
    const readings = new Map();
    for (const [reading, ...words] of index.readings.split("\n").filter(Boolean).map((line) => line.split(" "))) readings.set(folded(reading), words.map(folded));
    const said = [...readings.keys()].sort();
    let vocabulary; // words of one script, for slips of the finger
    const spelt = () => (vocabulary ??= [...new Set(all.match(/[a-z]{4,}|[\u3041-\u3096\u30fc]{4,}/g) ?? []), ...said.filter((each) => each.length > 3), ...phrases().filter((each) => each.length > 3)]);

    /** Where a folded word stands: entry → [in title, in other words, in text, first place in text].
     * A latin word must begin where a word begins; `open` lets it go on. */
    const looked = new Map();
    function places(word, open = false) {
      const key = open ? `${word}*` : word;
      let found = looked.get(key);
      if (found) return found;
      found = new Map();
      const asked = edged(word, open);
      let entry = 0;
      for (let at = all.indexOf(asked); at >= 0; at = all.indexOf(asked, at + word.length)) {
        if (isDigit(asked.charCodeAt(0)) && isDigit(all.charCodeAt(at - 1))) continue;
        while (entry + 1 < entries.length && starts[3 * (entry + 1)] <= at) entry++;
        const hit = found.get(entry) ?? [0, 0, 0, -1];
        const field = at < starts[3 * entry + 1] ? 0 : at < starts[3 * entry + 2] ? 1 : 2;
        hit[field]++;
        if (field === 2 && hit[3] < 0) hit[3] = at;
        found.set(entry, hit);
      }
      if (looked.size > 5000) looked.clear();
      looked.set(key, found);
      return found;
    }
    const known = (word) => places(word).size > 0;
    const rarity = (count) => Math.log(1 + entries.length / count);

    /** Words for a reading, whole or as far as typed; a compound is read piece by piece. */
    function read(kana, known = readings) {
      const whole = known.get(kana);
      if (whole) return [whole];
      if (kana.length > 2) {
        const begun = [...known.keys()].filter((each) => each.startsWith(kana)).flatMap((each) => known.get(each));
        if (begun.length) return [begun.slice(0, 8)];
      }
      const best = [{ cost: 0, left: 0, words: [] }]; // by how much of the kana is read: the cheapest way there
      const offer = (end, way) => {
        if (!(best[end]?.cost <= way.cost)) best[end] = way;
      };
      for (let start = 0; start < kana.length; start++) {
        const { cost, left, words } = best[start];
        offer(start + 1, { cost: cost + 2, left: left + 1, words }); // a letter that no word takes
        for (let end = start + 2; end <= kana.length; end++) {
          const more = known.get(kana.slice(start, end));
          if (more) offer(end, { cost: cost + 1, left, words: [...words, more] });
        }
      }
      const { left, words: pieces } = best[kana.length];
      if (left > kana.length * 0.4) return [];
      if (pieces.length < 2) return pieces;
      let joined = [""];
      for (const words of pieces) joined = joined.flatMap((before) => words.map((word) => before + word)).slice(0, 200);
      joined = joined.filter((word) => places(word).size);
      return joined.length ? [joined] : pieces;
    }
    let spelled; // readings in romaji
    function romaji() {
      if (!spelled) {
        spelled = new Map();
        for (const [reading, words] of readings) spelled.set(roman(reading), [...(spelled.get(roman(reading)) ?? []), ...words]);
      }
      return spelled;
    }
    /** The longest pieces of an unknown word that stand somewhere. */
    function pieces(word) {
      const found = [];
      for (let at = 0; at < word.length - 1; ) {
        let end = word.length;
        while (end > at + 1 && !known(word.slice(at, end))) end--;
        if (end > at + 1) found.push(word.slice(at, end));
        at = Math.max(end, at + 1);
      }
      return found.join("").length * 2 >= word.length ? found : [];
    }
    const slips = (word) => {
      const most = word.length > 7 ? 2 : 1;
      return word.length < (latin(word) ? 5 : 4) ? [] : spelt().filter((each) => latin(each) === latin(word) && near(word, each, most)).slice(0, 6);
    };
    // Who asks by a word that the guide uses gets the pages that hold it; other words only help to rank them.
    const used = (word) => known(word) && (named.has(word) || places(word).size >= USED || [...places(word)].some(([entry, [inTitle]]) => inTitle && !entries[entry].kind));
    const named = new Map(); // each name of a term, also the one in brackets \u2192 all of them
    for (const { kind, title } of entries)
      if (kind === "term") {
        const names = title.split(/[()\uff08\uff09]/).map(folded).filter(Boolean);
        for (const name of names) named.set(name, names);
      }
    const pagesOf = (words) => new Set(words.flatMap((word) => [...places(word).keys()]).flatMap((entry) => entries[entry].shownOn));
    const alike = (word) => {
      const weight = (known(word) ? BESIDE : ALIKE) * (group(word)?.answers.length ? ASIDE : 1);
      const verb = VERB.test(word) ? [[word.slice(0, -1), 0.85]] : [];
      return [...verb, ...(group(word)?.words ?? []).map((each) => [each, weight]), [word, 0, false, group(word)?.answers]];
    };

    /** Ways to go on from a beginning that stands nowhere itself: the groups of the words that begin so, if they are few. */
    function begun(beginning) {
      const words = phrases().filter((each) => each.startsWith(beginning));
      return words.length > 8 ? [] : words.flatMap((each) => group(each).words).map((each) => [each, 0.6]);
    }

    /** What a query asks for: units to be found, each with its ways of being said.
     * @returns {{raw: string, ways: [word: string, weight: number, open?: boolean][], leads: Map<number, number>, share: number, within: ?Set<string>}[]} */
    function parse(query) {
      const units = [];
      const add = (raw, ways, share = 1, only = ways.slice(0, 1).flatMap(([word]) => (known(word) && named.get(word)) || [])) => {
        const best = new Map();
        const leads = new Map();
        for (const way of ways) {
          const [word, weight, open, answers = []] = way;
          for (const [entry, worth] of answers) leads.set(entry, Math.max(leads.get(entry) ?? 0, worth));
          if (!weight) continue;
          const key = `${word}${open ? "*" : ""}`;
          if (word && !(best.get(key)?.[1] >= weight)) best.set(key, way);
        }
        if (best.size) units.push({ raw, ways: [...best.values()], leads, share, within: only.length ? pagesOf(only) : null });
      };
      let rest = ` ${fold(query).text.trim()} `;
      const whole = rest.trim();
      if (!whole) return units;
      const one = group(whole) || !(whole.includes(" ") || JOINED.test(whole));
      if (one && whole.length > 1 && (group(whole) || used(whole))) {
        add(whole, [[whole, 1], ...alike(whole)], 1, used(whole) ? (named.get(whole) ?? [whole]) : []);
        return units;
      }
      if (/^[a-z]+(?: [a-z]+)+$/.test(whole) && whole.split(" ").some((each) => !known(each))) {
        const words = romaji().get(loose(whole.replaceAll(" ", ""))) ?? []; // romaji, written apart
        if (words.length) return add(whole, words.flatMap((word) => [[word, 0.9], ...alike(word)])), units;
      }
      // Known words and phrases first, the longest before the shorter ones, also with other words between theirs.
      let bare = loosen(rest);
      const take = (phrase, taken) => {
        add(phrase, [[phrase, 1], ...alike(phrase)]);
        for (const [start, end] of taken.sort(([one], [other]) => other - one)) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
        bare = loosen(rest);
      };
      const severed = parted();
      for (const phrase of phrases()) {
        const taken = phrase.length > 1 && (together(phrase, rest, bare) ?? (latin(phrase) ? undefined : apart(severed.get(phrase), rest)));
        if (taken) take(phrase, taken);
      }
      for (const [phrase, words] of severed) {
        const taken = latin(phrase) && apart(words, rest); // its words may stand in any order: an exact one goes before
        if (taken) take(phrase, taken);
      }
      const last = rest.trimEnd().split(" ").at(-1);
      for (const piece of rest.split(" ").filter(Boolean)) {
        const chunk = piece.replace(PARTICLES, "");
        if (!chunk || pass.has(chunk)) continue;
        if (/^[a-z]+$/.test(chunk)) {
          const ways = [[chunk, 1]];
          if (chunk === last && chunk.length > 1) ways.push([chunk, 0.8, true]);
          if (!known(chunk) && !places(chunk, true).size) {
            const words = chunk.length > 3 ? read(loose(chunk), romaji()) : [];
            for (const each of words) add(chunk, each.flatMap((word) => [[word, 0.9], ...alike(word)]));
            if (words.length) continue;
            const onward = chunk.length > 3 ? begun(chunk) : [];
            ways.push(...onward);
            if (!onward.length) for (const each of slips(chunk)) ways.push([each, 0.7], ...alike(each).map(([word, weight, ...more]) => [word, 0.6 * weight, ...more]));
          }
          add(chunk, ways);
        } else japanese(chunk, add);
      }
      if (!units.length) add(whole, [[whole, 1]]); // nothing but words to pass over
      // One letter of many that is known answers nothing.
      return whole.length > 3 && units.every(({ raw }) => raw.length < 2 && !group(raw)) ? [] : units;
    }
    /** Where a phrase stands in what is asked, also with another particle or ending: [[start, end]].
     * @param {string} rest @param {{text: string, from: number[]}} bare the same, loosened */
    function together(phrase, rest, bare) {
      const asked = edged(phrase);
      const at = rest.indexOf(asked);
      if (at >= 0) return latin(phrase) || !cuts(rest, at, phrase) ? [[at, at + asked.length]] : undefined;
      const stem = inflected().get(phrase);
      const start = stem ? bare.text.indexOf(stem) : -1;
      if (start < 0) return undefined;
      const end = bare.from[start + stem.length - 1] + 1;
      if (isKanji(stem.charCodeAt(stem.length - 1)) && isKanji(rest.charCodeAt(end))) return undefined; // within a longer noun
      return [[bare.from[start], end + ENDING.exec(rest.slice(end))[0].length]];
    }
    /** Where the words of a phrase stand, all of them, with others between them; in Japanese in their order, in English in any. */
    function apart(words, rest) {
      if (!words) return undefined;
      const english = words[0][0] === " ";
      const taken = [];
      let from = 0;
      for (const word of words) {
        const at = rest.indexOf(word, english ? 0 : from);
        if (at < 0 || (!english && ((from && at - from > NEAR) || cuts(rest, at, word)))) return undefined;
        from = at + word.length;
        taken.push(english ? [at + 1, from - 1] : [at, from]);
      }
      return taken;
    }
    /** Would taking this phrase out cut a word of kanji or of kana in two? (A short one inside a longer known one.) */
    function cuts(text, at, phrase) {
      if (phrase.length > 2) return false;
      const [before, after] = [text[at - 1] ?? " ", text[at + phrase.length] ?? " "];
      if (KANAS.test(before + phrase) && !PARTICLE.test(text.slice(0, at))) return true; // the end of another word: the deaf "rou" in "shuurou"
      const same = (one, other) => (isKanji(one.charCodeAt(0)) && isKanji(other.charCodeAt(0))) || (KANAS.test(one + other) && KANAS.test(phrase));
      return (same(before, phrase[0]) && known(before + phrase)) || (same(phrase.at(-1), after) && known(phrase + after));
    }
    function japanese(chunk, add) {
      if (KANAS.test(chunk)) {
        const whole = readings.get(chunk) ?? [];
        const ways = chunk.length > 1 && known(chunk) ? [[chunk, whole.some(used) ? 0.6 : 1]] : [];
        const words = chunk.length > 1 ? read(chunk) : [];
        if (words.length === 1) ways.push(...words[0].flatMap((word) => [[word, ways.length && !whole.some(used) ? 0.7 : 0.9], ...alike(word)]));
        if (ways.length) return add(chunk, ways, ways[0][0] === chunk && chunk.length < 4 && !words.length ? 0.3 : 1, whole.some(used) ? [chunk, ...whole.flatMap((word) => named.get(word) ?? [word])] : []);
        if (words.length) return words.forEach((each) => add(chunk, each.flatMap((word) => [[word, 0.9], ...alike(word)])));
        const onward = chunk.length > 2 ? begun(chunk) : [];
        if (onward.length) return add(chunk, onward);
        const close = slips(chunk);
        return add(chunk, close.flatMap((each) => [[each, 0.7], ...alike(each), ...(readings.get(each) ?? []).map((word) => [word, 0.7])]), 0.8);
      }
      if (chunk.length > 1 && known(chunk)) return add(chunk, [[chunk, 1]]);
      // Runs of kanji with their first kana, of digits, of kana; what is said between them counts for little.
      const runs = chunk.matchAll(new RegExp(`[0-9]+[${KANJI}\u304b]*|[${KANJI}]+[\u3044\u304d\u304e\u304f\u3051\u3057\u3059\u305b\u305f\u3061\u3063\u3064\u306a\u306c\u3073\u3076\u307f\u3080\u3081\u308a\u308b\u308c\u308f\u3048]?|[${KANA}]{2,}`, "g"));
      for (const [run] of runs) {
        if (pass.has(run)) continue;
        if (KANAS.test(run)) {
          const plain = run.replace(/^[\u304c\u306e\u3092\u306b\u306f\u3067\u3068\u3082\u3078]+/, "");
          if (plain.length < 3 || pass.has(plain)) continue;
          if (known(plain) && plain.length > 3) add(plain, [[plain, 1]], 0.4);
          else for (const words of plain.length > 3 ? read(plain) : []) add(plain, words.map((word) => [word, 0.7]), 0.5);
          continue;
        }
        const bare = run.replace(new RegExp(`[${KANA}]$`), "");
        if (known(run)) add(run, [[run, 1], ...(bare !== run ? [[bare, bare.length > 1 ? 0.8 : 0.5]] : [])], run.length < 2 ? 0.4 : bare.length < 2 ? 0.7 : 1);
        else if (bare !== run && bare && known(bare)) add(bare, [[bare, 1], ...alike(bare)], bare.length < 2 ? 0.5 : 1);
        else {
          const onward = run.length > 1 ? begun(bare) : [];
          if (onward.length) {
            add(bare, onward, bare.length < 2 ? 0.6 : 1);
            continue;
          }
          const parts = pieces(bare);
          for (const each of parts) add(each, [[each, 1], ...alike(each)], each.length / bare.length);
          if (!parts.length) {
            const close = spelt().filter((each) => !latin(each) && near(bare, each, 1) && bare.length > 3);
            const grams = [...bare].slice(0, -1).map((_, at) => bare.slice(at, at + 2)).filter(known);
            add(bare, close.length ? close.map((each) => [each, 0.7]) : grams.map((each) => [each, 0.5]), 0.8);
          }
        }
      }
    }
    /** The entries that answer, best first: {entry, score, hits: [words found], terms} */
    function ranked(units) {
      const found = new Map();
      let total = 0;
      for (const [number, unit] of units.entries()) {
        const here = new Map(); // entry \u2192 [value, word, place, part of what was asked]
        let rare = 0;
        const [[own]] = unit.ways;
        const typed = places(own).size; // a rarer word of its group says no more than the word itself
        for (const [word, weight, open] of unit.ways) {
          const found = places(word, open);
          if (!found.size) continue;
          const worth = rarity(Math.max(found.size, typed)) * weight * unit.share;
          rare = Math.max(rare, worth);
          for (const [entry, [inTitle, inWords, inText, place]] of found) {
            const { name, at, kind, shownOn } = entries[entry];
            if (unit.within && !shownOn.some((page) => unit.within.has(page))) continue;
            const title = inTitle ? 3 + (3 * word.length) / name.length + (at.includes("#") ? 0 : WHOLE) : 0;
            const value = worth * (title + (inWords ? (kind === "accommodation" ? 2 : FOOT) : 0) + (inText ? 1 + 0.4 * Math.log(inText) : 0));
            const before = here.get(entry);
            if (!before || before[0] < value) here.set(entry, [value, word, place, kind || inTitle || inText ? 1 : FOOT]);
          }
        }
        const worth = rarity(Math.max(typed, FEW)) * unit.share;
        for (const [entry, weight] of unit.leads) {
          if (unit.within && !entries[entry].shownOn.some((page) => unit.within.has(page))) continue;
          const [value, word, place] = here.get(entry) ?? [0, own, -1];
          here.set(entry, [worth * weight + value / 2, word, place, 1, true]);
          rare = Math.max(rare, worth);
        }
        if (unit.ways.some(([word]) => word === form))
          for (const entry of sheets) if (!here.has(entry)) here.set(entry, [rarity(sheets.length), form, -1, 1]);
        const share = Math.sqrt(rare || rarity(20)) * unit.share; // of the question
        total += share;
        for (const [entry, [value, word, place, part, answers]] of here) {
          const one = found.get(entry) ?? { sum: 0, covered: 0, words: [], spots: [], units: new Set() };
          one.sum += value;
          one.covered += share * part;
          one.words.push(word);
          if (place >= 0) one.spots.push(place);
          one.units.add(number);
          one.led ||= answers;
          found.set(entry, one);
        }
      }
      // A section is also about what its page's title says.
      const titled = new Map();
      for (const [entry, one] of found) if (entries[entry] === pages.get(entries[entry].page)) titled.set(entries[entry].page, one);
      const answers = [];
      for (const [entry, one] of found) {
        const here = asked(entries[entry], units);
        const parent = titled.get(here.page);
        if (parent && parent !== one)
          for (const number of parent.units)
            if (!one.units.has(number) && unitInTitle(units[number], pages.get(here.page))) {
              const rare = rarity(places(units[number].ways[0][0]).size || 20) * units[number].share;
              one.covered += 0.8 * Math.sqrt(rare);
              one.sum += 0.8 * rare;
            }
        const coverage = Math.min(1, one.covered / total);
        let score = one.sum * coverage ** ALL * (one.led ? 1 : (FACTOR[here.kind] ?? 1));
        if (one.spots.length > 1) score *= Math.max(...one.spots) - Math.min(...one.spots) < 60 ? 1.2 : 1;
        answers.push({ entry: here, score, coverage, words: one.words, units: one.units, literal: units.every(({ ways: [[own]] }) => places(own).has(entry)) });
      }
      const top = Math.max(0, ...answers.map(({ score }) => score));
      const most = Math.max(0, ...answers.map(({ coverage }) => coverage));
      return answers.filter(({ score, coverage, literal }) => literal || (score >= top * 0.05 && coverage >= most * 0.34)).sort((one, other) => other.score - one.score);
    }
    /** An entry that several pages show, on the one whose title the question names, or at least one of those asked for. */
    function asked(entry, units) {
      if (entry.shownOn.length < 2) return entry;
      const named = (page) => units.some((unit) => unitInTitle(unit, pages.get(page)));
      const meant = (page) => units.some(({ within }) => within?.has(page));
      const page = entry.shownOn.find(named) ?? entry.shownOn.find(meant) ?? entry.page;
      return { ...entry, page, at: entry.at.replace(entry.page, page) };
    }
    const unitInTitle = (unit, page) => unit.ways.some(([word]) => ` ${page.name} `.includes(edged(word)));

    const label = (words) => `<small class="search-kind">${escaped(words)}</small>`;
    const escaped = (text) => text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
    /** Spans of the source where the words stand, line by line: places are worth their cost only where there are any. */
    function spans(source, words) {
      const asked = [...new Set(words)].map((word) => edged(word, true));
      const found = [];
      let start = 0;
      for (const line of source.split("\n")) {
        const spaced = ` ${fold(line).text} `;
        const here = asked.filter((word) => spaced.includes(word));
        if (here.length) found.push(...within(line, here).map(([first, last]) => [start + first, start + last]));
        if (found.length >= MARKED) break;
        start += line.length + 1;
      }
      return found;
    }
    /** The same within one line, in order, those that overlap as one. */
    function within(line, asked) {
      const { text, from, to } = fold(line, true);
      const spaced = ` ${text} `;
      const found = [];
      for (const word of asked)
        for (let at = spaced.indexOf(word); at >= 0; at = spaced.indexOf(word, at + 1)) {
          const start = at + (word[0] === " " ? 0 : -1);
          let end = to[Math.min(start + word.trim().length, to.length) - 1] + 1;
          if (line[end] === "\u30fc") end++; // a long vowel that was folded away
          found.push([from[start], end]);
        }
      found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
      return found.reduce((kept, [start, end]) => {
        const before = kept.at(-1);
        if (before && start <= before[1]) before[1] = Math.max(before[1], end);
        else kept.push([start, end]);
        return kept;
      }, []);
    }
    /** HTML of a stretch of plain text with its spans marked: nothing of the text is markup. */
    function marked(source, found, start = 0, end = source.length) {
      let html = "";
      let at = start;
      for (const [first, last] of found) {
        if (first < at || last > end) continue;
        html += `${escaped(source.slice(at, first))}<mark>${escaped(source.slice(first, last))}</mark>`;
        at = last;
      }
      return html + escaped(source.slice(at, end));
    }
    function snippet(source, found) {
      if (!source) return "";
      const wide = 150;
      let start = 0;
      if (found.length) {
        // From where most marks stand within one snippet, back to the beginning of its line.
        const [best] = found.map(([first]) => [first, found.filter(([other]) => other >= first && other < first + wide).length]).sort((one, other) => other[1] - one[1]);
        start = Math.max(source.lastIndexOf("\n", best[0]) + 1, best[0] - 50);
      }
      const end = Math.min(source.length, start + wide);
      return `<p>${start ? "\u2026" : ""}${marked(source, found, start, end)}${end < source.length ? "\u2026" : ""}</p>`;
    }
    /** What the theme draws of one result; `terms`: what the page it leads to shall highlight. */
    function drawn({ entry, words, units: matched }, units, also) {
      const inText = spans(entry.text, words);
      const inTitle = spans(entry.title, words);
      const terms = Object.fromEntries(units.filter((_, number) => !matched.has(number)).map(({ raw }) => [raw, false]));
      for (const [first, last] of inText.slice(0, 8)) terms[entry.text.slice(first, last)] = true;
      if (!inText.length) for (const [first, last] of inTitle) terms[entry.title.slice(first, last)] = true;
      const title = [marked(entry.title, inTitle), ...[index.kinds[entry.kind], also].filter(Boolean).map(label)].join(" ");
      return { title, text: snippet(entry.text, inText), terms };
    }
    /** One result, drawn when the theme comes to it. */
    function item(answer, units, score, { folder, label }) {
      let made;
      const whole = () => (made ??= drawn(answer, units, label));
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
    /** @param {string} query @param {{folder: string, label: string}} [from] where this index is, seen from the page's own
     * @returns {{items: object[][], near: string[]}} results by page; `near`: words to try where nothing is found */
    function search(query, from = { folder: "", label: "" }) {
      const units = parse(query);
      const byPage = new Map();
      for (const answer of units.length ? ranked(units) : []) {
        const { page } = answer.entry;
        if (!byPage.has(page)) byPage.set(page, []);
        byPage.get(page).push(answer);
      }
      // Of pages that answer as well, the one with more to say about it comes first.
      const most = (answers) => answers[0].score * (1 + 0.1 * Math.log(answers.filter(({ entry }) => !entry.kind).length || 1));
      const items = [...byPage].sort(([, one], [, other]) => most(other) - most(one)).map(([page, answers]) => {
        // The theme wants the page itself among its sections, and folds away what scores less than the first.
        const whole = pages.get(page);
        if (whole && !answers.some(({ entry }) => entry === whole)) answers.push({ ...answers[0], entry: whole, score: 0 });
        return answers.map((answer, number) => item(answer, units, number < OPEN && answer.score ? answers[0].score : answer.score, from));
      });
      return { items, near: items.length ? [] : nearest(query) };
    }
    /** Words that stand in the guide and look like what was asked. */
    function nearest(query) {
      const asked = folded(query);
      const grams = (word) => new Set([...word].slice(0, -1).map((_, at) => word.slice(at, at + 2)));
      const own = grams(asked);
      return entries
        .filter(({ kind }) => kind === "term")
        .map(({ title }) => [title, [...grams(folded(title))].filter((each) => own.has(each)).length / (own.size || 1)])
        .filter(([, share]) => share >= 0.3)
        .sort((one, other) => other[1] - one[1])
        .slice(0, 3)
        .map(([title]) => title);
    }
    return { parse, search };
  }

  /** An index as search/script.py packs it: each letter of two bytes stands for one of `letters`, by its place. */
  function unpacked(letters, packed) {
    const codes = new Uint16Array(packed.length);
    for (let at = 0; at < codes.length; at++) {
      const code = packed.charCodeAt(at);
      codes[at] = code < 0xa0 || code > 0x7ff ? code : letters.charCodeAt(code - 0xa0);
    }
    return JSON.parse(new TextDecoder("utf-16le").decode(codes));
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, fold: folded, search: { engine, fold, near, stem, unpacked } };
})();

/* In a page: the theme's search is answered here, and the index comes when search is opened or the page has nothing to do. */
(() => {
  "use strict";
  if (typeof document === "undefined") return;
  const { engine, unpacked } = Teichaku.search;
  const config = () => JSON.parse(document.getElementById("__config").textContent);
  const base = () => new URL(config().base, location.href);
  const loading = new Map();
  let arrived;
  Teichaku.index = (...index) => (arrived = unpacked(...index));

  /** The engine over the index at `address`, loaded once. */
  function load(address) {
    if (!loading.has(address))
      loading.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = () => resolve({ index: arrived, engine: engine(arrived) });
        script.onerror = () => {
          loading.delete(address);
          reject(new Error(`search.js: ${address} can't be loaded`));
        };
        document.head.append(script);
      }));
    return loading.get(address);
  }
  const own = () => load(new URL("search/index.js", base()).href);

  /** Results, or where there are none those of the other language, each marked as such; nothing once they aren't `wanted`. */
  async function answer(query, wanted) {
    const here = await own();
    if (!wanted()) return undefined;
    const found = here.engine.search(query);
    if (found.items.length || !query.trim()) return found;
    const { folder, label } = here.index.other;
    const there = await load(new URL(`${folder}search/index.js`, base()).href).catch(() => null);
    return { items: there?.engine.search(query, { folder, label }).items ?? [], near: found.near };
  }

  /** Says what to try where nothing is found. */
  function help({ items, near }, query) {
    const place = document.querySelector("[data-search-help]");
    place.hidden = items.length > 0 || !query.trim();
    const tries = place.querySelector("ul");
    tries.hidden = !near.length;
    place.querySelector("[data-near]").hidden = !near.length;
    tries.replaceChildren(
      ...near.map((word) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = word;
        button.addEventListener("click", () => {
          const field = document.querySelector(".md-search__input");
          field.value = word;
          field.focus();
          field.dispatchEvent(new Event("input", { bubbles: true }));
        });
        const entry = document.createElement("li");
        entry.append(button);
        return entry;
      }),
    );
  }

  const Native = globalThis.Worker;
  globalThis.Worker = function (address, options) {
    if (!/\/workers\/search\./.test(String(address))) return new Native(address, options);
    const worker = new EventTarget();
    const tell = (data) => worker.dispatchEvent(new MessageEvent("message", { data }));
    let asked = 0;
    worker.postMessage = ({ type, data }) => {
      if (type === 0) setTimeout(() => tell({ type: 1 })); // setup: ready at once
      if (type !== 2) return;
      const turn = ++asked;
      const wanted = () => turn === asked; // no newer query is under way
      answer(data, wanted).then((found) => {
        if (!found || !wanted()) return;
        tell({ type: 3, data: { items: found.items } });
        help(found, data);
      });
    };
    worker.terminate = () => {};
    return worker;
  };

  document.addEventListener("DOMContentLoaded", () => {
    const field = document.querySelector(".md-search__input");
    if (!field) return;
    // The theme listens to keyup alone: pasting, dictation and the end of a composition are handed on as one.
    const hand = () => field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    field.addEventListener("input", (event) => event.isComposing || setTimeout(hand));
    field.addEventListener("compositionend", () => setTimeout(hand));
    field.addEventListener("keyup", (event) => event.isComposing && event.stopImmediatePropagation(), true); // no flicker while composing
    field.addEventListener("focus", () => own().catch(() => {}), { once: true });
    const idle = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 1000));
    addEventListener("load", () => setTimeout(() => idle(() => own().catch(() => {})), 500)); // after the first view, before anybody types
  });
})();
