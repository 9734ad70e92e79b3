/* Accommodations picked on a page of one disability: a link takes them to the reader's own sheet. */
(() => {
  "use strict";
  const { enhanced, filled, held, part, parts } = Teichaku.page;
  /** The link to the explorer's page with what was picked. @type {Picking["linked"]} */
  const linked = (page, ids) => `${page}#mine=${ids.join(".")}`;

  /** @param {HTMLElement} section */
  function enhance(section) {
    const bar = part(section, "[data-collected]", HTMLElement);
    const link = part(bar, "a", HTMLAnchorElement);
    const said = part(bar, "[role=status]", HTMLElement);
    const [page] = (link.getAttribute("href") ?? "").split("#");
    const buttons = parts(section, "[data-collect]", HTMLButtonElement);
    /** @param {HTMLButtonElement} button */
    const pressed = (button) => button.getAttribute("aria-pressed") === "true";
    for (const folded of parts(section, ".accommodations-ours", HTMLDetailsElement)) {
      addEventListener("beforeprint", () => {
        folded.open = true; // on paper nothing can be unfolded
      });
    }
    for (const button of buttons) {
      button.disabled = false;
      button.addEventListener("click", () => {
        button.setAttribute("aria-pressed", String(!pressed(button)));
        const picked = buttons.filter(pressed);
        bar.hidden = !picked.length;
        link.href = linked(
          page,
          picked.map((each) => held(each, "collect")),
        );
        said.textContent = filled(held(bar, "collected"), { count: picked.length });
      });
    }
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, accommodations: { linked } };
  enhanced(".accommodations[data-disability]", enhance);
})();
