/* Narrows the findings of an inquiry to the answers given. Without this script all findings stand in a list. */
(() => {
  "use strict";
  const { enhanced, filled, held, part, parts } = Teichaku.page;
  /** Does one of the situations hold? Without situations it always does. @type {Inquiry["holds"]} */
  const holds = (when, answers) =>
    !when.length ||
    when.some((situation) =>
      Object.entries(situation).every(([question, choices]) => choices.includes(answers[question])),
    );

  /** The answers to questions that are asked, in order; an answer to a question no longer asked doesn't count.
   * @type {Inquiry["asked"]} */
  const asked = (questions, given) => {
    /** @type {Answers} */
    const answers = {};
    const ids = questions
      .filter(({ id, when }) => {
        if (!holds(when, answers)) return false;
        if (given[id]) answers[id] = given[id];
        return true;
      })
      .map(({ id }) => id);
    return { asked: ids, answers };
  };

  /** How many questions are left, and the findings that hold once there is none. @type {Inquiry["concluded"]} */
  function concluded(questions, findings, given) {
    const { asked: ids, answers } = asked(questions, given);
    const remaining = ids.filter((id) => !answers[id]).length;
    return { asked: ids, remaining, found: remaining ? [] : findings.filter(({ when }) => holds(when, answers)) };
  }

  /** @param {HTMLElement} element @returns {{element: HTMLElement, when: When}} */
  const situated = (element) => ({ element, when: JSON.parse(held(element, "when")) });
  /** @param {HTMLElement} question @param {boolean} asked one that is no longer asked loses its answer */
  function show(question, asked) {
    question.hidden = !asked;
    if (!asked) for (const choice of parts(question, "input", HTMLInputElement)) choice.checked = false;
  }

  /** @param {HTMLElement} inquiry */
  function enhance(inquiry) {
    const form = part(inquiry, "form", HTMLFormElement);
    const said = part(inquiry, "[role=status]", HTMLElement);
    const questions = parts(form, "[data-question]", HTMLElement).map((each) => ({
      ...situated(each),
      id: held(each, "question"),
    }));
    const findings = parts(inquiry, "[data-finding]", HTMLElement).map(situated);
    const verdicts = parts(inquiry, "[data-verdict]", HTMLElement);

    function narrow() {
      const given = [...new FormData(form)].map(([question, answer]) => [question, String(answer)]);
      const { asked: ids, remaining, found } = concluded(questions, findings, Object.fromEntries(given));
      for (const { element, id } of questions) show(element, ids.includes(id));
      for (const each of findings) each.element.hidden = !found.includes(each);
      const outcomes = found.map(({ element }) => element.dataset.outcome);
      const verdict = verdicts.find((each) => outcomes.includes(each.dataset.verdict));
      for (const each of verdicts) each.hidden = each !== verdict;
      const titles = found.map(({ element }) => part(element, "strong", HTMLElement).textContent).join(" / ");
      said.textContent = remaining
        ? filled(held(inquiry, "remaining"), { count: remaining })
        : filled(held(inquiry, "found"), { count: found.length, titles });
    }
    form.addEventListener("change", narrow);
    form.addEventListener("reset", () => setTimeout(narrow)); // once the browser has cleared the answers
    form.inert = false;
    narrow();
    addEventListener("pageshow", narrow); // the browser may have put earlier answers back
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, inquiry: { asked, concluded, holds } };
  enhanced("[data-inquiry]", enhance);
})();
