/* Narrows the list of accommodations down by what is ticked and typed; words are folded as in search (search-fold.js).
   Without this script a table stands instead. */
(() => {
  "use strict";
  const FACETS = ["disability", "aspect", "need", "stage", "who"];

  /** How an entry answers the choices. An aspect counts under the chosen disabilities alone.
   * @param {{words: string, placed: Record<string, string>, need: string[], stage: string[], who: string[]}} entry
   * @param {Record<string, Set<string>>} chosen by facet @param {string[]} words folded
   * @returns {{found: boolean, counts: [facet: string, choice: string][]}} `counts`: the choices of each facet it
   *   would be found under, all else being as it is */
  function answer(entry, chosen, words) {
    const places = Object.entries(entry.placed);
    const under = (facet, places) => places.filter(([disability, aspect]) => !chosen[facet].size || chosen[facet].has(facet === "aspect" ? aspect : disability));
    const fails = {};
    for (const facet of ["need", "stage", "who"]) fails[facet] = chosen[facet].size > 0 && !entry[facet].some((each) => chosen[facet].has(each));
    const failing = FACETS.filter((facet) => fails[facet]);
    if (!words.every((word) => entry.words.includes(word))) return { found: false, counts: [] };
    const placed = under("aspect", under("disability", places)).length > 0;
    const counts = [];
    if (!failing.length) {
      for (const [disability] of under("aspect", places)) counts.push(["disability", disability]);
      for (const aspect of new Set(under("disability", places).map(([, aspect]) => aspect))) counts.push(["aspect", aspect]);
    }
    if (placed)
      for (const facet of ["need", "stage", "who"])
        if (failing.every((each) => each === facet)) for (const choice of entry[facet]) counts.push([facet, choice]);
    return { found: placed && !failing.length, counts };
  }

  /** @returns {{found: boolean[], counts: Record<string, number>}} counts by "facet choice" */
  function narrow(entries, chosen, words) {
    const counts = {};
    const found = entries.map((entry) => {
      const answered = answer(entry, chosen, words);
      for (const [facet, choice] of answered.counts) counts[`${facet} ${choice}`] = (counts[`${facet} ${choice}`] ?? 0) + 1;
      return answered.found;
    });
    return { found, counts };
  }

  function enhance(explorer) {
    const { device, fold } = Teichaku;
    const spoken = JSON.parse(explorer.dataset.spoken);
    const form = explorer.querySelector("form");
    const list = explorer.querySelector(".explorer-list");
    const said = explorer.querySelector(".explorer-said");
    const none = explorer.querySelector(".explorer-none");
    const items = [...list.children];
    const entries = items.map(({ dataset }) => ({
      words: fold(dataset.words),
      placed: JSON.parse(dataset.placed),
      need: dataset.need.split(" "),
      stage: dataset.stage.split(" "),
      who: dataset.who.split(" "),
    }));
    const boxes = [...form.querySelectorAll("input[type=checkbox]")];
    const places = items.map((item) => [...item.querySelectorAll("[data-place]")]);
    const words = () => fold(form.elements.words.value).split(" ").filter(Boolean);
    const choices = (without) =>
      Object.fromEntries(FACETS.map((facet) => [facet, new Set(boxes.filter((box) => facet !== without && box.name === facet && box.checked).map((box) => box.value))]));

    function show() {
      const chosen = choices();
      const { found, counts } = narrow(entries, chosen, words());
      items.forEach((item, at) => {
        if (item.hidden === found[at]) item.hidden = !found[at];
        if (!found[at]) return;
        for (const place of places[at]) place.toggleAttribute("data-chosen", chosen.disability.has(place.dataset.place));
      });
      for (const box of boxes) {
        const count = counts[`${box.name} ${box.value}`] ?? 0;
        box.labels[0].querySelector(".count").textContent = count;
        box.labels[0].toggleAttribute("data-none", !count && !box.checked);
      }
      for (const group of form.querySelectorAll("details")) {
        const ticked = group.querySelectorAll(":checked").length;
        group.querySelector("summary .count").textContent = ticked ? spoken.ticked.replace("{count}", ticked) : "";
      }
      const count = found.filter(Boolean).length;
      const open = FACETS.every((facet) => !chosen[facet].size) && !words().length;
      said.textContent = (open ? spoken.all : spoken.found).replace("{count}", count);
      loosen(count, chosen);
    }

    /** Nothing found: what would be, without one facet or without the words. */
    function loosen(count, chosen) {
      none.hidden = count > 0;
      if (count) return;
      const ways = [...FACETS.filter((facet) => chosen[facet].size), ...(words().length ? ["words"] : [])];
      none.querySelector("ul").replaceChildren(
        ...ways.map((way) => {
          const { found } = narrow(entries, choices(way), way === "words" ? [] : words());
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = spoken.loosen.replace("{name}", spoken[way]).replace("{count}", found.filter(Boolean).length);
          button.addEventListener("click", () => {
            for (const box of boxes) if (box.name === way) box.checked = false;
            if (way === "words") form.elements.words.value = "";
            change();
            form.elements.words.focus();
          });
          const item = document.createElement("li");
          item.append(button);
          return item;
        }),
      );
    }

    /** The link to what is shown now; other scripts of the page may keep more in it. */
    function write() {
      const state = new URLSearchParams(location.hash.slice(1).includes("=") ? location.hash.slice(1) : "");
      for (const [facet, values] of Object.entries(choices())) values.size ? state.set(facet, [...values].join(".")) : state.delete(facet);
      const typed = form.elements.words.value.trim();
      typed ? state.set("words", typed) : state.delete("words");
      history.replaceState(null, "", state.size ? `#${state}` : location.pathname + location.search);
    }
    function arrive() {
      if (!location.hash.includes("=")) return;
      const state = new URLSearchParams(location.hash.slice(1));
      for (const box of boxes) box.checked = (state.get(box.name) ?? "").split(".").includes(box.value);
      form.elements.words.value = state.get("words") ?? "";
      for (const group of form.querySelectorAll("details")) group.open ||= group.querySelector(":checked") !== null;
      show();
    }
    const change = () => {
      show();
      write();
    };
    form.addEventListener("input", (event) => event.isComposing || change());
    form.addEventListener("compositionend", () => change());
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(change));
    explorer.querySelector("[data-link]").addEventListener("click", async () => {
      const copied = await device.copy(location.href, explorer.querySelector(".explorer-link"));
      said.textContent = copied ? spoken.copied : spoken.not_copied;
    });
    addEventListener("hashchange", arrive);
    for (const part of explorer.querySelectorAll("[data-scripted]")) part.hidden = false;
    show();
    arrive();
  }
  globalThis.document?.querySelectorAll("[data-explorer]").forEach(enhance);
  globalThis.Teichaku = { ...globalThis.Teichaku, explorer: { narrow: (entries, chosen, words) => narrow(entries, Object.fromEntries(FACETS.map((facet) => [facet, new Set(chosen[facet] ?? [])])), words), enhance } };
})();
