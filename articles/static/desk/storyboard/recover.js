// What a window that is gone had not saved, offered back: when, what, against what the server has now.

import { behind as above, block, mayBuild, put } from "./board.js";
import { find, read, write } from "./fields.js";
import * as local from "./local.js";
import { $, clock, emit, icon, make, on, rowElement, say, word } from "./page.js";
import { keyOf, same } from "./queue.js";
import { add, build, take as takeOut } from "./rows.js";
import { marked, whereOf, whereOfRow } from "./showing.js";
import * as store from "./store.js";
import { ask } from "./sync.js";

const LATE = 1000; // ms: a closing page's last words come as late as that

let shown = "";
let found = []; // [{key, at, token, item, changes}] one per thing that can be put in

// Coming and going of a row are one thing: what was done last is what was meant.
const nameOf = (change) => {
  if (change.op === "set") return keyOf(change);
  return `${["remove", "put_back"].includes(change.op) ? "there" : change.op}|${change.row}`;
};

// Several changes of one field are one: the newest.
const gather = (left) => {
  const items = new Map();
  for (const change of left.changes) {
    const name = nameOf(change);
    items.delete(name); // the newest, at its own place in time
    items.set(name, { ...left, changes: undefined, name, item: change });
  }
  return [...items.values()];
};

const now = ({ row, field, language }) => store.base(row, field, language) ?? null;

// Identical to what the server has, or a row's coming and going that cannot be judged any more.
const isSettled = ({ item }, inserted) => {
  if (item.op === "set") return same(item.value, now(item)) || (item.value === "" && now(item) === null && inserted.has(item.row));
  const el = rowElement(item.row);
  if (item.op === "insert") return store.base(item.row, "languages") !== undefined || store.base(item.row, "url") !== undefined;
  if (item.op === "move") return !mayBuild || !el || above(el) === item.behind || (item.behind !== "" && !rowElement(item.behind));
  if (item.op === "remove") return !mayBuild || !el;
  if (item.op === "put_back") return !mayBuild || Boolean(el);
  return true;
};

const forget = (gone) => {
  found = found.filter((each) => !gone.includes(each));
  for (const key of new Set(gone.map((each) => each.key))) {
    local.reduce(key, found.filter((each) => each.key === key).map((each) => each.item));
  }
  draw();
};

const insertOf = (each) => found.find((other) => other.key === each.key && other.item.op === "insert" && other.item.row === each.item.row);

const rebuild = ({ op, row, behind }) => {
  if (op === "remove") return takeOut(row);
  if (op === "put_back") {
    store.putBack(row);
    return store.flush().then(() => ask({ whole: true }));
  }
  const el = rowElement(row);
  put(block(el), behind);
  store.move(row, behind);
  emit("row-moved", { row });
};

const putIn = (each) => {
  const { op, row, field, language, value } = each.item;
  if (op === "insert") {
    const behind = rowElement(each.item.behind) ? each.item.behind : "";
    store.insert({ kind: each.item.kind, behind, key: row });
    add(build(each.item.kind, row), behind);
    return;
  }
  if (op !== "set") return rebuild(each.item);
  const needs = insertOf(each);
  if (needs) {
    putIn(needs);
    forget([needs]);
  }
  const f = find(row, field, language);
  if (f) write(f, value);
  store.edit(row, field, language, f ? read(f) : value);
};

const take = (all) => {
  // Two articles that were begun stay two: those of the other are offered on.
  const token = all[0]?.token;
  const some = all.filter((each) => each.token === token);
  if (token) store.adopt(token);
  for (const each of [...some].sort((a, b) => (a.item.op === "insert" ? -1 : 0) - (b.item.op === "insert" ? -1 : 0))) {
    if (found.includes(each)) putIn(each);
  }
  forget(some);
  say(word("store.put_in_done"));
};

const when = (at) => clock(at, { day: "numeric", month: "long" });

const button = (text, label, act) => {
  const made = make("button", { type: "button", class: "btn small", "aria-label": label }, text);
  made.addEventListener("click", act);
  return made;
};

const titleOf = (item) => {
  if (item.op === "set") return whereOf(item);
  if (item.op === "insert") return word(`store.row.${item.kind}`);
  return [whereOfRow(item.row), word(`store.row.${item.op}`)].filter(Boolean).join(": ");
};

const line = (each) => {
  const { item } = each;
  const where = titleOf(item);
  const shown = item.op === "set" ? marked(item, now(item), item.value, { both: true }) : null;
  return make(
    "li",
    {},
    make("div", { class: "what" }, make("b", {}, where), make("span", { class: "by" }, when(item.made ?? each.at))),
    shown,
    make(
      "div",
      { class: "do" },
      button(word("store.put_in"), `${word("store.put_in")}: ${where}`, () => take([each])),
      button(word("store.throw_away"), `${word("store.throw_away")}: ${where}`, () => forget([each])),
    ),
  );
};

// Drawn anew only where it says something new: somebody may stand on one of its buttons.
const draw = () => {
  const before = $(".recover");
  const says = JSON.stringify(found.map(({ key, item }) => [key, item, item.op === "set" && now(item)]));
  if (before && says === shown) return;
  shown = says;
  if (found.length === 0) return before?.remove();
  const title = word("store.recover", { count: found.length, time: when(found.at(-1).at) });
  const all = make(
    "div",
    { class: "all" },
    button(word("store.put_in_all"), null, () => take([...found])),
    button(word("store.throw_away_all"), null, () => forget([...found])),
  );
  const box = make(
    "section",
    { class: "recover", "aria-labelledby": "recover-h" },
    make("h2", { id: "recover-h", tabindex: "-1" }, icon("history"), title),
    make("p", {}, word("store.recover.help")),
    make("ul", {}, ...found.map(line)),
    all,
  );
  if (before) before.replaceWith(box);
  else {
    $(".banners")?.append(box);
    say(title);
  }
};

const sift = () => {
  const inserted = new Set(found.filter(({ item }) => item.op === "insert").map(({ item }) => item.row));
  forget(found.filter((each) => isSettled(each, inserted)));
};

const unnamed = ({ id, made, ...change }) => change;

const look = async () => {
  const left = (await local.leftovers()).flatMap(gather);
  // What is offered already stays the same thing: the buttons on the page hold it.
  found = left.map((each) => found.find(({ key, item }) => key === each.key && same(item, each.item)) ?? each);
  // What lost to somebody else's words asks nobody anything: it goes on record.
  for (const { item } of found) if (item.op === "give_up") store.inner.push(unnamed(item));
  if (store.pending().some(({ op }) => op === "give_up")) store.flush();
  sift();
};

/** Starts: called once by main.js, when the page has heard from the server what is new. */
export const start = async () => {
  await look();
  // The last words of a window may still be on their way when it is gone.
  local.onGone(() =>
    setTimeout(async () => {
      await ask();
      await look();
    }, LATE),
  );
  on("arrived", () => setTimeout(sift));
};
