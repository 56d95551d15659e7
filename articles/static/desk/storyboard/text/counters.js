// How long a text is, where length matters: 43/70. A limit is advice; only the model's own is hard.

import { toast } from "../dialogs.js";
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

/** A paste that the model's own limit cuts off is said, not swallowed. */
const onPaste = (event) => {
  const input = event.target;
  const f = fieldOf(input);
  if (!f || !(input.maxLength > 0)) return;
  const pasted = event.clipboardData?.getData("text/plain") ?? "";
  const rest = input.value.length - (input.selectionEnd - input.selectionStart);
  if (rest + pasted.trim().length > input.maxLength) {
    toast({ text: word("text.cut", { field: labelOf(f), limit: input.maxLength }) });
  }
};

/** Counts what is there, and what is typed from now on. */
export const startCounters = () => {
  countAll(document);
  document.addEventListener("input", onInput);
  document.addEventListener("paste", onPaste, true);
  document.addEventListener("written", (event) => count(fieldOf(event.target), { quietly: true }));
  on("row-added", ({ el }) => el && countAll(el));
};
