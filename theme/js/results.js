/* The search by keys: Tab goes on to the results, Escape returns to where it was opened, and who goes elsewhere closes
   it. On narrow screens it covers the page, which can't be reached meanwhile; Tab takes nobody into it there, since it
   would open around whoever only passes by, and leaves it by either end. */
(() => {
  "use strict";
  const { alone, held, part, parts } = Teichaku.page;
  const { leaving } = Teichaku.menu;

  /** @param {HTMLAnchorElement} link */
  const score = (link) => Number(held(part(link, "article", HTMLElement), "mdScore"));

  function start() {
    const panel = document.querySelector(".md-search");
    if (!(panel instanceof HTMLElement)) return;
    const toggle = part(document, "#__search", HTMLInputElement);
    const field = part(panel, "input", HTMLInputElement);
    const list = part(panel, ".md-search-result__list", HTMLElement);
    const opener = part(document, ".md-header label[for=__search] [data-press]", HTMLElement);
    const narrow = matchMedia("(max-width: 59.984375em)"); // the theme's own limit
    const close = () => toggle.checked && toggle.click();
    let closing = 0;
    const here = () => panel.contains(document.activeElement);
    const changed = () => {
      const open = toggle.checked;
      alone(panel, open && narrow.matches);
      panel.inert = !open && narrow.matches;
      if (open && narrow.matches && !here()) field.focus();
      // The theme opens it a moment after the field was reached: who goes through quickly is somewhere else by then.
      if (open && !narrow.matches && !here() && document.activeElement !== document.body) setTimeout(close);
    };

    part(panel, "form", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
    // The theme takes its results out of the order of Tab, and opens a page at its top where only a part of it answers.
    new MutationObserver(() => {
      for (const stop of list.querySelectorAll("[tabindex]")) stop.removeAttribute("tabindex");
      for (const found of list.children) {
        const [page, best] = parts(found, ".md-search-result__link", HTMLAnchorElement);
        if (best && score(page) < score(best)) page.href = best.href;
      }
    }).observe(list, { childList: true });
    toggle.addEventListener("change", changed);
    narrow.addEventListener("change", () => (toggle.checked ? close() : changed()));
    panel.inert = narrow.matches && !toggle.checked;
    panel.addEventListener("keydown", (event) => {
      if (!toggle.checked || !leaving(panel, event, narrow.matches)) return;
      event.preventDefault(); // nor is what was typed cleared
      const inside = document.activeElement !== field;
      close();
      if (narrow.matches) opener.focus();
      else if (inside) field.focus();
      if (inside) closing = setTimeout(close, 20); // the theme opens it for whoever comes to the field, a moment later
    });
    field.addEventListener("input", () => {
      clearTimeout(closing);
      if (!toggle.checked) toggle.click();
    });
    panel.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !panel.contains(relatedTarget)) close();
    });
  }
  if (globalThis.document) start();
})();
