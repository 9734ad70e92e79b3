/* Narrows the list of accommodations down by what is ticked and typed; words are folded as in search (search.js).
   In a browser without scripts a table stands instead. */
(() => {
  "use strict";
  const { enhanced, filled, held, part, parts } = Teichaku.page;
  const { FACETS, chosen, narrow, restored, written } = Teichaku.explorer;

  /** @param {HTMLElement} item @returns {Placed} words still as written: who types nothing needs no folding */
  const placed = (item) => ({
    words: held(item, "words"),
    placed: JSON.parse(held(item, "placed")),
    need: held(item, "need").split(" "),
    stage: held(item, "stage").split(" "),
    who: held(item, "who").split(" "),
  });

  /** What stands in the form.
   * @param {HTMLFormElement} form */
  function choosing(form) {
    const options = parts(form, "label:has(> [type=checkbox])", HTMLLabelElement).map((label) => ({
      label,
      box: part(label, "input", HTMLInputElement),
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
    };
  }

  /** The entries with their words folded, once somebody types.
   * @param {Placed[]} entries */
  function folding(entries) {
    let done = false;
    return () => {
      if (!done) for (const entry of entries) entry.words = Teichaku.fold(entry.words);
      done = true;
      return entries;
    };
  }

  /** Shows the entries that are found, and marks the chosen ones among their disabilities.
   * @param {HTMLElement[]} items @param {boolean[]} found @param {Set<string>} disabilities */
  function showEntries(items, found, disabilities) {
    for (const [at, item] of items.entries()) {
      if (item.hidden === found[at]) item.hidden = !found[at];
      if (!found[at]) continue;
      for (const place of parts(item, "[data-place]", HTMLElement))
        place.toggleAttribute("data-chosen", disabilities.has(held(place, "place")));
    }
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

  /** The button that copies the link to what is shown.
   * @param {HTMLElement} explorer @param {HTMLElement} said @param {Spoken} spoken */
  function offerLink(explorer, said, spoken) {
    const box = part(explorer, ".explorer-link", HTMLTextAreaElement);
    part(explorer, "[data-link]", HTMLButtonElement).addEventListener("click", async () => {
      const copied = await Teichaku.device.copy(location.href, box);
      said.textContent = copied ? spoken.copied : spoken.not_copied;
    });
  }

  /** @param {HTMLElement} explorer */
  function enhance(explorer) {
    /** @type {Spoken} */
    const spoken = JSON.parse(held(explorer, "spoken"));
    const form = part(explorer, "form", HTMLFormElement);
    const said = part(explorer, ".explorer-said", HTMLElement);
    const none = part(explorer, ".explorer-none", HTMLElement);
    const items = parts(explorer, ".explorer-list > *", HTMLElement);
    const groups = parts(form, "details", HTMLDetailsElement);
    const { options, boxes, typed, words, choices } = choosing(form);
    const entries = items.map(placed);
    const folded = folding(entries);
    /** @param {Chosen} sets @param {string[]} asked */
    const narrowed = (sets, asked) => narrow(asked.length ? folded() : entries, sets, asked);

    function show() {
      const sets = choices();
      const { found, counts } = narrowed(sets, words());
      showEntries(items, found, sets.disability);
      showCounts(options, counts);
      for (const group of groups) {
        const ticked = group.querySelectorAll(":checked").length;
        part(group, "summary .count", HTMLElement).textContent = ticked ? filled(spoken.ticked, { count: ticked }) : "";
      }
      const count = found.filter(Boolean).length;
      const open = FACETS.every((facet) => !sets[facet].size) && !words().length;
      said.textContent = filled(open ? spoken.all : spoken.found, { count });
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
      const ways = [...FACETS.filter((facet) => sets[facet].size), ...(words().length ? ["words"] : [])];
      return ways.map((way) => {
        const { found } = narrowed(choices(way), way === "words" ? [] : words());
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
      show();
      const state = written(location.hash.slice(1), choices(), typed.value.trim());
      history.replaceState(null, "", state ? `#${state}` : location.pathname + location.search);
    }
    function arrive() {
      const state = restored(location.hash.slice(1));
      if (!state) return;
      const sets = chosen(state.choices);
      for (const box of boxes) box.checked = FACETS.some((facet) => facet === box.name && sets[facet].has(box.value));
      typed.value = state.words;
      for (const group of groups) group.open ||= group.querySelector(":checked") !== null;
      show();
    }
    form.addEventListener("input", (event) => (event instanceof InputEvent && event.isComposing) || change());
    form.addEventListener("compositionend", () => change());
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(change));
    offerLink(explorer, said, spoken);
    addEventListener("hashchange", arrive);
    form.inert = false;
    show();
    arrive();
  }
  enhanced("[data-explorer]", enhance);
})();
