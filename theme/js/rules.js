/* The ledger: what was to be looked at again before today says so. Without it, the dates stand. */
(() => {
  "use strict";
  const { enhanced, held, part } = Teichaku.page;

  /** A day as the page writes it, in the reader's own time. @param {Date} now */
  const written = (now) =>
    [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

  enhanced("[data-rules-due]", (days) => {
    part(days, ".rules-late", HTMLElement).hidden = held(days, "rulesDue") >= written(new Date());
  });
})();
