/* Lets Enter and Space press the buttons that open menu and search, moves focus into the menu it opened,
   and closes it with Escape. Pointer users don't need this script. */
(() => {
  "use strict";
  const drawer = document.getElementById("__drawer");
  if (!drawer) throw new Error("keyboard.js: the page has no #__drawer");
  const opener = document.querySelector("label[for=__drawer] [data-press]");

  for (const button of document.querySelectorAll("label [data-press]")) {
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      button.click(); // and with it the label around it
    });
  }
  const state = () => opener?.setAttribute("aria-expanded", String(drawer.checked));
  drawer.addEventListener("change", () => {
    state();
    if (drawer.checked) document.querySelector(".md-sidebar--primary a.md-nav__link")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.checked = false;
    state();
    opener?.focus();
  });
  state();
})();
