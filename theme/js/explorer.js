/* Narrows the list of accommodations down by what is ticked and typed; words are folded as in search
   (search-fold.js). What is chosen stands in no address until the reader makes a link; going back finds it again,
   words excepted. Without this script the whole list stands there. */
(() => {
  "use strict";
  const { enhanced, filled, held, listed, part, parts, recall, remember } = Teichaku.page;
  const { FACETS, chosen, narrow, restored, written } = Teichaku.explorer;

  /** @param {HTMLElement} item @returns {Placed} without words: they come once somebody types */
  const placed = (item) => ({
    words: "",
    placed: JSON.parse(held(item, "placed")),
    need: held(item, "need").split(" "),
    stage: held(item, "stage").split(" "),
    who: held(item, "who").split(" "),
  });

  /** What stands in the form.
   * @param {HTMLFormElement} form */
  function choosing(form) {
    const options = parts(form, ".explorer-choices label", HTMLLabelElement).map((label) => ({
      label,
      box: part(label, "input", HTMLInputElement),
      name: part(label, "span", HTMLElement).textContent,
      count: part(label, ".count", HTMLElement),
    }));
    const boxes = options.map(({ box }) => box);
    const typed = part(form, "[name=words]", HTMLInputElement);
    return {
      options,
      boxes,
      typed,
      words: () => Teichaku.fold(typed.value).split(" ").filter(Boolean),
      /** The choices, all but those of one facet. @param {string} [without] */
      choices: (without) =>
        chosen(
          Object.fromEntries(
            FACETS.filter((facet) => facet !== without).map((facet) => [
              facet,
              boxes.filter((box) => box.name === facet && box.checked).map((box) => box.value),
            ]),
          ),
        ),
      /** What the list is narrowed down by, in words. */
      said: () =>
        listed(
          [...options.filter(({ box }) => box.checked).map(({ name }) => name), typed.value.trim()].filter(Boolean),
          "narrow",
        ),
    };
  }

  /** The words that find each entry, in a file of their own: most readers never type.
   * @param {Placed[]} entries @param {HTMLElement[]} items @param {() => void} arrived @param {() => void} failed */
  function wording(entries, items, arrived, failed) {
    /** @type {"" | "coming" | "there"} */
    let state = "";
    Teichaku.explorerWords = (words) => {
      items.forEach((item, at) => {
        entries[at].words = Teichaku.fold(words[item.id.slice("entry-".length)] ?? "");
      });
      state = "there";
    };
    return {
      there: () => state === "there",
      ask() {
        if (state) return;
        state = "coming";
        Teichaku.wish.tool("explorer-words").then(arrived, () => {
          state = "";
          failed();
        });
      },
    };
  }

  /** The button that unfolds the filters on narrow screens. @param {HTMLFormElement} form */
  function unfolding(form) {
    const toggle = part(form, ".explorer-toggle", HTMLButtonElement);
    toggle.addEventListener("click", () => {
      const open = part(form, ".explorer-filters", HTMLElement).toggleAttribute("data-open");
      toggle.setAttribute("aria-expanded", String(open));
    });
  }
  /** How many entries each choice would find.
   * @param {ReturnType<typeof choosing>["options"]} options @param {Record<string, number>} counts */
  function showCounts(options, counts) {
    for (const { box, count, label } of options) {
      const found = counts[`${box.name} ${box.value}`] ?? 0;
      count.textContent = String(found);
      label.toggleAttribute("data-none", !found && !box.checked);
    }
  }
  /** How many are ticked, beside each group, and of all groups on the button that unfolds them on narrow screens.
   * @param {HTMLFormElement} form @param {Spoken} spoken */
  function showTicked(form, spoken) {
    const places = [...parts(form, "details", HTMLDetailsElement), part(form, ".explorer-toggle", HTMLElement)];
    for (const place of places) {
      const within = place instanceof HTMLDetailsElement ? place : form;
      const count = within.querySelectorAll(".explorer-choices :checked").length;
      part(place, ".count", HTMLElement).textContent = count ? filled(spoken.ticked, { count }) : "";
    }
  }

  /** The link that somebody makes on purpose. @param {HTMLElement} explorer @param {() => string} state
   * @param {HTMLElement} said @param {Spoken} spoken */
  function copying(explorer, state, said, spoken) {
    const box = part(explorer, ".explorer-link", HTMLTextAreaElement);
    part(explorer, "[data-link]", HTMLButtonElement).addEventListener("click", async () => {
      const copied = await Teichaku.device.copy(`${location.href.split("#")[0]}#${state()}`, box);
      said.textContent = copied ? spoken.copied : spoken.not_copied;
    });
  }

  /** @param {HTMLElement} explorer */
  function enhance(explorer) {
    /** @type {Spoken} */
    const spoken = JSON.parse(held(explorer, "spoken"));
    const form = part(explorer, "form", HTMLFormElement);
    const said = part(explorer, ".explorer-said", HTMLElement);
    const counted = part(explorer, ".explorer-count", HTMLElement);
    const none = part(explorer, ".explorer-none", HTMLElement);
    const list = Teichaku.explorerList.of(explorer, spoken);
    const { options, boxes, typed, words, choices, ...choice } = choosing(form);
    const entries = list.items.map(placed);
    let missing = false; // what words are looked for in can't be had
    /** @param {boolean} gone */
    const heard = (gone) => {
      missing = gone;
      if (gone) said.textContent = spoken.words_failed;
      else show();
    };
    const texts = wording(
      entries,
      list.items,
      () => heard(false),
      () => heard(true),
    );
    /** Words that can be looked for: none before they are there. */
    const asked = () => (texts.there() ? words() : []);

    function show() {
      if (words().length) texts.ask();
      const sets = choices();
      const { found, counts } = narrow(entries, sets, asked());
      list.show(found, sets.disability, choice.said());
      showCounts(options, counts);
      showTicked(form, spoken);
      const count = found.filter(Boolean).length;
      counted.textContent = filled(spoken.found, { count, total: entries.length });
      none.hidden = count > 0;
      part(none, "ul", HTMLElement).replaceChildren(...(count ? [] : loosening(sets)));
    }

    /** @param {string} way to loosen: a facet, or "words" */
    function loosen(way) {
      for (const box of boxes) if (box.name === way) box.checked = false;
      if (way === "words") typed.value = "";
      change();
      typed.focus();
    }
    /** Nothing found: a button for each way to loosen, with what would be found without one facet or the words.
     * @param {Chosen} sets */
    function loosening(sets) {
      const ways = [...FACETS.filter((facet) => sets[facet].size), ...(asked().length ? ["words"] : [])];
      return ways.map((way) => {
        const { found } = narrow(entries, choices(way), way === "words" ? [] : asked());
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = filled(spoken.loosen, { name: spoken[way], count: found.filter(Boolean).length });
        button.addEventListener("click", () => loosen(way));
        const item = document.createElement("li");
        item.append(button);
        return item;
      });
    }
    function change() {
      said.textContent = missing && typed.value.trim() ? spoken.words_failed : "";
      show();
      remember("explorer", written(choices(), "", []));
    }
    function arrive() {
      list.reach(location.hash.slice(1));
      const state = restored(location.hash.slice(1)) ?? restored(String(recall("explorer") ?? ""));
      if (!state) return remember("explorer", written(choices(), "", []));
      if (state.mine.length) remember("mine", state.mine); // for the sheet below, which comes to it later
      const sets = chosen(state.choices);
      for (const box of boxes) box.checked = FACETS.some((facet) => facet === box.name && sets[facet].has(box.value));
      typed.value = state.words || typed.value;
      for (const group of parts(form, "details", HTMLDetailsElement))
        group.open ||= group.querySelector(":checked") !== null;
      change();
    }
    form.addEventListener("input", (event) => (event instanceof InputEvent && event.isComposing) || change());
    form.addEventListener("compositionend", () => change());
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(change));
    typed.addEventListener("focus", texts.ask);
    unfolding(form);
    copying(explorer, () => written(choices(), typed.value.trim(), Teichaku.mySheet.picked()), said, spoken);
    addEventListener("hashchange", arrive);
    form.inert = false;
    show();
    arrive();
  }
  enhanced("[data-explorer]", enhance);
})();
