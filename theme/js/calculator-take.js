/* What is taken along from the calculator: a link here, all else by calculator-along.js, which comes when wished. */
(() => {
  "use strict";
  const { held, part } = Teichaku.page;

  /** What was entered, for a link or the browser's storage. @type {CalculatorTake["written"]} */
  function written({ route, once, days }) {
    const all = new URLSearchParams({ route, ...days });
    if (once) all.set("once", "1");
    return all.toString();
  }
  /** What was entered, from a link or the browser's storage: the days as they stand there, since only the fields read
   * days. Nothing where it names no route. @type {CalculatorTake["restored"]} */
  function restored(text, routes) {
    const { route, once, ...days } = Object.fromEntries(new URLSearchParams(text));
    return routes.includes(route) ? { route, once: once !== undefined, days } : null;
  }

  /** What makes it, loaded once there is a result to make it of. */
  const along = () => Teichaku.wish.tool("take-along", "calculator-along");

  /** The buttons below a result. @type {CalculatorTake["offer"]} */
  function offer(calculator, spoken, { shown, state }) {
    const bar = part(calculator, ".calculator-take", HTMLElement);
    const said = part(bar, ".calculator-taken", HTMLElement);
    const box = part(bar, "textarea", HTMLTextAreaElement);
    const typed = part(bar, "[name=label]", HTMLInputElement);
    const label = () => typed.value.replace(/\s+/g, " ").trim();
    /** @param {string} words */
    const say = (words) => {
      said.textContent = words;
    };
    /** Copies an address that brings these entries again. */
    const link = async () => {
      const copied = await Teichaku.device.copy(`${location.href.split("#")[0]}#${state()}`, box);
      say(copied ? spoken.copied : spoken.not_copied);
    };
    /** @param {string} what @param {Shown} result */
    async function take(what, result) {
      // What is there already goes on within the press, or a browser may refuse to copy.
      if (!Teichaku.calculatorAlong) await along();
      say(await Teichaku.calculatorAlong.taken(what, result, calculator, spoken, label()));
    }
    bar.addEventListener("click", ({ target }) => {
      const result = shown();
      if (!result || !(target instanceof HTMLButtonElement)) return;
      say("");
      const what = held(target, "take");
      if (what === "print") print();
      else if (what === "link") void link();
      else take(what, result).catch(() => say(spoken.not_made));
    });
    return {
      label,
      ready: () => void along().catch(() => {}), // said at the press that needs it
      clear: () => {
        say("");
        box.value = "";
        box.hidden = true;
      },
    };
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, calculatorTake: { offer, restored, written } };
})();
