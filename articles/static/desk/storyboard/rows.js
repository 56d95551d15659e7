// Rows come and go: insert anywhere, duplicate, remove at once and undo.

import { $, $$, config, emit, make, on, word } from "./page.js";
import * as fields from "./fields.js";
import * as store from "./store.js";
import { behind, block, isSlide, list, mayBuild, nameOf, put, rowAt, rows } from "./board.js";
import { toast } from "./dialogs.js";
import { shortcut } from "./keys.js";
import * as undo from "./undo.js";
import { writingLanguage } from "./view.js";

/** A new row's element, from the page's template. */
export const build = (kind, key) => {
  const holder = document.createElement("template");
  holder.innerHTML = document.getElementById(`new-${kind}`).innerHTML.replaceAll("__key__", key);
  const row = holder.content.firstElementChild;
  delete row.dataset.fresh;
  return row;
};

/** Shows a row that the store knows already, right below `key`. */
export const add = (row, key) => {
  put([row], key);
  fields.startFields(row);
  emit("row-added", { row: row.dataset.row, el: row });
};

const drop = (row) => {
  row.remove();
  emit("row-removed", { row: row.dataset.row });
};

/** Takes out the row of that key, without a word and without undo of its own. */
export const take = (key) => {
  const row = rowAt(key);
  if (!row) return;
  store.remove(key);
  drop(row);
};

const focusIn = (row) => {
  const f = fields.find(row.dataset.row, isSlide(row) ? "heading" : "target", isSlide(row) ? writingLanguage() : "");
  if (f) fields.focus(f);
  if (!row.contains(document.activeElement)) $("button, input, textarea, [tabindex]", row)?.focus();
  row.scrollIntoView({ block: "nearest" });
};

const note = (row, key, label) =>
  undo.push({
    label,
    undo: () => {
      store.remove(row.dataset.row);
      drop(row);
    },
    redo: () => {
      store.putBack(row.dataset.row);
      add(row, key);
    },
  });

/** A new slide or link right below the row of key `at` ("": on top). Returns its element. */
export const insert = ({ kind, at, focus = true }) => {
  if (!mayBuild) return null;
  const row = build(kind, store.insert({ kind, behind: at }));
  add(row, at);
  note(row, at, word(`board.added.${kind}`));
  if (focus) focusIn(row);
  return row;
};

/** A copy of a slide, below it and its links. Returns its element. */
export const duplicate = (row) => {
  if (!mayBuild || !isSlide(row)) return null;
  const at = block(row).at(-1).dataset.row;
  const key = store.insert({ kind: "slide", behind: at, copyOf: row.dataset.row });
  const copy = build("slide", key);
  copyPhoto(row, copy);
  put([copy], at);
  for (const f of $$(".f[data-field]", row)) {
    const to = fields.find(key, f.dataset.field, f.dataset.language);
    if (to && f.dataset.kind !== "photo") fields.write(to, fields.read(f));
  }
  copy.dataset.languages = row.dataset.languages;
  add(copy, at);
  // The server copies what it has; words in conflict or refused stand on this page alone.
  for (const f of $$(".f[data-field]", copy)) if (fields.isWritable(f)) fields.changed(f);
  note(copy, at, word("board.duplicated"));
  focusIn(copy);
  return copy;
};

// The picture, its credit and whatever stands with it are drawn by the server.
const copyPhoto = (row, copy) => {
  const [from, to] = [$(".f-photo", row), $(".f-photo", copy)];
  if (!from || !to) return;
  const cell = from.cloneNode(true);
  for (const each of [cell, ...$$("*", cell)]) {
    for (const { name, value } of [...each.attributes]) {
      if (name !== "style" && value.includes(row.dataset.row)) each.setAttribute(name, value.replaceAll(row.dataset.row, copy.dataset.row));
    }
  }
  delete cell.dataset.started;
  for (const input of $$("[name]", cell)) input.removeAttribute("name");
  $(".notes", cell)?.replaceChildren();
  to.replaceWith(cell);
};

/** Takes a row out at once; its links go to the slide above. */
export const remove = (row) => {
  if (!mayBuild) return;
  const [key, at, text] = [row.dataset.row, behind(row), word("board.removed", { what: nameOf(row) })];
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const isFresh = row.dataset.fresh !== undefined;
  drop(row);
  ($(".drag", next ?? list) ?? $("[data-do='first']") ?? $("#cover textarea"))?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
  const back = () => {
    if (!isFresh) store.putBack(key);
    add(row, rowAt(at) || !at ? at : (rows().at(-1)?.dataset.row ?? ""));
    $(".drag", row)?.focus();
  };
  const again = () => {
    if (!isFresh) store.remove(key);
    drop(row);
  };
  if (!isFresh) store.remove(key);
  undo.push({ label: text, undo: back, redo: again });
  toast({ text, action: word("board.undo"), act: undo.undo });
};

const acts = {
  new: (row) => insert({ kind: "slide", at: row?.dataset.row ?? "" }),
  newlink: (row) => insert({ kind: "link", at: row?.dataset.row ?? "" }),
  first: () => insert({ kind: "slide", at: rows().at(-1)?.dataset.row ?? "" }),
};

// What stands between two rows is the same everywhere: the page has it once.
const fillInserts = (within) => {
  const here = document.getElementById("insert-here").content;
  for (const place of $$(".insert:empty", within)) {
    const key = place.closest(".slides > .row")?.dataset.row;
    place.append(here.cloneNode(true));
    $(".opts", place).setAttribute("aria-labelledby", `w-insert n-${key ?? "cover"}`);
  }
};

// A key on the cover makes a slide on top; on a link, below it.
const below = (event) => {
  const row = event.target.closest?.(".row");
  if (!row) return false;
  insert({ kind: "slide", at: row.dataset.row ? block(row).at(-1).dataset.row : "" });
};

const begin = () => {
  const first = $(".slide[data-fresh]", list);
  if (config.article || !first) return;
  const f = fields.find("", "headline", writingLanguage());
  if (f) fields.focus(f);
};

/** Starts: called once by main.js. */
export const start = () => {
  if (!mayBuild) return;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    acts[button?.dataset.do]?.(button.closest(".slides > .row"));
  });
  shortcut({ keys: "Ctrl+Enter", group: "building", label: "board.keys.new", act: below });
  fillInserts(document);
  on("row-added", ({ el }) => fillInserts(el));
  begin();
};
