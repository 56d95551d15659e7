// The slide in work: outlined, marked in the jump list, shown in the preview.

import { $$, emit, on, rowElement, rowOf } from "./page.js";

let now = null;

/** The key of the row in work, null before the first. */
export const currentRow = () => now;

/** Makes that row the one in work. */
export const setCurrent = (key) => {
  if (now === key) return;
  now = key;
  for (const row of $$(".row.current")) row.classList.remove("current");
  rowElement(key)?.classList.add("current");
  emit("current", { row: key });
};

/** Starts: called once by main.js. */
export const start = () => {
  document.addEventListener("focusin", (event) => {
    const row = rowOf(event.target)?.closest(".row");
    if (row) setCurrent(row.dataset.row);
  });
  on("row-removed", ({ row }) => now === row && setCurrent(""));
};
