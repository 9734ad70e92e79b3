/* The row of reading aids: switches them on and off, and keeps them for other pages where the reader ticks the box.
   Nothing is kept before. */
(() => {
  "use strict";
  const { enhanced, held, part, parts } = Teichaku.page;
  const { aloud, furigana } = Teichaku;
  const kept = Teichaku.device.memory("teichaku-aids");

  /** The aids that were kept, of those that there are. @type {Aids["restored"]} */
  const restored = (text, names) => (text ?? "").split(" ").filter((name) => names.includes(name));

  /** @param {HTMLElement} row */
  function start(row) {
    const spoken = JSON.parse(held(row, "spoken"));
    const page = held(row, "aids");
    const keep = part(row, "[data-keep]", HTMLInputElement);
    const said = part(row, "[role=status]", HTMLElement);
    const buttons = parts(row, "[data-aid]", HTMLButtonElement);
    /** @type {SpeechSynthesisVoice | undefined} */
    let voice;
    /** @param {string} name */
    const on = (name) =>
      buttons.some((each) => held(each, "aid") === name && each.ariaPressed === "true" && !each.hidden);
    const names = buttons.map((each) => held(each, "aid"));

    /** @type {Record<string, (wished: boolean) => unknown>} */
    const acts = {
      furigana: (wished) => (wished ? furigana.show(page) : furigana.hide()),
      larger: (wished) => document.documentElement.toggleAttribute("data-larger", wished),
      aloud: (wished) => (wished && voice ? aloud.show(spoken, voice) : aloud.hide()),
    };
    /** @param {string} name @param {boolean} wished */
    async function set(name, wished) {
      const button = buttons.find((each) => held(each, "aid") === name);
      if (!button || (button.ariaPressed === "true") === wished) return;
      button.ariaPressed = String(wished);
      said.textContent = "";
      try {
        await acts[name](wished);
      } catch {
        button.ariaPressed = "false";
        said.textContent = spoken.failed;
      }
    }
    function remember() {
      if (keep.checked) kept.set(names.filter(on).join(" "));
      else kept.clear();
    }
    const wished = kept.get();
    keep.checked = wished !== null;
    const offered = () => {
      const label = keep.closest("label");
      if (label) label.hidden = !keep.checked && !names.some(on);
    };
    for (const button of buttons)
      button.addEventListener("click", async () => {
        await set(held(button, "aid"), button.ariaPressed !== "true");
        remember();
        offered();
      });
    keep.addEventListener("change", () => {
      remember();
      offered();
    });
    if (wished !== null) for (const name of ["furigana", "larger"]) set(name, restored(wished, names).includes(name));
    aloud.found(document.documentElement.lang, (chosen) => {
      voice = chosen;
      part(row, "[data-aid=aloud]", HTMLButtonElement).hidden = false;
      if (restored(wished, names).includes("aloud")) set("aloud", true);
    });
    offered();
    row.inert = false;
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, aids: { restored } };
  enhanced("[data-aids]", start);
})();
