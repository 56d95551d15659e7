// What a window that is gone had not saved, offered back: when, what, against what the server has now.

import { find, read, write } from "./fields.js";
import * as local from "./local.js";
import { $, icon, make, on, rowElement, say, word } from "./page.js";
import { keyOf, same } from "./queue.js";
import { add, build } from "./rows.js";
import { marked, whereOf } from "./showing.js";
import * as store from "./store.js";

let found = []; // [{key, at, token, item, changes}] one per thing that can be put in

// Several changes of one field are one: the newest.
const gather = (left) => {
  const items = new Map();
  for (const change of left.changes) {
    const name = change.op === "set" ? keyOf(change) : `${change.op}|${change.row}`;
    items.set(name, { ...left, changes: undefined, name, item: change });
  }
  return [...items.values()];
};

const now = ({ row, field, language }) => store.base(row, field, language) ?? null;

// Identical to what the server has, or a row's coming and going that cannot be judged any more.
const isSettled = ({ item }, inserted) => {
  if (item.op === "set") return same(item.value, now(item)) || (item.value === "" && now(item) === null && inserted.has(item.row));
  return item.op !== "insert" || store.base(item.row, "languages") !== undefined || store.base(item.row, "url") !== undefined;
};

const forget = (gone) => {
  found = found.filter((each) => !gone.includes(each));
  for (const key of new Set(gone.map((each) => each.key))) {
    local.reduce(key, found.filter((each) => each.key === key).map((each) => each.item));
  }
  draw();
};

const insertOf = (each) => found.find((other) => other.key === each.key && other.item.op === "insert" && other.item.row === each.item.row);

const putIn = (each) => {
  const { op, row, field, language, value } = each.item;
  if (op === "insert") {
    const behind = rowElement(each.item.behind) ? each.item.behind : "";
    store.insert({ kind: each.item.kind, behind, key: row });
    add(build(each.item.kind, row), behind);
    return;
  }
  const needs = insertOf(each);
  if (needs) {
    putIn(needs);
    forget([needs]);
  }
  const f = find(row, field, language);
  if (f) write(f, value);
  store.edit(row, field, language, f ? read(f) : value);
};

const take = (some) => {
  if (some[0]?.token) store.adopt(some[0].token);
  for (const each of [...some].sort((a, b) => (a.item.op === "insert" ? -1 : 0) - (b.item.op === "insert" ? -1 : 0))) {
    if (found.includes(each)) putIn(each);
  }
  forget(some);
  say(word("store.put_in_done"));
};

const when = (at) =>
  new Date(at).toLocaleString(document.documentElement.lang, { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

const button = (text, label, act) => {
  const made = make("button", { type: "button", class: "btn small", "aria-label": label }, text);
  made.addEventListener("click", act);
  return made;
};

const line = (each) => {
  const { item } = each;
  const where = item.op === "insert" ? word(`store.row.${item.kind}`) : whereOf(item);
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

const draw = () => {
  const before = $(".recover");
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
  const settled = found.filter((each) => isSettled(each, inserted));
  if (settled.length || found.length) forget(settled);
};

/** Starts: called once by main.js, when the page has heard from the server what is new. */
export const start = async () => {
  found = (await local.leftovers()).flatMap(gather);
  if (found.length === 0) return;
  sift();
  // The last words of the window before may still be on their way.
  on("arrived", () => setTimeout(sift));
};
