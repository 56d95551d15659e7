// What the server does not have yet, kept on this computer: per user, article and window.
//
// A window's leftovers are another window's to offer once it is gone. A lock that the browser lets
// go of when a page dies (also in a crash) tells that; without locks (no HTTPS) a pulse does.

import { config } from "./page.js";

const PREFIX = "diptych.kept";
const PULSE = 4000; // ms
const DEAD = 3 * PULSE;
const FORGOTTEN = 30 * 24 * 3600 * 1000; // ms: what nobody took up for a month

/** This window's name, new with every page. */
export const windowId = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;

const begin = new Date().toISOString();
const user = config.user?.id ?? 0;
let article = config.article ?? `new:${config.token ?? ""}`;
const keyFor = (name, window) => `${PREFIX}|${user}|${name}|${window}`;
const here = () => keyFor(article, windowId);
const lockOf = (window) => `${PREFIX}|${window}`;

const pulse = { lock: Boolean(navigator.locks), pulse: Date.now() };
navigator.locks?.request(lockOf(windowId), () => new Promise(() => {}));

const all = () => {
  const found = [];
  for (let at = 0; at < localStorage.length; at += 1) {
    const key = localStorage.key(at);
    if (key?.startsWith(`${PREFIX}|`)) found.push(key);
  }
  return found;
};

const parse = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

const parts = (key) => {
  const [, whose, name, window] = key.split("|");
  return { key, user: Number(whose), article: name, window };
};

const alive = async () => {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map(({ name }) => name.split("|")[1]));
};

const makeRoom = () => {
  const old = all()
    .map((key) => ({ key, at: Date.parse(parse(key)?.at ?? 0) || 0 }))
    .filter(({ key }) => key !== here())
    .sort((a, b) => a.at - b.at);
  const gone = old.filter(({ at }) => Date.now() - at > FORGOTTEN);
  gone.forEach(({ key }) => localStorage.removeItem(key));
  return gone.length > 0;
};

/**
 * Calls `act` whenever another window that keeps something here is gone: the browser gives its lock away a moment
 * after the page has died, or long after this page has begun. Also when one of them forgets what it kept.
 */
export const onGone = (act) => {
  const waiting = new Set();
  const wait = (key) => {
    const { user: whose, window } = parts(key);
    if (whose !== user || window === windowId || waiting.has(window)) return;
    waiting.add(window);
    const gone = () => {
      waiting.delete(window);
      act();
    };
    if (parse(key)?.lock) navigator.locks?.request(lockOf(window), { mode: "shared" }, () => {}).then(gone);
    else setTimeout(() => gone() ?? (parse(key) && wait(key)), DEAD + PULSE);
  };
  all().forEach(wait);
  addEventListener("storage", ({ key, newValue }) => {
    if (!key?.startsWith(`${PREFIX}|`)) return;
    if (newValue) wait(key);
    else act();
  });
};

const put = (kept) => {
  try {
    if (kept.changes.length === 0) localStorage.removeItem(here());
    else localStorage.setItem(here(), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
};

let writing = 0;
let current = null;
let isKept = true;

/** Whether the browser keeps what is handed to `keep`; false where it refused the last time. */
export const kept = () => isKept;

/** Stores at once what `keep` was told last. Returns whether that went well. */
export const keepNow = () => {
  clearTimeout(writing);
  writing = 0;
  if (!current) return isKept;
  const record = { at: new Date().toISOString(), begin, title: document.title, changes: current(), ...pulse };
  isKept = put(record) || (makeRoom() && put(record));
  return isKept;
};

/** Stores what `changes()` gives, soon: within 200 ms. */
export const keep = (changes) => {
  current = changes;
  writing ||= setTimeout(keepNow, 200);
};

/** The new article has a number: what was kept under its token is kept under that. */
export const rename = (id) => {
  localStorage.removeItem(here());
  article = id;
  keepNow();
};

/**
 * What dead windows of this user left of this article (of any new one, on a page for a new one):
 * [{key, at, title, token, changes}], oldest first.
 */
export const leftovers = async () => {
  makeRoom();
  const living = await alive();
  const isNew = String(article).startsWith("new:");
  return all()
    .map((key) => ({ ...parts(key), ...parse(key) }))
    .filter((each) => each.user === user && each.window !== windowId && each.changes?.length)
    .filter((each) => each.article === String(article) || (isNew && each.article.startsWith("new:")))
    .filter((each) => !(each.lock ? living.has(each.window) : Date.now() - each.pulse < DEAD))
    .map((each) => ({ ...each, token: each.article.replace(/^new:/u, "") }))
    .sort((a, b) => a.at.localeCompare(b.at));
};

/** Keeps only `changes` of a leftover; none: forgets it. */
export const reduce = (key, changes) => {
  const record = parse(key);
  if (!record) return;
  if (changes.length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify({ ...record, changes }));
};

if (!navigator.locks) {
  setInterval(() => {
    pulse.pulse = Date.now();
    if (current && current().length) keepNow();
  }, PULSE);
}
