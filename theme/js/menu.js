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

  function start() {
    const drawer = part(document, "#__drawer", HTMLInputElement);
    const menu = part(document, ".md-sidebar--primary", HTMLElement);
    const opener = part(document, "label[for=__drawer] [data-press]", HTMLElement);
    const narrow = matchMedia("(max-width: 76.234375em)"); // the theme's own limit
    /** What can be reached now: what is folded away has no box. */
    const stops = () => parts(menu, "a, button, summary", HTMLElement).filter((each) => each.getClientRects().length);
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
      if (open) stops()[0].focus();
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
      if (!drawer.checked || !narrow.matches) return;
      const all = stops();
      const at = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1;
      const ends = event.key === "Tab" && leaves(at, all.length, event.shiftKey);
      if (event.key !== "Escape" && !ends) return;
      event.preventDefault();
      close();
    });
    opener.setAttribute("aria-expanded", "false");
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, menu: { leaves, presses } };
  if (globalThis.document) start();
})();
