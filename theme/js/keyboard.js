/* Lets Enter and Space press the buttons that open menu and search, moves focus into the menu it opened,
   and closes it with Escape. Pointer users don't need this script. */
(() => {
  "use strict";
  /** Does a key press a button? @type {Keyboard["presses"]} */
  const presses = (key) => key === "Enter" || key === " ";

  function start() {
    const drawer = document.getElementById("__drawer");
    if (!(drawer instanceof HTMLInputElement)) throw new Error("keyboard.js: the page has no #__drawer");
    /** @type {NodeListOf<HTMLElement>} */
    const buttons = document.querySelectorAll("label [data-press]");
    const opener = [...buttons].find((each) => each.closest("label[for=__drawer]"));
    for (const button of buttons) {
      button.addEventListener("keydown", (event) => {
        if (!presses(event.key)) return;
        event.preventDefault();
        button.click(); // and with it the label around it
      });
    }
    const state = () => opener?.setAttribute("aria-expanded", String(drawer.checked));
    drawer.addEventListener("change", () => {
      state();
      /** @type {HTMLElement | null} */
      const first = document.querySelector(".md-sidebar--primary a.md-nav__link");
      if (drawer.checked) first?.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.checked = false;
      state();
      opener?.focus();
    });
    state();
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, keyboard: { presses } };
  if (globalThis.document) start();
})();
