/* The list of accommodations: those that are found, in steps; all of them on paper, which says what they were chosen
   by. */
(() => {
  "use strict";
  const { filled, held, part, parts } = Teichaku.page;
  const STEP = 20; // entries that show at once

  /** Of which entries does the list show how many? @type {ExplorerList["stepped"]} */
  const stepped = (found, most) => {
    let left = most;
    return found.map((each) => each && left-- > 0);
  };

  /** @type {ExplorerList["of"]} */
  function of(explorer, spoken) {
    const items = parts(explorer, ".explorer-list > *", HTMLElement);
    const more = part(explorer, "[data-more]", HTMLButtonElement);
    const printed = part(explorer, ".explorer-printed", HTMLElement);
    let found = items.map(() => true);
    let most = STEP;

    /** @param {number} limit */
    function draw(limit) {
      const shown = stepped(found, limit);
      items.forEach((item, at) => {
        if (item.hidden === shown[at]) item.hidden = !shown[at];
      });
      const left = found.filter(Boolean).length - shown.filter(Boolean).length;
      more.hidden = left <= 0;
      more.textContent = filled(spoken.more, { count: Math.min(STEP, left), left });
    }
    more.addEventListener("click", () => {
      const before = stepped(found, most).lastIndexOf(true);
      most += STEP;
      draw(most);
      items[found.indexOf(true, before + 1)].focus();
    });
    addEventListener("beforeprint", () => draw(items.length));
    addEventListener("afterprint", () => draw(most));
    return {
      items,
      show(now, disabilities, by) {
        most = STEP;
        found = now;
        draw(most);
        for (const item of items.filter((_, at) => found[at]))
          for (const place of parts(item, "[data-place]", HTMLElement))
            place.toggleAttribute("data-chosen", disabilities.has(held(place, "place")));
        const count = found.filter(Boolean).length;
        printed.textContent = filled(by ? spoken.printed : spoken.printed_all, {
          count,
          total: items.length,
          words: by,
        });
      },
      reach(id) {
        const at = items.findIndex((item) => item.id === id);
        if (at < 0 || !found[at]) return;
        most = Math.max(most, found.slice(0, at + 1).filter(Boolean).length);
        draw(most);
        items[at].scrollIntoView();
      },
    };
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, explorerList: { of, stepped } };
})();
