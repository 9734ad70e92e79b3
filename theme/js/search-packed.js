/* What comes packed, unpacked in steps that let the browser do what waits. */
(() => {
  "use strict";
  // Milliseconds at a stretch: half a frame; more for who waits for a result, but no key is held up that is noticed.
  const SLICE = 8;
  const AWAITED = 40;
  const LETTERS = 1 << 12; // in one step, which takes a phone well under a slice
  const FIRST_PACKED = 0xa0; // search/packed.py: FIRST
  const LAST_PACKED = 0x7ff;

  const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));
  /** Takes steps one after another, and a pause whenever a slice is over.
   * @template T @param {Search.Steps<T>} steps @param {() => boolean} [awaited] does somebody wait for it?
   * @returns {Promise<T>} what they come to */
  async function inSlices(steps, awaited = () => false) {
    let since = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() - since < (awaited() ? AWAITED : SLICE)) continue;
      await pause();
      since = performance.now();
    }
  }

  /** @param {string} letters @param {string} packed a part of it @param {Uint16Array} codes as long */
  function unpack(letters, packed, codes) {
    for (let at = 0; at < packed.length; at++) {
      const code = packed.charCodeAt(at);
      codes[at] = code < FIRST_PACKED || code > LAST_PACKED ? code : letters.charCodeAt(code - FIRST_PACKED);
    }
    return codes.subarray(0, packed.length);
  }
  /** What search/packed.py packs: each letter of two bytes stands for one of `letters`, by its place; where there are
   * none, for itself.
   * @template T @param {string} letters @param {string} packed @returns {Search.Steps<T>} */
  function* unpacked(letters, packed) {
    if (!letters) return JSON.parse(packed);
    const codes = new Uint16Array(LETTERS);
    const decoder = new TextDecoder("utf-16le");
    let text = "";
    for (let at = 0; at < packed.length; at += LETTERS) {
      text += decoder.decode(unpack(letters, packed.slice(at, at + LETTERS), codes), { stream: true });
      yield;
    }
    return JSON.parse(text);
  }

  /** An index with the rest of its texts.
   * @param {Search.Index} index @param {Search.More} more @returns {Search.Index} */
  function joined(index, { text }) {
    const first = index.entries.text;
    const texts = first.map((begun, number) => [begun, text[number]].filter(Boolean).join("\n"));
    return { ...index, entries: { ...index.entries, text: texts } };
  }

  const own = { inSlices, joined, unpacked };
  globalThis.Teichaku = { ...globalThis.Teichaku, search: { ...globalThis.Teichaku?.search, ...own } };
})();
