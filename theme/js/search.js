/* The ear of search, in the head of every page: stands in for the theme's worker, and fetches the engine and the index
   once the reader reaches for the search box. */
(() => {
  "use strict";
  const { load, tool } = Teichaku.wish;
  const [READY, QUERY, RESULT] = [1, 2, 3]; // the theme's messages to its worker, and back

  const page = () => {
    const { base } = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("__config")).textContent || "");
    return new URL(base, location.href).href;
  };
  /** Makes each thing once, and again if it has failed.
   * @template T @param {(what: string) => Promise<T>} make @returns {(what: string) => Promise<T>} */
  function once(make) {
    /** @type {Map<string, Promise<T>>} */
    const making = new Map();
    return (what) => {
      const before = making.get(what);
      if (before) return before;
      const now = make(what);
      making.set(what, now);
      now.catch(() => making.delete(what));
      return now;
    };
  }
  /** @type {[letters: string, packed: string]} */
  let arrived;
  /** @param {[letters: string, packed: string]} packed */
  const index = (...packed) => {
    arrived = packed;
  };
  globalThis.Teichaku = { ...globalThis.Teichaku, index };
  let asked = false;
  /** The engine over the index in a folder, "" for the page's own language. */
  const engine = once(async (folder) => {
    const packed = load(`${folder}search/index.js`, page()).then(() => arrived);
    await Promise.all([packed, tool("search-engine")]);
    return Teichaku.search.engine(...(await packed), () => asked);
  });

  /** The same with all texts, which come after. */
  const whole = once(async (folder) => {
    const made = await engine(folder);
    await load(`${folder}search/more.js`, page());
    await made.complete(...arrived);
    return made;
  });

  /** Results, as soon as there are any; where there are none, those of the other language, each marked so;
   * nothing once they aren't wanted. @param {string} query @param {() => boolean} wanted
   * @returns {Promise<Search.Results | undefined>} */
  async function answer(query, wanted) {
    // The theme asks this at every start: it needs no index.
    if (!query.trim()) return { items: [], near: [], sure: true };
    asked = true;
    if (!Teichaku.search || !Teichaku.search.engine) say("loading");
    const here = await engine("");
    if (!wanted()) return undefined;
    const first = here.search(query);
    if (first.items.length) return first;
    const found = (await whole("")).search(query);
    if (found.items.length) return found;
    const there = await whole(here.other.folder).catch(() => null);
    if (!there) return { items: [], near: found.near, sure: false };
    const { items, sure } = there.search(query, here.other);
    return { items, near: found.near, sure };
  }

  /** Says in the list how the search is getting on. @param {"failed" | "loading"} what */
  function say(what) {
    const status = /** @type {HTMLElement | null} */ (document.querySelector(".md-search-result__meta"));
    if (status) status.textContent = status.dataset[what] || "";
  }
  /** What the theme takes for its worker. */
  function ear() {
    let turn = 0;
    let completed = false;
    /** @param {Search.Results} found @param {string} query */
    function show(found, query) {
      tell({ type: RESULT, data: { items: found.items } });
      // Before the engine is there, there is nothing to say.
      if (Teichaku.search && Teichaku.search.help) Teichaku.search.help(found, query);
    }
    // Who has begun to walk through the results keeps them.
    const inResults = () => Boolean(document.activeElement && document.activeElement.closest(".md-search-result"));
    /** @param {string} query */
    async function ask(query) {
      const mine = ++turn;
      const wanted = () => mine === turn; // no newer one is under way
      try {
        const first = await answer(query, wanted);
        if (!first || !wanted()) return;
        show(first, query);
        await again(query, wanted);
      } catch (error) {
        if (wanted()) say("failed");
        throw error;
      }
    }
    /** Shows what is found once all texts are there. @param {string} query @param {() => boolean} wanted */
    async function again(query, wanted) {
      if (completed || !query.trim()) return;
      const all = await whole("").catch(() => null); // what was found stands, whatever comes of the rest
      completed = all !== null;
      const found = all && all.search(query);
      // Where there is nothing, what is shown is the other language's.
      if (found && found.items.length && wanted() && !inResults()) show(found, query);
    }
    const worker = Object.assign(new EventTarget(), {
      /** @param {{type: number, data: string}} message */
      postMessage({ type, data }) {
        if (type === QUERY) ask(data);
      },
      terminate() {},
    });
    /** @param {object} data */
    const tell = (data) => worker.dispatchEvent(new MessageEvent("message", { data }));
    // The theme would set us up with an index of its own; it fetches none, as its form has no name (search.html).
    setTimeout(() => tell({ type: READY }));
    return worker;
  }
  globalThis.Worker = new Proxy(globalThis.Worker, {
    construct: (Native, [url, options]) => (/\/workers\/search\./.test(String(url)) ? ear() : new Native(url, options)),
  });

  document.addEventListener("DOMContentLoaded", () => {
    const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
    if (!field) return;
    // The theme listens to keyup alone: pasting, dictation and the end of a composition are handed on as one.
    const hand = () => field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    field.addEventListener("input", (event) => /** @type {InputEvent} */ (event).isComposing || setTimeout(hand));
    field.addEventListener("compositionend", () => setTimeout(hand));
    // No flicker while composing.
    field.addEventListener("keyup", (event) => event.isComposing && event.stopImmediatePropagation(), true);
    // The reader reaches for the box, by pointer, finger or the theme's keys. What fails here is said once they ask.
    const reach = () => void whole("").catch(() => {});
    for (const place of document.querySelectorAll(".md-search__form, label[for=__search]"))
      for (const how of ["pointerenter", "touchstart", "focusin"])
        place.addEventListener(how, reach, { passive: true });
  });
})();
