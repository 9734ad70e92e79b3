/* What a script needs of the page it enhances: its parts, what they hold, its words.
   Wrong markup is an error that names what is missing. */
(() => {
  "use strict";
  /** @param {ParentNode} root as an error names it */
  const named = (root) => (root instanceof Element ? `<${root.localName} class="${root.className}">` : "the page");

  /** @template T @param {ParentNode} root @param {string} selector @param {new () => T} kind
   * @returns {(found: unknown) => T} */
  const sure = (root, selector, kind) => (found) => {
    if (!(found instanceof kind)) throw new Error(`${named(root)} has no ${kind.name} at "${selector}"`);
    return found;
  };
  /** @type {PageParts["part"]} */
  const part = (root, selector, kind) => sure(root, selector, kind)(root.querySelector(selector));
  /** @type {PageParts["parts"]} */
  const parts = (root, selector, kind) => [...root.querySelectorAll(selector)].map(sure(root, selector, kind));
  /** @type {PageParts["held"]} */
  function held(element, name) {
    const value = element.dataset[name];
    if (value === undefined) throw new Error(`${named(element)} lacks its data: ${name}`);
    return value;
  }
  // Text that holds letters from right to left is closed off, so that it turns nothing around it.
  const RIGHT_TO_LEFT = /^.*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}].*$/su;
  /** @type {PageParts["filled"]} */
  const filled = (words, values) =>
    words.replace(/\{(\w+)\}/g, (_, name) => String(values[name]).replace(RIGHT_TO_LEFT, "\u2068$&\u2069"));
  /** What knows how languages list things takes a while to come: it is asked for two words or more.
   * @type {PageParts["listed"]} */
  const listed = (words, style = "long") =>
    words.length < 2 ? words.join("") : new Intl.ListFormat(document.documentElement.lang, { style }).format(words);
  /** @type {PageParts["enhanced"]} */
  const enhanced = (selector, enhance) => {
    if (globalThis.document) parts(document, selector, HTMLElement).forEach(enhance);
  };
  /** What is pressed to leave it (a label beside it) can still be pressed. @type {PageParts["alone"]} */
  function alone(element, on) {
    for (let here = element; here.parentElement && here !== document.body; here = here.parentElement)
      for (const each of here.parentElement.children)
        if (each !== here && each instanceof HTMLElement && !each.matches("label, script")) each.inert = on;
  }
  /** What this page has noted for going back to it, beside its address and not in it. @type {PageParts["recall"]} */
  const recall = (name) => (history.state || {})[name];
  /** What an address carried is taken out of it: the note holds it now. @type {PageParts["remember"]} */
  function remember(name, value) {
    const address = location.hash.includes("=") ? location.pathname + location.search : location.href;
    try {
      history.replaceState({ ...history.state, [name]: value }, "", address);
    } catch {
      // a frame without an address of its own
    }
  }
  globalThis.Teichaku = {
    ...globalThis.Teichaku,
    page: { alone, enhanced, filled, held, listed, part, parts, recall, remember },
  };
})();
