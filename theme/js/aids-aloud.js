/* Reading aloud: a button after each heading reads its section with a voice of the device (aids.js chooses it). */
(() => {
  "use strict";
  const { filled } = Teichaku.page;
  const SILENT = "script, style, template, nav, .aids, .headerlink, .aids-listen, [hidden], [aria-hidden=true]";
  const HEADINGS = "h1[id], h2[id], h3[id]";
  const BLOCKS = new Set(["P", "LI", "TD", "TH", "DT", "DD", "CAPTION", "SUMMARY", "FIGCAPTION", "H1", "H2", "H3"]);

  /** What a section says, in pieces that a voice can take in one breath. @param {HTMLElement} heading */
  function said(heading) {
    const level = Number(heading.localName[1]);
    const found = [own(heading)];
    for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
      if (/^h[1-6]$/.test(next.localName) && Number(next.localName[1]) <= level) break;
      if (next.localName === "h2") break; // a page's beginning ends where its first section begins
      pieces(next, found);
    }
    return found.filter(Boolean);
  }
  /** @param {Element} element @param {string[]} found */
  function pieces(element, found) {
    if (element.matches(SILENT) || !element.checkVisibility()) return;
    const inner = [...element.children].some(
      (child) => BLOCKS.has(child.tagName) || child.querySelector("p, li, td, th, dd"),
    );
    if (inner) for (const child of element.children) pieces(child, found);
    else found.push(own(element));
  }
  /** @param {Element} element */
  function own(element) {
    const copy = /** @type {Element} */ (element.cloneNode(true));
    for (const each of copy.querySelectorAll(SILENT)) each.remove();
    return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
  }
  /** @type {HTMLButtonElement | undefined} */
  let reading;
  function stop() {
    speechSynthesis.cancel();
    reading?.setAttribute("aria-pressed", "false");
    reading = undefined;
  }
  /** @param {HTMLButtonElement} button @param {HTMLElement} heading @param {SpeechSynthesisVoice} chosen */
  function read(button, heading, chosen) {
    stop();
    reading = button;
    button.setAttribute("aria-pressed", "true");
    const all = said(heading);
    all.forEach((words, number) => {
      const utterance = new SpeechSynthesisUtterance(words);
      utterance.voice = chosen;
      utterance.lang = chosen.lang;
      if (number === all.length - 1)
        utterance.onend = () => {
          if (reading === button) stop();
        };
      speechSynthesis.speak(utterance);
    });
  }
  /** @type {Aloud["show"]} */
  function show(spoken, chosen) {
    for (const heading of Teichaku.page.parts(document, HEADINGS, HTMLElement)) {
      if (!heading.closest("article")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "aids-listen";
      button.textContent = filled(spoken.read, { name: own(heading) });
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", () => (reading === button ? stop() : read(button, heading, chosen)));
      heading.after(button);
    }
  }
  /** @type {Aloud["hide"]} */
  function hide() {
    stop();
    for (const button of document.querySelectorAll(".aids-listen")) button.remove();
  }
  addEventListener("pagehide", stop);
  globalThis.Teichaku = { ...globalThis.Teichaku, aloud: { hide, show } };
})();
