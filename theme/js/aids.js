/* The row of reading aids: switches them on and off, and keeps them for other pages where the reader ticks the box.
   Nothing is kept before. What an aid needs is loaded when it is wished. Voices that would send the words to somebody
   are not used; where there is no other, there is no reading aloud. */
(() => {
  "use strict";
  const { enhanced, held, part, parts } = Teichaku.page;
  const kept = Teichaku.device.memory("teichaku-aids");

  /** The aids that were kept, of those that there are. @type {Aids["restored"]} */
  const restored = (text, names) => (text ?? "").split(" ").filter((name) => names.includes(name));
  /** The voice for a language that stays on the device; none where there is none. @type {Aids["voice"]} */
  const voice = (voices, lang) =>
    voices.find((each) => each.localService && each.lang.replace("_", "-").split("-")[0] === lang);

  /** Tells the voice for a language once the browser knows its voices.
   * @param {string} lang @param {(voice: SpeechSynthesisVoice) => void} tell */
  function found(lang, tell) {
    const voices = globalThis.speechSynthesis;
    if (!voices) return;
    let told = false;
    const look = () => {
      const chosen = voice(voices.getVoices(), lang);
      if (!chosen || told) return;
      told = true;
      tell(chosen);
    };
    look();
    voices.addEventListener?.("voiceschanged", look);
  }

  /** @param {HTMLElement} row */
  function start(row) {
    const spoken = JSON.parse(held(row, "spoken"));
    const keep = part(row, "[data-keep]", HTMLInputElement);
    const said = part(row, "[role=status]", HTMLElement);
    const buttons = parts(row, "[data-aid]", HTMLButtonElement);
    const names = buttons.map((each) => held(each, "aid"));
    /** @type {SpeechSynthesisVoice | undefined} */
    let chosen;
    /** @type {Record<string, (wished: boolean) => unknown>} */
    const acts = {
      async furigana(wished) {
        await Teichaku.wish.tool("aids-furigana");
        await (wished ? Teichaku.furigana.show(held(row, "aids")) : Teichaku.furigana.hide());
      },
      larger: (wished) => document.documentElement.toggleAttribute("data-larger", wished),
      async aloud(wished) {
        await Teichaku.wish.tool("aids-aloud");
        if (wished && chosen) Teichaku.aloud.show(spoken, chosen);
        else Teichaku.aloud.hide();
      },
    };
    /** @param {HTMLButtonElement} button */
    const pressed = (button) => button.ariaPressed === "true";
    const on = () => buttons.filter((each) => pressed(each) && !each.hidden).map((each) => held(each, "aid"));

    /** @param {HTMLButtonElement} button @param {boolean} wished */
    async function set(button, wished) {
      if (pressed(button) === wished) return;
      button.ariaPressed = String(wished);
      said.textContent = "";
      try {
        await acts[held(button, "aid")](wished);
      } catch {
        button.ariaPressed = String(!wished);
        said.textContent = spoken.failed;
      }
    }
    function remember() {
      if (keep.checked) kept.set(on().join(" "));
      else kept.clear();
      part(row, "label", HTMLElement).hidden = !keep.checked && on().length === 0;
    }
    const wished = kept.get();
    keep.checked = wished !== null;
    for (const button of buttons) {
      button.addEventListener("click", async () => {
        await set(button, !pressed(button));
        remember();
      });
      if (wished !== null && !button.hidden) set(button, restored(wished, names).includes(held(button, "aid")));
    }
    keep.addEventListener("change", remember);
    found(document.documentElement.lang, (local) => {
      chosen = local;
      const button = part(row, "[data-aid=aloud]", HTMLButtonElement);
      button.hidden = false;
      if (restored(wished, names).includes("aloud")) set(button, true);
    });
    part(row, "label", HTMLElement).hidden = !keep.checked && on().length === 0;
    document.documentElement.removeAttribute("data-kept"); // it stood in until now (kept-aids.js)
    row.inert = false;
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, aids: { restored, voice } };
  enhanced("[data-aids]", start);
})();
