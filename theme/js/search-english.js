/* English words for search: one form for all endings of a word and for its British and American spelling.
   The form is only compared, never shown. */
(() => {
  "use strict";
  // Irregular forms: a word, then what becomes of it.
  const IRREGULAR = new Map(
    [
      "become became",
      "begin began begun",
      "break broke broken",
      "choose chose chosen",
      "come came",
      "die died dying",
      "drink drunk",
      "fall fell fallen",
      "feel felt",
      "forget forgot forgotten",
      "get got",
      "give gave given",
      "go went gone",
      "hear heard",
      "hide hid hidden",
      "keep kept",
      "know knew known",
      "leave left",
      "lose lost",
      "meet met",
      "oversleep overslept",
      "pay paid",
      "see saw seen",
      "sleep slept",
      "speak spoke spoken",
      "spend spent",
      "take took taken",
      "teach taught",
      "tell told",
      "understand understood",
      "withdraw withdrew withdrawn",
      "write wrote written",
    ].flatMap((line) => {
      const [word, ...forms] = line.split(" ");
      return forms.map((form) => /** @type {[string, string]} */ ([form, word]));
    }),
  );
  // No rule below meets another word: a site has thousands.
  const RULED = /(?:[deglsy]|([bmnprt])\1)$|our|isation|tre/;
  const BRITISH = /our|isation|tre|^programme/;

  /** Small letters without accents and apostrophes. @param {string} word */
  const plain = (word) =>
    word
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, "") // accents
      .replace(/^can['’]t$/, "cannot")
      .replace(/['’](?:s|ll|d|ve|re|m)?$/, "") // client's, they'll
      .replace(/['’]/g, "");

  /** @param {string} word */
  const american = (word) =>
    word
      .replace(/^programme/, "program")
      .replace("isation", "ization") // organisation
      .replace(/(...)our/, "$1or") // labour, but not four
      .replace(/(..)tre(s?)$/, "$1ter$2"); // centre

  /** A short word keeps its mute e, or "note" would be "not" and "cane" "can".
   * @param {string} _ @param {string} word */
  const mute = (_, word) => (/^[^aeiouy]?[aeiou][^aeiouywx]$/.test(word) ? `${word}e` : word);

  /** Without its ending. @param {string} word */
  function bare(word) {
    let made = word;
    /** @param {string} letters */
    const ends = (letters) => letters.includes(made.slice(-1));
    if (ends("esdgr")) made = made.replace(/(..)is(e|ed|es|ing|er)$/, "$1iz$2"); // organise
    // applied, policies, tried
    if (ends("sd")) made = made.replace(/([aeiou].*)ie[sd]$|(...)ies$|^([^aeiou]{2})ie[sd]$/, "$1$2$3y");
    if (ends("s")) {
      made = made.replace(/(.*(?:s|x|z|ch|sh))es$/, mute); // coaches
      made = made.replace(/(.[^su])s$/, "$1"); // plans, but not status
    }
    if (ends("dg")) {
      made = made.replace(/([aeiou][^aeiou]+[aeiou])l(led|ling)$/, "$1$2"); // counselling
      made = made.replace(/((?:[aeiouy].|.[aeiouy]).*[^e])(?:ed|ing)$/, mute); // planned, but not need
    }
    if (ends("bdgmnprt") && made.slice(-1) === made.slice(-2, -1)) made = made.slice(0, -1); // plann
    return made.length > 4 && ends("e") ? made.slice(0, -1) : made; // change
  }

  /** @type {Map<string, string>} */
  const stems = new Map();
  /** What all forms of a word have in common. @param {string} word of latin letters and apostrophes, or a number */
  function stem(word) {
    let made = stems.get(word);
    if (made !== undefined) return made;
    made = word.toLowerCase();
    if (/[^a-z]/.test(made)) made = plain(made);
    made = IRREGULAR.get(made) ?? made;
    if (made.length > 3 && RULED.test(made)) made = bare(BRITISH.test(made) ? american(made) : made);
    stems.set(word, made);
    return made;
  }

  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, IRREGULAR, stem } };
})();
