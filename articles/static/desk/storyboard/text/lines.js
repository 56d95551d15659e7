// Texts of one line that may be long: their box grows, Enter goes on to the next field, and what is
// pasted with line breaks is one line.

import { changed, fieldOf, isWritable } from "../fields.js";
import { $$, on } from "../page.js";

const ONE_LINE = new Set(["line", "slug"]);

/** Kinds of one line, and texts in one language: readers get them as one paragraph. */
const isLine = (f) => ONE_LINE.has(f?.dataset.kind) || (f?.dataset.kind === "text" && Boolean(f.dataset.language));

const isControl = (element) => element.matches?.("textarea, input:not([type]), input[type=text], input[type=url]");

const controls = (within) =>
  $$(".f .rt:not([hidden]), .f textarea:not([hidden]), .f input:not([type=hidden]), .f select", within).filter(
    (each) => isWritable(fieldOf(each)) && each.checkVisibility(),
  );

/**
 * The next field of the same language: below in this row, else the first of the next row. The
 * address fills itself: Tab leads there, Enter goes on to what is to be written.
 */
const next = (element) => {
  const leaf = element.closest(".leaf");
  const board = element.closest(".board") ?? document;
  const language = leaf?.classList.contains("da") ? "da" : "en";
  const all = leaf ? $$(`.leaf.${language}`, board).flatMap(controls) : controls(document);
  return all.slice(all.indexOf(element) + 1).find((each) => fieldOf(each)?.dataset.kind !== "slug");
};

const onKey = (event) => {
  const f = fieldOf(event.target);
  if (event.key !== "Enter" || event.isComposing || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !isLine(f) || !isControl(event.target)) return;
  // A list of suggestions takes the key itself.
  if (event.target.getAttribute("aria-expanded") === "true") return;
  event.preventDefault();
  if (event.shiftKey) return;
  const following = next(event.target);
  following?.focus();
  if (following?.setSelectionRange && following.type !== "url") {
    following.setSelectionRange(following.value.length, following.value.length);
  }
};

const onPaste = (event) => {
  const input = event.target;
  if (!isControl(input) || !isLine(fieldOf(input))) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!/[\r\n\t\u00ad\u200b\ufeff]/.test(text)) return;
  event.preventDefault();
  const line = text.replace(/[\u00ad\u200b\ufeff]/g, "").replace(/\s+/g, " ");
  const words = input.selectionStart ? line.trimEnd() : line.trim();
  // Through the browser, so that its own undo knows of it.
  if (document.execCommand("insertText", false, words)) return;
  input.setRangeText(words, input.selectionStart, input.selectionEnd, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
};

// Dropped text, and what input methods do, arrive without a paste.
const onInput = (event) => {
  const input = event.target;
  const f = fieldOf(input);
  if (!input.matches?.("textarea") || !isLine(f) || !input.value.includes("\n")) return;
  const at = input.selectionStart;
  input.value = input.value.replace(/\r?\n/g, " ");
  input.setSelectionRange(at, at);
  changed(f);
};

const isGrowing = CSS.supports("field-sizing", "content");
const grow = (textarea) => {
  textarea.style.height = "auto";
  textarea.style.height = `${textarea.scrollHeight + textarea.offsetHeight - textarea.clientHeight}px`;
};
const growAll = (root) => $$(".f textarea:not([hidden])", root).filter((each) => each.checkVisibility()).forEach(grow);

/** Starts listening; browsers that let boxes grow by themselves are left to it. */
export const startLines = () => {
  document.addEventListener("keydown", onKey);
  document.addEventListener("paste", onPaste);
  document.addEventListener("input", onInput, true);
  if (isGrowing) return;
  growAll(document);
  document.addEventListener("input", (event) => event.target.matches?.(".f textarea") && grow(event.target));
  document.addEventListener("written", (event) => growAll(event.target));
  on("row-added", ({ el }) => el && growAll(el));
  addEventListener("resize", () => growAll(document));
};
