/* Which accommodations answer the choices, and the link that carries them. Pure: values in, values out. */
(() => {
  "use strict";
  /** @type {Facet[]} */
  const FACETS = ["disability", "aspect", "need", "stage", "who"];
  /** Facets that ask for one list of an entry each; disability and aspect belong together.
   * @type {("need" | "stage" | "who")[]} */
  const LISTS = ["need", "stage", "who"];

  /** The places of an entry, [disability, aspect], that are among the chosen ones of a facet.
   * @param {[disability: string, aspect: string][]} places @param {"disability" | "aspect"} facet
   * @param {Chosen} chosen */
  const under = (places, facet, chosen) =>
    places.filter(
      ([disability, aspect]) => !chosen[facet].size || chosen[facet].has(facet === "aspect" ? aspect : disability),
    );

  /** How an entry answers the choices. An aspect counts under the chosen disabilities alone.
   * @param {Placed} entry @param {Chosen} chosen @param {string[]} words folded
   * @returns {{found: boolean, counts: [facet: Facet, choice: string][]}} `counts`: the choices of each facet it would
   *   be found under, all else being as it is */
  function answer(entry, chosen, words) {
    if (!words.every((word) => entry.words.includes(word))) return { found: false, counts: [] };
    const failing = LISTS.filter(
      (facet) => chosen[facet].size && !entry[facet].some((each) => chosen[facet].has(each)),
    );
    const places = Object.entries(entry.placed);
    const underDisability = under(places, "disability", chosen);
    const placed = under(underDisability, "aspect", chosen).length > 0;
    /** @param {Facet} facet @param {Iterable<string>} choices @returns {[Facet, string][]} */
    const counted = (facet, choices) => [...choices].map((choice) => [facet, choice]);
    const counts = [];
    if (!failing.length) {
      const disabilities = under(places, "aspect", chosen).map(([disability]) => disability);
      const aspects = new Set(underDisability.map(([, aspect]) => aspect));
      counts.push(...counted("disability", disabilities), ...counted("aspect", aspects));
    }
    // One that fails by a single facet would be found under that facet's other choices.
    const loose = LISTS.filter((facet) => placed && failing.every((each) => each === facet));
    counts.push(...loose.flatMap((facet) => counted(facet, entry[facet])));
    return { found: placed && !failing.length, counts };
  }

  /** @type {Explorer["chosen"]} */
  const chosen = (choices) => ({
    disability: new Set(choices.disability),
    aspect: new Set(choices.aspect),
    need: new Set(choices.need),
    stage: new Set(choices.stage),
    who: new Set(choices.who),
  });

  /** @type {Explorer["narrow"]} */
  function narrow(entries, choices, words) {
    const sets = chosen(choices);
    /** @type {Record<string, number>} */
    const counts = {};
    const found = entries.map((entry) => {
      const answered = answer(entry, sets, words);
      for (const [facet, choice] of answered.counts)
        counts[`${facet} ${choice}`] = (counts[`${facet} ${choice}`] ?? 0) + 1;
      return answered.found;
    });
    return { found, counts };
  }

  /** @type {Explorer["written"]} */
  function written(choices, words, mine) {
    const state = new URLSearchParams();
    const all = { ...chosen(choices), words: new Set(words ? [words] : []), mine: new Set(mine) };
    for (const [name, values] of Object.entries(all)) if (values.size) state.set(name, [...values].join("."));
    return state.toString();
  }

  /** @type {Explorer["restored"]} */
  function restored(fragment) {
    if (!fragment.includes("=")) return null;
    const state = new URLSearchParams(fragment);
    /** @param {string} name */
    const listed = (name) => (state.get(name) ?? "").split(".").filter(Boolean);
    const choices = Object.fromEntries(FACETS.map((facet) => [facet, listed(facet)]));
    return { choices, words: state.get("words") ?? "", mine: listed("mine") };
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, explorer: { FACETS, chosen, narrow, restored, written } };
})();
