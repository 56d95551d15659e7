// Two versions of one field: both are shown where they stand, and who writes here chooses. And what the server refused.

import { describe } from "./described.js";
import { find, focus } from "./fields.js";
import { $, $$, clock, icon, make, on, say, word } from "./page.js";
import { keyOf } from "./queue.js";
import { marked, whereOf } from "./showing.js";
import * as store from "./store.js";
import { ask } from "./sync.js";
import * as undo from "./undo.js";
import { toast } from "./dialogs.js";

const open = new Map(); // key of the field -> what the conflict is about
const put = new Set(); // "Later": not in the banner

const idOf = (key) => `conflict-${key.replace(/\W/gu, "-")}`;

const clear = (f, kind) => $$(`.notes > .${kind}`, f).forEach((each) => each.remove());

const button = (text, act) => {
  const made = make("button", { type: "button", class: "btn small" }, text);
  made.addEventListener("click", act);
  return made;
};

const version = (by, shown, text, act) =>
  make("div", {}, make("span", { class: "by" }, by), shown, button(text, act));

const close = (key) => {
  const note = document.getElementById(idOf(key));
  const f = note?.closest(".f");
  note?.remove();
  if (f) describe(f);
  open.delete(key);
  put.delete(key);
  banner();
};

// The one that loses: theirs is in History; one's own is brought back by Undo.
const decide = (clash, mine) => {
  const { row, field, language } = clash;
  const own = store.mine(row, field, language) ?? clash.mine;
  close(keyOf(clash));
  store.choose(row, field, language, mine);
  const f = find(row, field, language);
  if (f) focus(f);
  if (mine) return say(word("store.kept_mine"));
  ask({ whole: true }); // they may have written on while one chose
  const again = (value) => () => store.put(row, field, language, value);
  undo.push({ label: word("store.took", { name: clash.by }), undo: again(own), redo: again(clash.now) });
  toast({ text: word("store.took", { name: clash.by }), action: word("store.mine_back"), act: undo.undo });
};

const draw = (clash) => {
  const { by, at, mine, now } = clash;
  const title = word("store.conflict", { name: by });
  const theirs = at ? word("store.theirs_at", { name: by, time: at }) : word("store.theirs", { name: by });
  return make(
    "div",
    { class: "conflict", id: idOf(keyOf(clash)), role: "group", "aria-label": title, tabindex: "-1" },
    make("div", { class: "t" }, icon("fork"), title),
    make(
      "div",
      { class: "two" },
      version(word("store.yours", { time: clash.mineAt }), marked(clash, now, mine), word("store.keep"), () => decide(clash, true)),
      version(theirs, marked(clash, mine, now), word("store.take", { name: by }), () => decide(clash, false)),
    ),
  );
};

const show = (clash) => {
  const f = find(clash.row, clash.field, clash.language);
  document.getElementById(idOf(keyOf(clash)))?.remove();
  (f ? ($(".notes", f) ?? f) : $(".banners"))?.append(draw(clash));
  if (f) describe(f);
};

const banner = () => {
  $(".banner.versions")?.remove();
  const shown = [...open.entries()].filter(([key]) => !put.has(key));
  if (shown.length === 0) return;
  const [key, clash] = shown[0];
  const text = word("store.two_versions", { where: whereOf(clash), count: shown.length });
  const go = make("a", { class: "link", href: `#${idOf(key)}` }, word("store.show"));
  go.addEventListener("click", (event) => {
    event.preventDefault();
    const note = document.getElementById(idOf(key));
    note?.scrollIntoView({ block: "center" });
    note?.focus({ preventScroll: true });
  });
  const later = make("button", { type: "button", class: "link" }, word("store.later"));
  later.addEventListener("click", () => {
    shown.forEach(([each]) => put.add(each));
    banner();
  });
  const box = make("div", { class: "banner versions", role: "status" }, icon("fork"), make("span", {}, text));
  box.append(make("span", { class: "end" }, go, later));
  $(".banners")?.append(box);
};

// A row that two people moved, or that one removed while the other wrote in it.
const rowClash = ({ op, row, by, change }) => {
  const title = word(op === "move" ? "store.moved_too" : "store.changed_too", { name: by });
  const note = make("div", { class: "banner versions-of-row", role: "status" }, icon("fork"), make("span", {}, title));
  const again = make("button", { type: "button", class: "link" }, word(op === "move" ? "store.move_anyway" : "store.remove_anyway"));
  const leave = make("button", { type: "button", class: "link" }, word("store.leave_it"));
  again.addEventListener("click", () => {
    note.remove();
    store.insist(change);
  });
  leave.addEventListener("click", () => note.remove());
  note.append(make("span", { class: "end" }, again, leave));
  $(".banners")?.append(note);
  say(title);
};

const conflict = (clash) => {
  if (clash.op !== "set") return rowClash(clash);
  const whole = { ...clash, mineAt: clock(Date.now()) };
  open.set(keyOf(clash), whole);
  show(whole);
  banner();
};

const refused = ({ change, message }) => {
  const f = change.op === "set" && find(change.row, change.field, change.language);
  const note = make("p", { class: "finding block refused", role: "alert" }, icon("block"), make("span", {}, message));
  if (f) {
    clear(f, "refused");
    ($(".notes", f) ?? f).append(note);
    return;
  }
  const box = make("div", { class: "banner refused", role: "alert" }, icon("block"), make("span", {}, message));
  const leave = make("button", { type: "button", class: "link" }, word("store.understood"));
  leave.addEventListener("click", () => box.remove());
  box.append(make("span", { class: "end" }, leave));
  $(".banners")?.append(box);
};

// What was typed after a conflict is what "mine" means.
const typed = ({ change }) => {
  if (change.op !== "set") return;
  const f = find(change.row, change.field, change.language);
  if (f) clear(f, "refused");
  const clash = open.get(keyOf(change));
  if (!clash) return;
  clash.mine = change.value;
  const first = $(`#${CSS.escape(idOf(keyOf(change)))} .two .ver`);
  first?.replaceWith(marked(clash, clash.now, clash.mine));
};

/** Starts: called once by main.js. */
export const start = () => {
  on("conflict", conflict);
  on("refused", refused);
  on("queued", typed);
  on("row-added", ({ row }) => [...open.values()].filter((each) => each.row === row).forEach(show));
};
