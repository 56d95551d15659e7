// The menu of a row: one for all rows, opened at the button that asks for it.

import { $, $$, emit, rowOf, word } from "./page.js";
import * as fields from "./fields.js";
import { isSlide } from "./board.js";
import { shift } from "./order.js";
import { duplicate, remove } from "./rows.js";
import * as undo from "./undo.js";

const menu = document.getElementById("row-menu");
const behind = $(".stage");
let button = null;

const items = () => $$("[role^='menuitem']", menu).filter((each) => each.offsetParent !== null || each.getClientRects().length);

const close = ({ focus = true } = {}) => {
  if (!button) return;
  menu.hidden = true;
  behind.inert = false;
  button.setAttribute("aria-expanded", "false");
  if (focus) button.focus({ preventScroll: true });
  button = null;
};

const position = () => {
  const at = button.getBoundingClientRect();
  const box = menu.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left + at.width / 2 - box.width / 2), innerWidth - box.width - 8);
  const fits = at.bottom + 4 + box.height < innerHeight;
  menu.style.left = `${left}px`;
  menu.style.top = `${fits ? at.bottom + 4 : Math.max(8, at.top - box.height - 4)}px`;
};

const open = (at) => {
  close({ focus: false });
  button = at;
  const row = rowOf(at);
  for (const part of $$("[data-only]", menu)) part.hidden = part.dataset.only !== row.dataset.kind;
  for (const radio of $$("[data-do='languages']", menu)) {
    radio.setAttribute("aria-checked", String(radio.dataset.value === (row.dataset.languages || "both")));
  }
  menu.hidden = false;
  behind.inert = true; // what it covers half is for neither pointer nor reader
  position();
  at.setAttribute("aria-expanded", "true");
  items()[0].focus();
};

/** Lets a slide stand in "both", "en" or "da". */
export const standIn = (row, languages) => {
  const f = fields.find(row.dataset.row, "languages");
  const before = fields.read(f);
  if (before === languages) return;
  const set = (value) => {
    fields.write(f, value);
    fields.changed(f);
    emit("languages", { row: row.dataset.row, languages: value });
  };
  set(languages);
  undo.push({ label: word("board.languages"), undo: () => set(before), redo: () => set(languages) });
};

const acts = {
  up: (row) => shift(row, -1),
  down: (row) => shift(row, 1),
  duplicate,
  remove,
  languages: (row, item) => standIn(row, item.dataset.value),
};

const choose = (item) => {
  const row = rowOf(button);
  const at = button;
  close({ focus: !["remove", "duplicate"].includes(item.dataset.do) });
  acts[item.dataset.do](row, item);
  if (["up", "down"].includes(item.dataset.do)) at.focus({ preventScroll: true });
};

const press = (event) => {
  if (!button) return;
  const all = items();
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) all[to % all.length].focus();
  else if (event.key === "Escape") close();
  else if (event.key === "Tab") return close();
  else return;
  event.preventDefault();
  event.stopPropagation();
};

/** Starts: called once by main.js. */
export const start = () => {
  if (!menu) return;
  document.addEventListener("click", (event) => {
    const asked = event.target.closest("[data-do='menu']");
    const item = event.target.closest("#row-menu [role^='menuitem']");
    if (asked) asked === button ? close() : open(asked);
    else if (item) choose(item);
    else if (!menu.contains(event.target)) close({ focus: false });
  });
  menu.addEventListener("keydown", press);
  addEventListener("scroll", () => button && position(), { passive: true });
  addEventListener("resize", () => close({ focus: false }));
};
