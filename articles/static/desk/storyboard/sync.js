// What others do to this article meanwhile, brought into the page without disturbing who writes.

import { find, read, write } from "./fields.js";
import { windowId } from "./local.js";
import { $$, config, emit, on, post, rowElement } from "./page.js";
import { same, split } from "./queue.js";
import * as store from "./store.js";

const SHOWN = 4000; // ms between two questions while the page is looked at
const HIDDEN = 15_000;
const BACKOFF = [4000, 8000, 15_000, 30_000];

let since = config.version ?? 0;
let order = config.order_version ?? 0;
let current = "";
let fails = 0;
let timer = 0;
let asking = null;
let stamp = ""; // of where both languages stand, as last heard
let saves = 0; // counts the saves, to see whether one happened while a question was under way
const held = new Map(); // what came for a field in which somebody stands: "row|name" -> value

on("current", ({ row }) => (current = row));
on("sending", () => (saves += 1));

const isHere = (f) => f.contains(document.activeElement);
const isPlain = (f) => ["line", "text", "slug"].includes(f.dataset.kind);

// A plain field keeps its caret while its text changes; any other waits until it is left.
const place = (row, name, value) => {
  const { field, language } = split(name);
  if (store.isEdited(row, field, language)) return false;
  const f = find(row, field, language);
  if (f && isHere(f) && !isPlain(f)) {
    if (!same(read(f), value)) held.set(`${row}|${name}`, value);
    return false;
  }
  store.inner.learn(row, { [name]: value });
  if (!f || same(read(f), value)) return false;
  write(f, value);
  return true;
};

const placeAll = (row, fields) => {
  const changed = [];
  for (const [name, value] of Object.entries(fields)) if (place(row, name, value)) changed.push(name);
  return changed;
};

const release = () => {
  for (const [key, value] of held) {
    const [row, name] = key.split("|");
    const { field, language } = split(name);
    const f = find(row, field, language);
    if (f && isHere(f)) continue;
    held.delete(key);
    place(row, name, value);
  }
};

/** Whether this window has words in that row that the server has not, in conflict or refused ones too. */
export const hasOwn = (row) => store.unsettled().some((change) => change.row === row && change.op !== "remove");
const leaving = (row) => store.pending().some((change) => change.row === row && change.op === "remove");
const isReordering = () => store.pending().some(({ op }) => ["insert", "move", "remove", "put_back"].includes(op));

// Rows of the page that the server does not have any more; who writes in one puts it back by writing.
const missing = (rows) => {
  const keys = new Set(rows.map(([key]) => key));
  return $$(".slides > .row")
    .filter((row) => row.dataset.fresh === undefined && !keys.has(row.dataset.row) && !hasOwn(row.dataset.row))
    .map((row) => row.dataset.row);
};

/** Takes in what the server says; the board brings rows and their order up to date in "arrived". */
const arrive = ({ values = {}, versions = {}, order: rows = null, by = {} }) => {
  Object.assign(store.inner.versions, versions);
  const known = {};
  for (const [row, fields] of Object.entries(values)) {
    if (leaving(row)) continue;
    if (row === "" || rowElement(row)) known[row] = placeAll(row, fields);
    else store.inner.learn(row, fields);
  }
  // One's own moves are on their way: the order that comes of them is asked for after the answer.
  const shown = rows && !isReordering() ? rows : null;
  const gone = shown ? missing(shown) : [];
  emit("arrived", { values, order: shown, removed: gone, by, changed: known });
  for (const [row, fields] of Object.entries(values)) if (!(row in known) && rowElement(row)) placeAll(row, fields);
};

const take = (data, isWhole) => {
  if (data.order_version !== undefined && !isReordering()) {
    store.inner.order = data.order_version;
    if (data.order_version === order && !isWhole) data = { ...data, order: null };
    order = data.order_version;
  }
  if (Object.keys(data.values ?? {}).length || data.order) arrive(data);
  else if (data.version > since) arrive({}); // a warning was left as it is: nothing but that
  // While rows are on their way their order was not taken in: it is asked for again.
  if (!(data.order && isReordering())) since = data.version;
};

const schedule = () => {
  clearTimeout(timer);
  const wait = fails ? BACKOFF[Math.min(fails - 1, BACKOFF.length - 1)] : document.hidden ? HIDDEN : SHOWN;
  timer = setTimeout(ask, wait);
};

const question = async (isWhole) => {
  const before = saves;
  const { status, data } = await post(store.addresses.sync, {
    since: isWhole ? 0 : since,
    window: windowId,
    row: current,
    stamp,
  });
  if (status !== 200 || !data) {
    fails += 1;
    return;
  }
  fails = 0;
  emit("present", { people: data.present ?? [] });
  stamp = data.stamp ?? stamp;
  if (data.states) emit("states", data.states);
  // A save happened meanwhile: what was read before it is asked for again.
  if (saves === before && !store.isSaving()) take(data, isWhole);
};

/** Asks now; `whole` for all values and the order, not only what is new. */
export const ask = async ({ whole = false } = {}) => {
  clearTimeout(timer);
  if (asking) await asking;
  if (store.article !== null && store.addresses.sync && !store.isSaving()) {
    asking = question(whole);
    await asking;
    asking = null;
  }
  schedule();
};

/** Starts asking: called once by main.js. */
export const start = () => {
  document.addEventListener("focusout", () => setTimeout(release));
  document.addEventListener("visibilitychange", () => !document.hidden && ask());
  addEventListener("online", () => ask());
  on("created", () => ask());
  on("online", () => ask());
  on("refused", ({ change }) => change.op !== "set" && ask({ whole: true }));
  on("conflict", ({ op }) => op !== "set" && ask({ whole: true }));
  // Who closes the page is gone at once, not after a while.
  addEventListener("pagehide", () => {
    if (store.article === null || !store.addresses.sync) return;
    post(store.addresses.sync, { since, window: windowId, row: "", leaving: true }, { keepalive: true });
  });
  ask();
};
