/* What was typed isn't lost: a page that holds work which was saved nowhere asks before it is left, and a button that
   clears a form asks once. A form says with `data-work` that it holds such work, and how clearing is asked about. */
(() => {
  "use strict";
  const { enhanced, held, part } = Teichaku.page;

  /** What stands in a form, apart from how the page shall keep it.
   * @param {HTMLFormElement} form @returns {FormField[]} */
  const fields = (form) =>
    /** @type {FormField[]} */ (
      [...form.elements].filter(
        (each) =>
          each instanceof HTMLSelectElement ||
          (each instanceof HTMLTextAreaElement && !each.readOnly) ||
          (each instanceof HTMLInputElement && each.name !== "keep"),
      )
    );
  /** @param {FormField} field */
  const value = (field) =>
    field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)
      ? String(field.checked)
      : field.value || (field.validity.badInput ? "?" : ""); // a day half typed
  /** @param {HTMLFormElement} form */
  const written = (form) => JSON.stringify(fields(form).map(value));

  /** Asks a question that only "yes" answers; focus goes back to where it was.
   * @param {string} words @returns {Promise<boolean>} */
  const answered = (words) =>
    new Promise((resolve) => {
      const dialog = part(document, "#__ask", HTMLElement);
      if (!("showModal" in dialog)) return resolve(confirm(words));
      const modal = /** @type {HTMLDialogElement} */ (dialog);
      part(modal, "p", HTMLElement).textContent = words;
      modal.returnValue = "no";
      modal.addEventListener("close", () => resolve(modal.returnValue === "yes"), { once: true });
      modal.showModal();
    });

  let handed = false; // to the page in the other language

  /** @param {HTMLElement} element */
  function enhance(element) {
    const form = /** @type {HTMLFormElement} */ (element);
    const empty = written(form);
    let saved = empty;
    const unsaved = () => ![empty, saved].includes(written(form));
    /** @param {BeforeUnloadEvent} event */
    function leaving(event) {
      if (handed || !unsaved()) return;
      event.preventDefault();
      event.returnValue = true; // older browsers
    }
    form.addEventListener("teichaku:saved", () => {
      saved = written(form);
    });
    // Only once somebody writes: browsers keep pages without such a listener for going back.
    form.addEventListener("input", () => addEventListener("beforeunload", leaving), { once: true });
    form.addEventListener("teichaku:restored", () => addEventListener("beforeunload", leaving), { once: true });
    form.addEventListener("click", async (event) => {
      const button = event.target;
      if (!(button instanceof HTMLButtonElement) || button.type !== "reset" || written(form) === empty) return;
      event.preventDefault();
      const yes = await answered(held(form, "work"));
      button.focus();
      if (yes) form.reset();
    });
  }
  if (globalThis.document)
    addEventListener("teichaku:handed", () => {
      handed = true;
      setTimeout(() => {
        handed = false; // the other page couldn't be had
      }, 5000);
    });
  enhanced("form[data-work]", enhance);
})();
