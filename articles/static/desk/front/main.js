// The front page's screen, on top of a form that works without script: rows move by dragging and by
// keys, are pinned and hidden by buttons; everything can be undone; the preview follows.

import Sortable, { AutoScroll } from "../../vendor/sortable/sortable.core.esm.js";
import { changedRow, filled, placed } from "./model.js";
import { $, $$, config, say, word } from "./page.js";
import * as preview from "./preview.js";
import { addRow, elementOf, readRows, render } from "./rows.js";
import * as search from "./search.js";

let rows = readRows();
const history = [];
let held = null; // {key, rows}: lifted by key
let touched = false;

const page = () => filled(rows, config.last);
const placeOf = (key) => page().findIndex((row) => row.key === key);
const rowOf = (key) => rows.find((row) => row.key === key);
const headlineOf = (key) => $(".headline", elementOf(key)).textContent;

const mark = () => {
  $("#unsaved").textContent = touched ? word("unsaved") : "";
  $('[data-do="undo"]').disabled = history.length === 0;
};

const become = (next) => {
  rows = next;
  touched = true;
  render(rows);
  mark();
  preview.refresh();
};

const act = (next, said) => {
  history.push(rows);
  become(next);
  if (said) say(said);
};

const undo = () => {
  if (!history.length) return;
  become(history.pop());
  touched = history.length > 0;
  mark();
  say(word("undone"));
};

const told = (key) => {
  const index = placeOf(key);
  const values = { headline: headlineOf(key), place: index + 1, count: page().length };
  return word(index === 0 ? "lead" : "moved", values);
};

const shift = (key, by) => {
  const from = placeOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= page().length) return;
  const next = placed(rows, key, to, config.last);
  if (held) become(next);
  else act(next);
  say(told(key));
  elementOf(key).scrollIntoView({ block: "nearest" });
};

const isFull = () => page().filter((row) => row.state === "pinned").length >= config.last;

const put = (key, index) => {
  if (isFull() && rowOf(key).state !== "pinned") {
    say(word("full"));
    render(rows);
    return;
  }
  act(placed(rows, key, index, config.last));
  say(told(key));
};

const ACTS = {
  up: (key) => shift(key, -1),
  down: (key) => shift(key, 1),
  pin: (key) => {
    const index = placeOf(key);
    act(placed(rows, key, index, config.last), word("pinned", { headline: headlineOf(key), place: index + 1 }));
  },
  unpin: (key) => act(changedRow(rows, key, free(key)), word("unpinned", { headline: headlineOf(key) })),
  hide: (key) =>
    act(changedRow(rows, key, { state: "hidden", place: 0, until: "" }), word("hidden", { headline: headlineOf(key) })),
  show: (key) => act(changedRow(rows, key, free(key)), word("shown", { headline: headlineOf(key) })),
  take: (key) => act(changedRow(rows, key, { state: "gone" }), word("removed", { headline: headlineOf(key) })),
};

// How new an article is that was pinned or hidden only the server knows: the preview shows where it
// goes. Here it takes the place below what is newest for sure.
const free = (key) => ({ state: "auto", place: 0, why: "", age: rowOf(key).age ?? 1000 + Number(rowOf(key).article) });

const FOLLOWS = { pin: "unpin", unpin: "pin" };

// The button that was pressed may be gone: the focus stays with the row, or where the row was.
const keepFocus = (button, element, list, index) => {
  const name = button.dataset.do;
  const isHere = element.parentElement === list && !element.hidden;
  const row = isHere ? element : list.children[Math.min(index, list.children.length - 1)];
  const choices = [isHere && button, FOLLOWS[name], name, "hide", "show", "take"].map((each) =>
    typeof each === "string" ? row && $(`[data-do="${each}"]`, row) : each,
  );
  const next = choices.find((each) => each && each.checkVisibility() && !each.disabled);
  (next ?? $("#add-search")).focus();
};

const onClick = (event) => {
  const button = event.target.closest("[data-do]");
  if (button?.dataset.do === "undo") undo();
  const element = button?.closest(".front-row");
  if (!element) return;
  const list = element.parentElement;
  const index = [...list.children].indexOf(element);
  ACTS[button.dataset.do](element.dataset.key);
  keepFocus(button, element, list, index);
};

const lift = (key) => {
  held = { key, rows };
  elementOf(key).classList.add("grabbed");
  say(word("lifted"));
};

const drop = ({ back = false } = {}) => {
  const { key, rows: before } = held;
  held = null;
  elementOf(key).classList.remove("grabbed");
  if (back) become(before);
  else if (before !== rows) history.push(before);
  mark();
  say(word(back ? "back" : "dropped"));
};

const onKey = (event) => {
  const element = event.target.closest?.(".front-row");
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const isGrip = event.target.matches?.("[data-grip]");
  if (isGrip && (event.key === " " || event.key === "Enter")) {
    event.preventDefault();
    if (held) drop();
    else lift(element.dataset.key);
  } else if (isGrip && event.key === "Escape" && held) {
    event.preventDefault();
    drop({ back: true });
    event.target.focus();
  } else if (element && step && (isGrip || (event.altKey && event.shiftKey))) {
    event.preventDefault();
    shift(element.dataset.key, step);
    event.target.focus();
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.target.matches?.("input, textarea")) {
    event.preventDefault();
    undo();
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    $('[data-do="save"]').click();
  }
};

const onTime = (event) => {
  const [, name, key] = /^(from|until)-(.+)$/.exec(event.target.name ?? "") ?? [];
  if (!key || rowOf(key)[name] === event.target.value) return;
  const row = rowOf(key);
  const values = { [name]: event.target.value };
  // An hour for what was there by itself means: it shall be there.
  if (row.state === "auto") act(changedRow(placed(rows, key, placeOf(key), config.last), key, values));
  else act(changedRow(rows, key, values));
};

const add = (found) => {
  const known = rows.find((row) => row.article === String(found.article) && row.state !== "gone" && !row.why);
  if (!known) {
    addRow(found);
    rows = [...rows, { key: found.key, article: String(found.article), state: "gone", place: 0, why: "", from: "", until: "", age: null }];
  }
  const key = known?.key ?? found.key;
  put(key, 0);
  $("[data-grip]", elementOf(key)).focus();
};

const startDragging = () => {
  Sortable.mount(new AutoScroll());
  Sortable.create($("#top"), {
    handle: "[data-grip]",
    draggable: ".front-row:not([hidden])",
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
    forceFallback: true,
    onEnd: ({ item, oldDraggableIndex, newDraggableIndex }) => {
      if (oldDraggableIndex !== newDraggableIndex) put(item.dataset.key, newDraggableIndex);
    },
  });
};

document.documentElement.classList.add("scripted");
document.addEventListener("click", onClick);
document.addEventListener("keydown", onKey);
document.addEventListener("change", onTime);
document.addEventListener("focusout", (event) => {
  if (held && event.target.matches?.("[data-grip]") && document.hasFocus()) {
    setTimeout(() => held && !document.activeElement.matches("[data-grip]") && drop());
  }
});
$("#front-form").addEventListener("submit", (event) => {
  if (event.submitter?.dataset.do !== "preview") touched = false;
});
addEventListener("beforeunload", (event) => touched && event.preventDefault());
$$('[data-do="preview"]').forEach((button) => (button.hidden = true));
render(rows);
mark();
startDragging();
search.start(add);
preview.start();
