// The rows as they stand on the page: which there are, where they stand, what they are called.

import { $, $$, config, emit, on, word } from "./page.js";

/** The list of rows. */
export const list = $("#slides");

/** Whether this user may change which rows there are, and their order. */
export const mayBuild = Boolean(config.may.whole);

/** All rows, in order. */
export const rows = () => $$(":scope > .row", list);

/** The slides among them. */
export const slides = () => $$(":scope > .slide", list);

/** Whether it is a slide. */
export const isSlide = (row) => row.dataset.kind === "slide";

/** A slide with the links that follow it; a link alone. */
export const block = (row) => {
  const found = [row];
  if (!isSlide(row)) return found;
  for (let next = row.nextElementSibling; next && !isSlide(next); next = next.nextElementSibling) found.push(next);
  return found;
};

/** The key of the row directly above, "" on top. */
export const behind = (row) => row.previousElementSibling?.dataset.row ?? "";

/** The row of that key in the list, or null. */
export const rowAt = (key) => rows().find((row) => row.dataset.row === key) ?? null;

/** What a row is called: "Slide 3", "Also read". */
export const nameOf = (row) =>
  isSlide(row) ? word("board.slide", { number: slides().indexOf(row) + 1 }) : word("board.link");

// Of an editor the browser forgets where the caret was, when its row moves.
const caret = (elements) => {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection();
  const isMoved = document.activeElement?.isContentEditable && elements.some((each) => each.contains(anchorNode));
  return isMoved ? () => getSelection().setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset) : () => {};
};

/** Puts elements right below the row of that key ("": on top); focus and caret stay. */
export const put = (elements, key) => {
  const above = key ? rowAt(key) : null;
  const kept = document.activeElement;
  const back = caret(elements);
  let next = above ? above.nextElementSibling : list.firstElementChild;
  while (next && elements.includes(next)) next = next.nextElementSibling;
  for (const each of elements) {
    // Keeps the focus, where the browser knows it.
    if (each.isConnected && list.moveBefore) list.moveBefore(each, next);
    else list.insertBefore(each, next);
  }
  if (kept !== document.activeElement && elements.some((each) => each.contains(kept))) kept.focus({ preventScroll: true });
  back();
};

/** Numbers the slides anew; the names of their controls hang on the number. */
export const renumber = () => {
  const all = slides();
  all.forEach((row, at) => {
    const number = $(".pin .no b", row);
    if (number && number.textContent !== String(at + 1)) number.textContent = at + 1;
  });
  for (const each of $$("[data-slides]")) each.textContent = word("board.count", { count: all.length });
  const empty = $(".empty-board");
  if (empty) empty.hidden = rows().length > 0;
  emit("renumbered");
};

/** Starts: called once by main.js. */
export const start = () => {
  renumber();
  on("row-added", renumber);
  on("row-removed", renumber);
  on("row-moved", renumber);
};
