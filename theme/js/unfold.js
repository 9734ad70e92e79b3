/* Long folded lists: what an address names within them is unfolded. Without it, all can be opened by hand. */
(() => {
  "use strict";

  /** Opens every fold around the element that the address names, and goes there. */
  function unfold() {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = named?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    if (named?.closest("[data-unfold]")) named.scrollIntoView();
  }

  Teichaku.page.enhanced("[data-unfold]", () => {
    unfold();
    addEventListener("hashchange", unfold);
  });
})();
