/* What comes packed, unpacked in steps that let the browser do what waits. */
(() => {
  "use strict";
  // Milliseconds at a stretch: half a frame; more for who waits for a result, but no key is held up that is noticed.
  const SLICE = 8;
  const AWAITED = 40;
  const LETTERS = 1 << 13; // in one step, which takes a phone well under a slice
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

  /** What search/packed.py packs: each letter of two bytes stands for one of `letters`, by its place.
   * @template T @param {string} letters @param {string} packed @returns {Search.Steps<T>} */
  function* unpacked(letters, packed) {
    const codes = new Uint16Array(packed.length);
    for (let start = 0; start < codes.length; start += LETTERS) {
      const end = Math.min(start + LETTERS, codes.length);
      for (let at = start; at < end; at++) {
        const code = packed.charCodeAt(at);
        codes[at] = code < FIRST_PACKED || code > LAST_PACKED ? code : letters.charCodeAt(code - FIRST_PACKED);
      }
      yield;
    }
    const text = new TextDecoder("utf-16le").decode(codes);
    yield;
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
