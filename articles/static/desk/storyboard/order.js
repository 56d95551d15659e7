// Rows change their places: by dragging the grip, by keys on the grip, by keys anywhere in the row.

import { $, emit, on, say, word } from "./page.js";
import * as store from "./store.js";
import { behind, block, isSlide, list, mayBuild, nameOf, put, rows, slides } from "./board.js";
import { shortcut } from "./keys.js";
import * as undo from "./undo.js";
import Sortable, { AutoScroll } from "../../vendor/sortable/sortable.core.esm.js";

const CALM = matchMedia("(prefers-reduced-motion: reduce)");

const show = (row) => row.scrollIntoView({ block: "nearest" });

const tell = (row) => {
  const all = isSlide(row) ? slides() : rows();
  const said = isSlide(row) ? "board.moved.slide" : "board.moved.link";
  say(word(said, { place: all.indexOf(row) + 1, count: all.length }));
};

/** Puts a row (a slide with its links) right below the row of that key, and says so. */
export const place = (row, key) => {
  put(block(row), key);
  emit("row-moved", { row: row.dataset.row });
  show(row);
  tell(row);
};

const moved = (row, from) => {
  const to = behind(row);
  if (to === from) return;
  store.move(row.dataset.row, to);
  const way = (key) => () => {
    store.move(row.dataset.row, key);
    place(row, key);
  };
  undo.push({ label: word("board.moved", { what: nameOf(row) }), undo: way(from), redo: way(to) });
};

// Where a row goes by one step: a slide passes the next slide with its links, a link passes one row.
const target = (row, by) => {
  if (by < 0) {
    let above = row.previousElementSibling;
    if (!above) return null;
    while (isSlide(row) && !isSlide(above) && above.previousElementSibling) above = above.previousElementSibling;
    return behind(above);
  }
  const below = block(row).at(-1).nextElementSibling;
  if (!below) return null;
  return (isSlide(row) ? block(below).at(-1) : below).dataset.row;
};

/** Moves a row by one place, up (-1) or down (1). */
export const shift = (row, by) => {
  const key = target(row, by);
  if (key === null) {
    say(word(by < 0 ? "board.top" : "board.bottom"));
    return;
  }
  const from = behind(row);
  place(row, key);
  if (!held) moved(row, from);
};

let held = null; // {row, from}: lifted by key

const lift = (row) => {
  held = { row, from: behind(row) };
  row.classList.add("grabbed");
  say(word("board.lifted", { what: nameOf(row) }));
};

const drop = ({ back = false } = {}) => {
  if (!held) return;
  const { row, from } = held;
  held = null;
  row.classList.remove("grabbed");
  if (back) place(row, from);
  else moved(row, from);
  say(word(back ? "board.put_back" : "board.dropped", { what: nameOf(row) }));
};

const onGrip = (event) => {
  const grip = event.target.closest?.("[data-drag]");
  if (!grip || event.altKey || event.ctrlKey || event.metaKey) return;
  const row = grip.closest(".row");
  const { key } = event;
  if (key === " " || key === "Enter") held ? drop() : lift(row);
  else if (held && (key === "ArrowUp" || key === "ArrowDown")) shift(row, key === "ArrowUp" ? -1 : 1);
  else if (held && key === "Escape") drop({ back: true });
  else return;
  event.preventDefault();
};

const carry = (by) => (event) => {
  const row = event.target.closest?.(".slides > .row");
  if (!row) return false;
  shift(row, by);
};

let links = [];
let came = "";

const startDrag = ({ item }) => {
  drop();
  came = behind(item);
  links = block(item).slice(1);
  for (const each of links) each.remove();
  item.classList.add("dragging");
  document.body.classList.add("is-dragging");
};

// Links stay with their slide: what was dropped between them goes below them, as it does by keys.
const passLinks = (item) => {
  const own = block(item).slice(0, links.length + 1);
  const foreign = block(item).slice(own.length);
  if (isSlide(item) && foreign.length && item.previousElementSibling) put(own, foreign.at(-1).dataset.row);
};

const endDrag = ({ item }) => {
  item.after(...links);
  passLinks(item);
  links = [];
  item.classList.remove("dragging");
  document.body.classList.remove("is-dragging");
  emit("row-moved", { row: item.dataset.row });
  moved(item, came);
  tell(item);
  $(".drag", item)?.focus({ preventScroll: true });
};

const drag = () => {
  Sortable.mount(new AutoScroll());
  new Sortable(list, {
    handle: "[data-drag]",
    draggable: ".row",
    animation: CALM.matches ? 0 : 120,
    ghostClass: "ghost",
    invertSwap: true,
    swapThreshold: 0.6,
    scrollSensitivity: 80,
    scrollSpeed: 36,
    forceAutoScrollFallback: true,
    // A finger on the grip moves the row; the page scrolls everywhere else.
    delayOnTouchOnly: true,
    delay: 60,
    onStart: startDrag,
    onEnd: endDrag,
  });
};

/** Starts: called once by main.js. */
export const start = () => {
  if (!mayBuild) return;
  drag();
  document.addEventListener("keydown", onGrip);
  document.addEventListener("focusout", (event) => {
    if (held && event.target.matches("[data-drag]")) setTimeout(() => held && !document.activeElement.matches("[data-drag]") && drop());
  });
  on("row-removed", ({ row }) => held?.row.dataset.row === row && (held = null));
  shortcut({ keys: "Alt+Shift+ArrowUp", group: "building", label: "board.keys.carry", act: carry(-1) });
  shortcut({ keys: "Alt+Shift+ArrowDown", group: "building", label: "board.keys.carry", act: carry(1) });
};
