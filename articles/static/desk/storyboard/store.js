// The way of every change to the server: nothing typed is lost, nothing is overwritten in silence.

import { find, read, write } from "./fields.js";
import * as local from "./local.js";
import { config, emit, on, post, rowElement, word } from "./page.js";
import { Queue, keyOf, same } from "./queue.js";
import { newKey } from "./rowkey.js";

const PAUSE = 700; // ms without a keystroke before saving
const LONGEST = 2000; // ms of typing between two saves: with the way to the server under three seconds
const BACKOFF = [1000, 2000, 4000, 8000, 15_000]; // ms before trying again
const SLOW = 15_000; // ms: logged out, no right
const LAST = 60_000; // bytes that a closing page may still send

export { newKey };

const queue = new Queue({
  prefix: local.windowId.slice(0, 8),
  values: config.values,
  versions: config.row_versions,
  order: config.order_version,
});
const urls = { ...config.urls };
let article = config.article ?? null;
let token = config.token;
let version = config.version ?? 0;
let current = ""; // the row in work
let running = null;
let wantsSave = false;
let oneByOne = false;
let fails = 0;
let trouble = ""; // offline, server, login, forbidden, gone
let pause = 0;
let longest = 0;

on("current", ({ row }) => (current = row));
on("changed", ({ row, field, language, value }) => edit(row, field, language, value));

/** The number of the article, null before its first save. */
export { article, version };

/** The addresses of this article; for a new one those before its first save. */
export const addresses = urls;

/** The uuid of a new article; `adopt` takes over that of a window that is gone. */
export const adopt = (other) => {
  if (article === null) token = other;
};

/** Changes that no answer has come for, oldest first. */
export const pending = () => queue.open;

/** All that is not settled: also what is in conflict or was refused. */
export const unsettled = () => queue.unsettled;

/** What the server has in that field, as far as this window knows. */
export const base = (row, field, language = "") => queue.known.get(keyOf({ row, field, language }));

/** Whether this window has words in that field that the server has not. */
export const isEdited = (row, field, language = "") => queue.isEdited(keyOf({ row, field, language }));

/** Whether a request is on its way. */
export const isSaving = () => running !== null;

const status = () => emit("status", { trouble, count: queue.open.length, saving: running !== null, kept: local.kept() });

const queued = (change) => {
  local.keep(() => queue.unsettled);
  if (change) emit("queued", { change });
  status();
  schedule();
};

const schedule = () => {
  if (trouble) return; // the next try is set
  clearTimeout(pause);
  if (queue.open.length === 0 && !wantsSave) return;
  pause = setTimeout(flush, PAUSE);
  longest ||= setTimeout(flush, LONGEST);
};

// The empty first slide of a new article becomes a row when something is done to it.
const begin = (key) => {
  const row = rowElement(key);
  if (row?.dataset.fresh === undefined) return;
  delete row.dataset.fresh;
  insert({ kind: row.dataset.kind, behind: row.previousElementSibling?.dataset.row ?? "", key });
};

/** A field's new value, by the user's hand. */
export const edit = (row, field, language, value, options = {}) => {
  begin(row);
  queued(queue.edit({ row, field, language }, value, options));
};

/** A new slide or link right below `behind` ("": on top). Returns its key. */
export const insert = ({ kind, behind, copyOf, key = newKey() }) => {
  begin(behind);
  queued(queue.push({ op: "insert", row: key, kind, behind, ...(copyOf ? { copy_of: copyOf } : {}) }));
  return key;
};

/** Moves a row (a slide with its links) right below `behind`. */
export const move = (row, behind) => {
  begin(row);
  begin(behind);
  queued(queue.push({ op: "move", row, behind }));
};

/** Takes a row out. */
export const remove = (row) => queued(queue.push({ op: "remove", row }));

/** Puts a removed row back. */
export const putBack = (row) => queued(queue.push({ op: "put_back", row }));

/** The translation is still right, though its original changed; with `of` it is one of that text. */
export const settle = (row, field, language, of = null) => queued(queue.push({ op: "settle", row, field, language, of }));

/** A warning is left as it is (`off`), or given again. */
export const wave = (place) => queued(queue.push({ op: "wave", ...place }));

/** The choice in a conflict: mine on top of theirs, or theirs. */
export const choose = (row, field, language, mine) => {
  const key = keyOf({ row, field, language });
  const change = queue.choose(key, mine);
  const f = find(row, field, language);
  if (!mine && f) write(f, queue.known.get(key));
  queued(change);
};

/** What this window has in a field in conflict. */
export const mine = (row, field, language) => queue.conflicts.get(keyOf({ row, field, language }))?.value;

/** Shows a value in a field and saves it; `mended`: by the gate's own fix, which makes nothing stale. */
export const put = (row, field, language, value, { mended = false } = {}) => {
  const f = find(row, field, language);
  if (f) write(f, value);
  edit(row, field, language, value, { mended });
};

/** A move or a removal in spite of what somebody else did to the row. */
export const insist = ({ op, row, behind }) => (op === "move" ? move(row, behind) : remove(row));

