// Many photos dropped on the board: they fill empty slides in order, then make new ones behind.

import { hands } from "./chooser.js";
import { toast } from "./dialogs.js";
import { find, isWritable } from "./fields.js";
import { $, $$, config, word } from "./page.js";
import { isEmpty, put } from "./photo.js";
import * as rows from "./rows.js";
import * as store from "./store.js";
import * as undo from "./undo.js";

const board = $(".board");

const slides = () => $$('#slides > .row[data-kind="slide"]');

const fieldIn = (key) => find(key, "photo", "");

const lay = (photos, from) => {
  const filled = [];
  const made = [];
  const left = [...photos];
  const all = slides();
  const start = Math.max(0, all.indexOf(from));
  for (const slide of all.slice(start)) {
    const f = fieldIn(slide.dataset.row);
    if (!left.length || !f || !isWritable(f) || !isEmpty(f)) continue;
    filled.push(slide.dataset.row);
    put(f, left.shift());
  }
  for (const photo of left) {
    const last = $$("#slides > .row").at(-1)?.dataset.row ?? "";
    const key = store.insert({ kind: "slide", behind: last });
    rows.add(rows.build("slide", key), last);
    made.push(key);
    put(fieldIn(key), photo);
  }
  return { filled, made };
};

/** Places photos (numbers) from the row `from` on; one undo takes all of it back. */
export const place = (photos, from = null) => {
  let done = lay(photos, from);
  const label = word("photo.dropped", { count: photos.length });
  toast({ text: label, action: word("photo.undo"), act: undo.undo });
  undo.push({
    label,
    undo: () => {
      for (const f of done.filled.map(fieldIn)) if (f) put(f, null);
      for (const key of done.made) rows.take(key);
    },
    redo: () => (done = lay(photos, from?.isConnected ? from : null)),
  });
};

const areFiles = (event) => config.may.whole && event.dataTransfer?.types.includes("Files");

const over = (event) => {
  if (!areFiles(event)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
  board.classList.add("dropping");
};

const drop = async (event) => {
  board.classList.remove("dropping");
  if (!areFiles(event)) return;
  event.preventDefault(); // else the browser would leave the page for the file
  const from = event.target.closest?.('.row[data-kind="slide"]') ?? null;
  const files = [...event.dataTransfer.files].slice(0, config.photos.most);
  const photos = await hands(files);
  if (photos.length) place(photos, from);
};

// A file that misses its place must not replace the page.
const miss = (event) => {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
};

/** Starts: called once by main.js. */
export const start = () => {
  document.addEventListener("dragover", miss);
  document.addEventListener("drop", miss);
  if (!board || !config.may.whole) return;
  board.dataset.dropHint = word("photo.drop");
  board.addEventListener("dragover", over);
  board.addEventListener("dragleave", (event) => {
    if (!board.contains(event.relatedTarget)) board.classList.remove("dropping");
  });
  board.addEventListener("drop", drop);
};
