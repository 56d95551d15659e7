// How long a text is, where length matters: 43/70. A limit is advice; only the model's own is hard.

import { fieldOf, labelOf, read } from "../fields.js";
import { $$, on, say, word } from "../page.js";

const told = new WeakSet();

/** Counts the field `f` anew; says so once when it becomes too long. */
export const count = (f, { quietly = false } = {}) => {
  const counter = f?.querySelector(".lab .count[data-limit]");
  if (!counter) return;
  const limit = Number(counter.dataset.limit);
  const length = [...(read(f) ?? "")].length;
  const text = `${length}/${limit}`;
  if (counter.textContent !== text) counter.textContent = text;
  const isOver = length > limit;
  counter.classList.toggle("over", isOver);
  f.classList.toggle("is-long", isOver);
  if (!isOver) told.delete(f);
  else if (!told.has(f)) {
    told.add(f);
    if (!quietly) say(word("text.over", { field: labelOf(f), limit }));
  }
};

const countAll = (root) => $$(".f", root).forEach((f) => count(f, { quietly: true }));

const onInput = (event) => {
  const f = fieldOf(event.target);
  if (f && f.dataset.kind !== "rich") count(f);
};

// A browser cuts what is pasted over the model's limit, without a word. The server says how much is too
// long, and the text stays.
const uncut = (root) => $$(".f[data-field] [maxlength]", root).forEach((input) => input.removeAttribute("maxlength"));

/** Counts what is there, and what is typed from now on. */
export const startCounters = () => {
  countAll(document);
  uncut(document);
  document.addEventListener("input", onInput);
  document.addEventListener("written", (event) => count(fieldOf(event.target), { quietly: true }));
  on("row-added", ({ el }) => {
    if (!el) return;
    countAll(el);
    uncut(el);
  });
};
