// What others did to the rows: new ones are fetched as the server draws them, the rest moves or goes, and whoever
// writes here keeps focus, caret and the place on the screen.

import { $, config, emit, on, rowElement, say, word } from "./page.js";
import * as fields from "./fields.js";
import * as store from "./store.js";
import { hasOwn } from "./sync.js";
import { nameOf, put, rowAt, rows } from "./board.js";

const SHOWN = 6000; // ms that a new row is marked

// What one looks at stays where it is, whatever comes or goes above it.
const still = (act) => {
  const held = document.activeElement?.closest?.(".row") ?? inSight();
  const before = held?.getBoundingClientRect().top;
  act();
  if (held?.isConnected) scrollBy({ top: held.getBoundingClientRect().top - before, behavior: "instant" });
};

const inSight = () => rows().find((row) => row.getBoundingClientRect().bottom > 120) ?? null;

const drop = (key, by) => {
  const row = rowAt(key);
  if (!row || row.contains(document.activeElement)) return; // who writes in it puts it back by writing
  const what = nameOf(row);
  row.remove();
  emit("row-removed", { row: key });
  say(word("board.gone", { what, by: by ?? word("board.somebody") }));
};

const fetchRows = async (keys) => {
  const url = store.addresses.rows;
  if (!url || keys.length === 0) return {};
  try {
    const answer = await fetch(`${url}?keys=${keys.join(",")}`, { headers: { Accept: "application/json" } });
    return answer.ok ? (await answer.json()).rows : {};
  } catch {
    return {}; // the next question brings them
  }
};

const build = (html) => {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.firstElementChild;
};

const arrange = (order) => {
  let above = "";
  for (const [key] of order) {
    const row = rowAt(key);
    if (!row) continue;
    if ((row.previousElementSibling?.dataset.row ?? "") !== above) put([row], above);
    above = key;
  }
};

// What the server does not have any more, whoever took it out.
const gone = (order) => {
  const there = new Set(order.map(([key]) => key));
  const isGone = (row) => row.dataset.fresh === undefined && !there.has(row.dataset.row) && !hasOwn(row.dataset.row);
  return rows().filter(isGone).map((row) => row.dataset.row);
};

const mark = (row) => {
  row.classList.add("just-arrived");
  setTimeout(() => row.classList.remove("just-arrived"), SHOWN);
};

const arrived = async ({ order, removed = [], by = {} }) => {
  const missing = (order ?? []).map(([key]) => key).filter((key) => !rowElement(key));
  const drawn = await fetchRows(missing);
  still(() => {
    for (const key of new Set([...removed, ...(order ? gone(order) : [])])) drop(key, by[key]);
    const made = [];
    for (const key of missing) {
      if (!drawn[key] || rowElement(key)) continue;
      const row = build(drawn[key]);
      put([row], rows().at(-1)?.dataset.row ?? "");
      made.push(row);
    }
    if (order) arrange(order);
    for (const row of made) {
      fields.startFields(row);
      emit("row-added", { row: row.dataset.row, el: row });
      mark(row);
    }
    if (order) emit("row-moved", { row: "" });
  });
};

/** Starts: called once by main.js. */
export const start = () => {
  on("arrived", arrived);
  // The server's answer to one's own changes may bring an order that another window changed too.
  on("created", ({ urls }) => {
    for (const name of ["publish", "history"]) {
      const link = $(`#to-${name}`);
      if (link && urls?.[name]) Object.assign(link, { href: urls[name], hidden: false });
    }
    config.article ??= store.article;
  });
};
