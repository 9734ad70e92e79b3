/* Narrows the findings of an inquiry to the answers given. Without this script all findings stand in a list. */
(() => {
  "use strict";
  /** Does one of the situations hold? Without situations it always does.
   * @param {Record<string, string[]>[]} when @param {Record<string, string>} answers */
  const holds = (when, answers) =>
    !when.length || when.some((situation) => Object.entries(situation).every(([question, choices]) => choices.includes(answers[question])));

  /** The answers to questions that are asked, in order; an answer to a question no longer asked doesn't count.
   * @param {{id: string, when: object[]}[]} questions @param {Record<string, string>} given
   * @returns {{asked: string[], answers: Record<string, string>}} */
  const asked = (questions, given) => {
    const answers = {};
    const ids = questions.filter(({ id, when }) => {
      if (!holds(when, answers)) return false;
      if (given[id]) answers[id] = given[id];
      return true;
    }).map(({ id }) => id);
    return { asked: ids, answers };
  };

  function enhance(inquiry) {
    const form = inquiry.querySelector("form");
    const said = inquiry.querySelector("[role=status]");
    const parsed = (element) => ({ element, when: JSON.parse(element.dataset.when) });
    const questions = [...form.querySelectorAll("[data-question]")].map((each) => ({ ...parsed(each), id: each.dataset.question }));
    const findings = [...inquiry.querySelectorAll("[data-finding]")].map(parsed);
    const verdicts = [...inquiry.querySelectorAll("[data-verdict]")];

    function narrow() {
      const { asked: ids, answers } = asked(questions, Object.fromEntries(new FormData(form)));
      for (const { element, id } of questions) {
        element.hidden = !ids.includes(id);
        if (element.hidden) for (const choice of element.querySelectorAll("input")) choice.checked = false;
      }
      const remaining = ids.filter((id) => !answers[id]).length;
      const found = remaining ? [] : findings.filter(({ when }) => holds(when, answers));
      for (const each of findings) each.element.hidden = !found.includes(each);
      const outcomes = found.map(({ element }) => element.dataset.outcome);
      const verdict = verdicts.find((each) => outcomes.includes(each.dataset.verdict));
      for (const each of verdicts) each.hidden = each !== verdict;
      const titles = found.map(({ element }) => element.querySelector("strong").textContent).join(" / ");
      said.textContent = remaining
        ? inquiry.dataset.remaining.replace("{count}", remaining)
        : inquiry.dataset.found.replace("{count}", found.length).replace("{titles}", () => titles);
    }
    form.addEventListener("change", narrow);
    form.addEventListener("reset", () => setTimeout(narrow)); // once the browser has cleared the answers
    form.hidden = false;
    narrow(); // the browser may have restored earlier answers
  }
  globalThis.document?.querySelectorAll("[data-inquiry]").forEach(enhance);
  globalThis.Teichaku = { ...globalThis.Teichaku, inquiry: { asked, holds } };
})();
