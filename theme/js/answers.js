/* Answers: one that an address names is open; one can be printed alone. Without it, all can be opened by hand. */
(() => {
  "use strict";
  const { enhanced, part, parts } = Teichaku.page;

  /** Opens the answer that the address names. */
  function opened() {
    const answer = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.parentElement;
    if (answer instanceof HTMLDetailsElement) answer.open = true;
  }
  /** Prints one answer and nothing else. @param {HTMLDetailsElement} answer */
  function printed(answer) {
    answer.dataset.answerPrinted = "";
    addEventListener("afterprint", () => delete answer.dataset.answerPrinted, { once: true });
    print();
  }

  enhanced("[data-answers]", (answers) => {
    for (const answer of parts(answers, ".answer", HTMLDetailsElement)) {
      const button = part(answer, "[data-print-one]", HTMLButtonElement);
      button.hidden = false;
      button.addEventListener("click", () => printed(answer));
    }
    opened();
    addEventListener("hashchange", opened);
  });
})();
