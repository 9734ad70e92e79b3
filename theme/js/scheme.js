/* Light or dark: what the reader chose, else what the system says. In the head, so that nothing is painted in the other
   first. The choice is kept under the theme's own key. */
(() => {
  "use strict";
  const KEY = "__palette";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  /** What was chosen here or in another tab; nothing where the system decides. @returns {unknown} */
  const kept = () => {
    const found = __md_get(KEY);
    return found && found.color && found.color.scheme;
  };
  let chosen = kept();
  const isDark = () => (chosen === "slate" || chosen === "default" ? chosen === "slate" : dark.matches);
  /** @returns {HTMLElement | null} */
  const button = () => document.querySelector("[data-scheme]");

  function show() {
    document.body.dataset.mdColorScheme = isDark() ? "slate" : "default";
    const pressed = button();
    if (pressed) pressed.setAttribute("aria-pressed", String(isDark()));
  }
  function change() {
    chosen = isDark() ? "default" : "slate";
    __md_set(KEY, { color: { scheme: chosen } });
    show();
  }
  // As soon as there is a body, and again once there is a button.
  new MutationObserver((_, watching) => {
    if (!document.body) return;
    watching.disconnect();
    show();
  }).observe(document.documentElement, { childList: true });
  document.addEventListener("DOMContentLoaded", () => {
    const pressed = button();
    if (pressed) pressed.addEventListener("click", change);
    show();
  });
  dark.addEventListener("change", show);
  addEventListener("storage", () => {
    chosen = kept() || chosen;
    show();
  });
})();