const body = (changes, more = {}) => ({
  changes: changes.map(({ made, ...change }) => change),
  window: local.windowId,
  row: current,
  findings: true,
  ...(article === null ? { token } : {}),
  ...more,
});

const again = (milliseconds) => {
  clearTimeout(pause);
  pause = setTimeout(flush, milliseconds);
};

const fail = (kind, milliseconds, message = "") => {
  const isNew = trouble !== kind;
  trouble = kind;
  if (isNew) emit("offline", { kind, count: queue.open.length, message });
  if (milliseconds) again(milliseconds);
};

const recovered = () => {
  fails = 0;
  if (!trouble) return;
  trouble = "";
  emit("online");
};

const created = (data) => {
  article = data.article;
  Object.assign(urls, data.urls);
  if (urls.change) history.replaceState(history.state, "", urls.change);
  local.rename(article);
  emit("created", { article, urls });
};

// The server writes text its own way (spaces at the ends, marks of Word): shown where nobody types.
const showCanonical = ({ change, value }) => {
  const f = find(change.row, change.field, change.language);
  if (!f || value === undefined || f.contains(document.activeElement)) return;
  if (!queue.isEdited(keyOf(change)) && same(read(f), change.value) && !same(change.value, value)) write(f, value);
};

const hear = (each) => {
  const { change, status: outcome, now, by, at, message } = each;
  const { op, row, field, language } = change;
  if (outcome === "done" && op === "set") showCanonical(each);
  if (outcome === "conflict") {
    const mine = op === "set" ? queue.conflicts.get(keyOf(change))?.value : undefined;
    emit("conflict", { op, row, field, language, mine, now, by, at, message, change });
  }
  if (outcome === "refused") emit("refused", { change, message });
};

const succeed = (data) => {
  recovered();
  if (article === null && data.article) created(data);
  const heard = queue.answer(data);
  version = data.version ?? version;
  if (oneByOne && queue.open.length === 0) oneByOne = false;
  heard.forEach(hear);
  local.keep(() => queue.unsettled);
  if (data.urls) Object.assign(urls, data.urls);
  emit("saved", { version, saved: data.saved, results: data.results, findings: data.findings });
};

// A batch that the server cannot read is sent change by change; the one at fault is refused.
const unreadable = (changes, data) => {
  if (changes.length > 1) {
    oneByOne = true;
    queue.untake();
    return;
  }
  const message = data?.error ?? data?.message ?? word("store.unreadable");
  queue.answer({ results: changes.map(({ id }) => ({ id, status: "refused", message })) }).forEach(hear);
};

const judge = (changes, { status: code, data }) => {
  if (code === 200 && data) succeed(data);
  else if (code === 400 || code === 413) unreadable(changes, data);
  else if (code === 401) fail("login", SLOW);
  else if (code === 403) fail("forbidden", SLOW, data?.message);
  else if (code === 404 || code === 410) fail("gone", 0, data?.message);
  else {
    const wait = BACKOFF[Math.min(fails, BACKOFF.length - 1)];
    fails += 1;
    fail(code === 0 ? "offline" : "server", wait, data?.message);
  }
};

const send = async () => {
  const save = wantsSave;
  wantsSave = false;
  const changes = queue.take(oneByOne ? { most: 1 } : {});
  if (changes.length === 0 && !save) return;
  emit("sending");
  const sent = body(changes, save ? { save } : {});
  const answer = await post(urls.changes, sent, { keepalive: JSON.stringify(sent).length < LAST });
  if (save && answer.status !== 200) wantsSave = true;
  judge(changes, answer);
};

const last = () => {
  local.keepNow();
  if (queue.open.length === 0 || trouble === "gone") return;
  const changes = queue.takeAll();
  while (changes.length && JSON.stringify(body(changes)).length > LAST) changes.pop();
  post(urls.changes, body(changes, { findings: false }), { keepalive: true });
};

/**
 * Sends what waits. One request at a time: while one is under way the rest follows it.
 * `save`: by hand, a version of its own; `closing`: the page's last moment.
 */
export const flush = async ({ closing = false, save = false } = {}) => {
  clearTimeout(pause);
  clearTimeout(longest);
  longest = 0;
  if (closing) return last();
  wantsSave ||= save;
  if (running) {
    await running;
    return queue.open.length && !trouble ? flush() : undefined;
  }
  running = send();
  status();
  await running;
  running = null;
  status();
  if (!trouble && (queue.waiting.length || wantsSave)) schedule();
};

const retry = () => {
  if (trouble && trouble !== "gone") flush();
};

const listen = () => {
  addEventListener("blur", () => queue.open.length && flush());
  addEventListener("focus", retry);
  addEventListener("online", retry);
  addEventListener("pagehide", () => flush({ closing: true }));
  addEventListener("pageshow", ({ persisted }) => persisted && flush());
  document.addEventListener("visibilitychange", () => {
    local.keepNow();
    if (document.hidden) queue.open.length && flush();
    else retry();
  });
  addEventListener("beforeunload", (event) => {
    if (queue.unsettled.length && !local.keepNow()) event.preventDefault();
  });
};

/** Starts listening to the window: called once by main.js. */
export const start = () => {
  listen();
  status();
};

/** For sync.js: the queue itself. */
export const inner = queue;
