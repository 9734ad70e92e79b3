/* Accommodations picked on a page of one disability: a link takes them to the reader's own sheet. */
(() => {
  "use strict";
  for (const section of document.querySelectorAll(".accommodations[data-disability]")) {
    const bar = section.querySelector("[data-collected]");
    const link = bar.querySelector("a");
    const page = link.getAttribute("href").split("#")[0];
    const buttons = [...section.querySelectorAll("[data-collect]")];
    for (const button of buttons) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const pressed = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(pressed));
        const picked = buttons.filter((each) => each.getAttribute("aria-pressed") === "true");
        bar.hidden = !picked.length;
        link.href = `${page}#mine=${picked.map((each) => each.dataset.collect).join(".")}`;
        bar.querySelector("[role=status]").textContent = bar.dataset.collected.replace("{count}", picked.length);
      });
    }
  }
})();
