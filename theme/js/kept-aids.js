/* What the reader keeps of the reading aids, on the page before anything is painted (css/aids.css) and aids.js comes:
   larger letters would move all that is read. */
(() => {
  "use strict";
  try {
    const kept = localStorage.getItem("teichaku-aids");
    if (kept !== null) document.documentElement.dataset.kept = kept;
  } catch {
    // refused: nothing is kept
  }
})();
