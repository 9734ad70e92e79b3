/* What a script needs of the page it enhances: its parts, what they hold, its words.
   Wrong markup is an error that names what is missing. */
(() => {
  "use strict";
  /** @param {ParentNode} root as an error names it */
  const named = (root) => (root instanceof Element ? `<${root.localName} class="${root.className}">` : "the page");

  /** @type {PageParts["part"]} */
  function part(root, selector, kind) {
    const found = root.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`${named(root)} has no ${kind.name} at "${selector}"`);
    return found;
  }
  /** @type {PageParts["parts"]} */
  const parts = (root, selector, kind) =>
    [...root.querySelectorAll(selector)].map((each) => {
      if (!(each instanceof kind)) throw new Error(`${named(root)}: what is at "${selector}" is no ${kind.name}`);
      return each;
    });
  /** @type {PageParts["held"]} */
  function held(element, name) {
    const value = element.dataset[name];
    if (value === undefined) throw new Error(`${named(element)} lacks its data: ${name}`);
    return value;
  }
  /** @type {PageParts["filled"]} */
  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  /** @type {PageParts["enhanced"]} */
  const enhanced = (selector, enhance) => {
    if (globalThis.document) parts(document, selector, HTMLElement).forEach(enhance);
  };
  globalThis.Teichaku = { ...globalThis.Teichaku, page: { enhanced, filled, held, part, parts } };
})();
