/* The menu on narrow screens by keys: Enter and Space press the buttons that open it and the search, focus goes into
   it and comes back to its button, and the page behind can't be reached meanwhile. Pointer users don't need this
   script. */
(() => {
  "use strict";
  const { alone, part, parts } = Teichaku.page;
  /** Does a key press a button? @type {Menu["presses"]} */
  const presses = (key) => key === "Enter" || key === " ";
  /** Does Tab leave a list by one of its ends? @type {Menu["leaves"]} */
  const leaves = (at, count, backwards) => at === (backwards ? 0 : count - 1);
  /** What of a box can be reached now: what is folded away has no place. @param {HTMLElement} box */
  const stops = (box) =>
    parts(box, "a, button, input, summary", HTMLElement).filter(
      (each) => each.getClientRects().length && getComputedStyle(each).visibility === "visible",
    );
  /** Does a key leave a box? @type {Menu["leaving"]} */
  function leaving(box, { key, shiftKey, target }, whole) {
    if (key !== "Tab" || !whole) return key === "Escape";
    const all = stops(box);
    return leaves(target instanceof HTMLElement ? all.indexOf(target) : -1, all.length, shiftKey);
  }

  function start() {
    const drawer = part(document, "#__drawer", HTMLInputElement);
    const menu = part(document, ".md-sidebar--primary", HTMLElement);
    const opener = part(document, "label[for=__drawer] [data-press]", HTMLElement);
    const narrow = matchMedia("(max-width: 76.234375em)"); // the theme's own limit
    const close = () => drawer.checked && drawer.click();

    for (const button of parts(document, "label [data-press]", HTMLElement))
      button.addEventListener("keydown", (event) => {
        if (!presses(event.key)) return;
        event.preventDefault();
        button.click(); // and with it the label around it
      });
    function changed() {
      const open = drawer.checked && narrow.matches;
      alone(menu, open);
      opener.setAttribute("aria-expanded", String(open));
      if (open) stops(menu)[0].focus();
      else if (menu.contains(document.activeElement)) opener.focus();
    }
    drawer.addEventListener("change", changed);
    narrow.addEventListener("change", close);
    part(menu, "[data-close]", HTMLButtonElement).addEventListener("click", close);
    menu.addEventListener("click", ({ target }) => {
      const link = target instanceof Element && target.closest("a[href*='#']");
      if (!link || !drawer.checked) return;
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // to the section, not back
      close();
    });
    menu.addEventListener("keydown", (event) => {
      if (!drawer.checked || !narrow.matches || !leaving(menu, event, true)) return;
      event.preventDefault();
      close();
    });
    opener.setAttribute("aria-expanded", "false");
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, menu: { leaves, leaving, presses } };
  if (globalThis.document) start();
})();
