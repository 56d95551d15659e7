// A slide in one line: its thumbnail, both headings, both states.

import { $, $$, on, rowOf, word } from "./page.js";
import * as fields from "./fields.js";
import { list, slides } from "./board.js";
import { shortcut } from "./keys.js";

const text = (row, language) => {
  for (const field of ["heading", "body"]) {
    const f = fields.find(row.dataset.row, field, language);
    if (!f) continue;
    const written = f.classList.contains("readonly") ? $(".readonly", f)?.textContent : String(fields.read(f) ?? "");
    const plain = (written ?? "").replace(/<[^>]*>/gu, " ").replace(/\s+/gu, " ").trim();
    if (plain && plain !== "–") return plain.slice(0, 140);
  }
  return "";
};

/** Brings the one-line form of a slide up to date. */
export const refresh = (row) => {
  for (const language of ["en", "da"]) {
    const line = $(`.leaf.${language} .line .txt`, row);
    if (!line) continue;
    line.dataset.empty = word("board.untitled");
    const now = text(row, language);
    if (line.textContent !== now) line.textContent = now;
  }
  const picture = $(".photo img", row);
  const tiny = $(".tiny", row);
  const shown = $("img", tiny);
  if (!picture) tiny?.replaceChildren();
  else if (shown?.src !== picture.src) tiny?.replaceChildren(Object.assign(new Image(48, 32), { src: picture.src, alt: "", loading: "lazy" }));
};

/** Folds a slide, or unfolds it; the focus stays on its button if it was inside. */
export const fold = (row, isFolded = !row.classList.contains("is-collapsed")) => {
  if (!row?.classList.contains("slide") || row.classList.contains("is-collapsed") === isFolded) return;
  const button = $("[data-do='fold']", row);
  const hadFocus = row.contains(document.activeElement) && !$(".pin", row).contains(document.activeElement);
  if (isFolded) refresh(row);
  row.classList.toggle("is-collapsed", isFolded);
  if (hadFocus && isFolded) button?.focus({ preventScroll: true });
  button?.setAttribute("aria-expanded", String(!isFolded));
  button?.setAttribute("aria-labelledby", `${isFolded ? "w-unfold" : "w-fold"} n-${row.dataset.row}`);
  $("use", button)?.setAttribute("href", isFolded ? "#i-unfold" : "#i-fold");
};

/** Folds all slides, or unfolds them. */
export const foldAll = (isFolded = !list.classList.contains("all-collapsed")) => {
  list.classList.toggle("all-collapsed", isFolded);
  for (const row of slides()) fold(row, isFolded);
  const button = $("[data-do='foldall']");
  const name = word(isFolded ? "board.unfold_all" : "board.fold_all");
  button?.setAttribute("aria-pressed", String(isFolded));
  button?.setAttribute("aria-label", name);
  button?.setAttribute("title", name);
  rowOf(document.activeElement)?.scrollIntoView({ block: "nearest" });
};

/** Unfolds the row that `element` stands in. */
export const reveal = (element) => fold(rowOf(element), false);

const here = (event) => {
  const row = event.target.closest?.(".slides > .slide");
  if (!row) return false;
  fold(row);
};

/** Starts: called once by main.js. */
export const start = () => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do='fold'], [data-do='foldall']");
    if (!button) return;
    if (button.dataset.do === "foldall") foldAll();
    else fold(rowOf(button));
  });
  for (const event of ["arrived", "undoable"]) on(event, () => $$(".is-collapsed", list).forEach(refresh));
  shortcut({ keys: "Alt+C", group: "building", label: "board.keys.fold", act: here });
  shortcut({ keys: "c", group: "looking", label: "board.keys.fold_all", act: () => foldAll() });
};
