// The list of slides at the side: thumbnails, the state of both languages, a way to each.

import { $, $$, make, on, rowElement } from "./page.js";
import * as fields from "./fields.js";
import { isSlide, rows } from "./board.js";
import { setCurrent } from "./current.js";
import { refresh as refreshLine } from "./fold.js";
import { shortcut } from "./keys.js";
import { writingLanguage } from "./view.js";

const list = $(".jump ol");

const glyph = (language) => make("span", { class: "leaf-glyph missing", "data-language": language });

const build = (row) => {
  const key = row.dataset.row;
  if (!isSlide(row)) return make("li", { "data-jump": key, "aria-hidden": "true" }, make("span", { class: "also-dot" }));
  return make(
    "li",
    { "data-jump": key },
    make(
      "a",
      { href: `#slide-${key}` },
      make("span", { class: "n" }),
      make("span", { class: "noimg" }),
      make("span", { class: "leaves", "aria-hidden": "true" }, glyph("en"), glyph("da")),
      make("span", { class: "visually-hidden" }),
      make("span", { class: "visually-hidden says" }),
    ),
  );
};

/** The entry of a row, or null. */
export const itemOf = (key) => $(`[data-jump="${key}"]`, list);

const arrange = () => {
  const kept = document.activeElement;
  let number = 0;
  const wanted = rows().map((row) => {
    const item = itemOf(row.dataset.row) ?? build(row);
    if (isSlide(row)) $(".n", item).textContent = number += 1;
    return item;
  });
  const there = [...list.children];
  if (wanted.length !== there.length || wanted.some((item, at) => item !== there[at])) list.replaceChildren(...wanted);
  if (kept !== document.activeElement && list.contains(kept)) kept.focus({ preventScroll: true });
};

/** Brings the entry of one slide up to date: its picture, its name. */
export const refresh = (row) => {
  const item = itemOf(row.dataset.row);
  if (!item || !isSlide(row)) return;
  refreshLine(row);
  const name = $(".leaf.en .txt", row)?.textContent || $(".leaf.da .txt", row)?.textContent || "";
  const said = $(".visually-hidden", item);
  if (said.textContent !== name) said.textContent = name;
  const [picture, shown] = [$(".tiny img", row), $("img, .noimg", item)];
  if (picture && shown.src !== picture.src) shown.replaceWith(Object.assign(new Image(46, 31), { src: picture.src, alt: "" }));
  else if (!picture && shown.matches("img")) shown.replaceWith(make("span", { class: "noimg" }));
};

const mark = ({ row }) => {
  for (const link of $$("a[aria-current]", list)) link.removeAttribute("aria-current");
  const link = $("a", itemOf(row) ?? document.createElement("li"));
  if (!link) return;
  link.setAttribute("aria-current", "true");
  if (!list.contains(document.activeElement)) keepInSight(link);
};

// Only the list scrolls, never the page.
const keepInSight = (link) => {
  const box = list.closest(".jump");
  const [a, b] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
  if (a.top < b.top) box.scrollTop += a.top - b.top - 8;
  else if (a.bottom > b.bottom) box.scrollTop += a.bottom - b.bottom + 8;
  if (a.left < b.left || a.right > b.right) box.scrollLeft += a.left - b.left - 40;
};

const goTo = (event) => {
  const link = event.target.closest?.(".jump a");
  if (!link) return;
  event.preventDefault();
  const row = document.getElementById(link.hash.slice(1));
  if (!row) return;
  row.scrollIntoView({ block: "start" });
  setCurrent(row.dataset.row);
  // By keyboard one wants to write there; a finger wants to look first.
  if (event.detail !== 0) return;
  const f = fields.find(row.dataset.row, "heading", writingLanguage());
  if (f && fields.isWritable(f) && !row.classList.contains("is-collapsed")) fields.focus(f);
  else $("[data-do='fold']", row)?.focus({ preventScroll: true });
};

const toList = () => ($("a[aria-current]", list) ?? $("a", list))?.focus();

const alongList = (event) => {
  const link = event.target.closest?.(".jump a");
  const by = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!link || !by || event.altKey || event.ctrlKey) return;
  const all = $$("a", list);
  const next = all[all.indexOf(link) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

let waiting = new Set();
const later = (row) => {
  if (!row || !isSlide(row)) return;
  if (waiting.size === 0) setTimeout(refreshWaiting, 400);
  waiting.add(row);
};
const refreshWaiting = () => {
  const all = waiting;
  waiting = new Set();
  for (const row of all) if (row.isConnected) refresh(row);
};

/** Starts: called once by main.js. */
export const start = () => {
  on("renumbered", arrange);
  on("current", mark);
  on("row-added", ({ el }) => refresh(el));
  on("changed", ({ row }) => row && later(rowElement(row)));
  on("photo-shown", ({ row }) => row && later(rowElement(row)));
  on("arrived", ({ values }) => Object.keys(values ?? {}).forEach((key) => key && later(rowElement(key))));
  document.addEventListener("click", goTo);
  document.addEventListener("keydown", alongList);
  shortcut({ keys: "g", group: "going", label: "board.keys.list_of_slides", act: toList });
  arrange();
};
