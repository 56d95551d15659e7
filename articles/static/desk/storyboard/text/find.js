// Find and replace in the article, in one language: a bar at the top that leaves the page at hand.

import { $, icon, make, on, say, word } from "../page.js";
import { toast } from "../dialogs.js";
import * as folding from "../fold.js";
import { shortcut } from "../keys.js";
import * as undo from "../undo.js";
import * as looking from "../view.js";
import { load } from "./editor.js";
import { allMatches, highlight, replaceIn, turn } from "./finder.js";
import { pattern } from "./matches.js";
import { editorOf } from "./rich.js";

const AGAIN = 150; // ms
let bar = null;
let language = "en";
let matches = [];
let at = -1;
let timer = 0;

const part = (name) => $(`[data-part="${name}"]`, bar);
const isOn = (name) => part(name).getAttribute("aria-pressed") === "true";
const sought = () => pattern(part("find").value, { matchCase: isOn("case"), wholeWord: isOn("whole") });
const current = () => matches[at] ?? null;

const context = () => {
  const box = part("context");
  box.replaceChildren();
  const match = current();
  if (!match) return;
  box.lang = language;
  box.append(match.before, make("mark", {}, match.words), match.after);
};

const show = () => {
  const count = matches.length;
  const isAsked = Boolean(part("find").value);
  part("count").textContent = !isAsked ? "" : count ? word("text.find_at", { at: at + 1, count }) : word("text.find_none");
  for (const name of ["previous", "next", "replace", "all"]) part(name).disabled = count === 0;
  context();
  highlight(matches, current(), sought());
};

const reveal = () => {
  const { f } = current();
  looking.reveal(f);
  if (f.closest(".slides")) folding.reveal(f);
  f.scrollIntoView({ block: "center" });
};

const look = ({ keep = false } = {}) => {
  matches = allMatches(language, sought());
  at = matches.length ? Math.min(keep ? Math.max(at, 0) : 0, matches.length - 1) : -1;
  show();
};

const go = (by) => {
  if (!matches.length) return;
  at = (at + by + matches.length) % matches.length;
  reveal();
  show();
  const { before, words, after } = current();
  say(`${word("text.find_at", { at: at + 1, count: matches.length })}: ${before}${words}${after}`);
};

const note = (steps, count) => {
  const label = word("text.replaced", { count });
  undo.push({ label, undo: () => turn(steps, "before"), redo: () => turn(steps, "after") });
  return label;
};

const replaceOne = () => {
  const match = current();
  if (!match) return;
  const text = note(replaceIn([match], sought(), part("other").value), 1);
  look({ keep: true });
  if (current()) reveal();
  say(text);
};

const replaceAll = () => {
  if (!matches.length) return;
  const count = matches.length;
  const text = note(replaceIn(matches, sought(), part("other").value), count);
  look();
  toast({ text, action: word("text.undo"), act: undo.undo });
};

const choose = (chosen) => {
  language = chosen;
  for (const code of ["en", "da"]) part(code).setAttribute("aria-pressed", String(code === chosen));
  for (const name of ["find", "other"]) part(name).lang = chosen;
  look();
};

const close = () => {
  const match = current();
  bar.hidden = true;
  highlight([], null, null);
  matches = [];
  if (!match) {
    $('.artbar [data-do="find"]')?.focus();
    return;
  }
  // The caret goes to what was found.
  const input = $(".rt:not([hidden]), textarea:not([hidden]), input:not([type=hidden])", match.f);
  input?.focus();
  if (match.f.dataset.kind !== "rich") input?.setSelectionRange?.(match.start, match.end);
};

const button = (name, text, { act, toggles = false, shows = null, kind = "btn small" }) => {
  const made = make("button", { type: "button", class: kind, "data-part": name, title: text }, shows ?? text);
  if (shows) made.setAttribute("aria-label", text);
  if (toggles) made.setAttribute("aria-pressed", "false");
  made.addEventListener("click", act);
  return made;
};

const toggle = (name) => () => {
  part(name).setAttribute("aria-pressed", String(!isOn(name)));
  look();
};

const field = (name, label) => {
  const input = make("input", { type: "text", id: `find-${name}`, "data-part": name, autocomplete: "off", spellcheck: "false" });
  return make("span", { class: "find-field" }, make("label", { for: `find-${name}` }, label), input);
};

const build = () => {
  bar = make("div", { class: "find-bar", role: "dialog", "aria-label": word("text.find_title"), hidden: true });
  const languages = make("span", { class: "seg", role: "group", "aria-label": word("text.find_language") });
  for (const code of ["en", "da"]) {
    languages.append(button(code, `${code.toUpperCase()}, ${word(`text.find_${code}`)}`, { act: () => choose(code), toggles: true, shows: code.toUpperCase(), kind: "" }));
  }
  bar.append(
    languages,
    field("find", word("text.find")),
    button("case", word("text.find_case"), { act: toggle("case"), toggles: true }),
    button("whole", word("text.find_whole"), { act: toggle("whole"), toggles: true }),
    make("span", { class: "find-count", "data-part": "count", role: "status" }),
    button("previous", word("text.find_previous"), { act: () => go(-1), shows: icon("up"), kind: "ib" }),
    button("next", word("text.find_next"), { act: () => go(1), shows: icon("down"), kind: "ib" }),
    field("other", word("text.replace_by")),
    button("replace", word("text.replace"), { act: replaceOne }),
    button("all", word("text.replace_all"), { act: replaceAll }),
    button("close", word("text.find_close"), { act: close, shows: icon("x"), kind: "ib" }),
    make("p", { class: "find-context", "data-part": "context" }),
  );
  bar.addEventListener("keydown", onKey);
  part("find").addEventListener("input", () => {
    look();
    if (current()) reveal();
  });
  ($(".artbar") ?? document.body.firstElementChild).after(bar);
  // What sticks below the bar sticks below this one, however many lines it has.
  new ResizeObserver(() => document.documentElement.style.setProperty("--find", `${bar.offsetHeight}px`)).observe(bar);
};

const onKey = (event) => {
  if (event.key === "Escape") close();
  else if (event.key !== "Enter" || event.target.localName !== "input") return;
  else if (event.target === part("other")) replaceOne();
  else go(event.shiftKey ? -1 : 1);
  event.preventDefault();
  event.stopPropagation();
};

const selected = () => {
  const { activeElement: element } = document;
  const editor = editorOf(element?.closest(".f"));
  if (editor) {
    const { from, to } = editor.state.selection;
    return editor.state.doc.textBetween(from, to, " ");
  }
  return element?.matches("textarea, input[type=text]") ? element.value.slice(element.selectionStart, element.selectionEnd) : "";
};

/** Opens it, in the language of the field in work, with what is selected there. */
export const open = () => {
  if (!bar) build();
  const here = document.activeElement?.closest?.(".f[data-language]")?.dataset.language;
  const words = bar.contains(document.activeElement) ? "" : selected();
  bar.hidden = false;
  if (words && words.length < 80 && !words.includes("\n")) part("find").value = words;
  load().then(() => choose(here || (looking.shown() === "da" ? "da" : language)));
  part("find").select();
};

const later = () => {
  if (!bar || bar.hidden) return;
  clearTimeout(timer);
  timer = setTimeout(() => look({ keep: true }), AGAIN);
};

/** Listens for the key and the button of the bar. */
export const startFind = () => {
  shortcut({ keys: "Ctrl+H", group: "going", label: "text.find_title", act: open });
  document.addEventListener("click", (event) => event.target.closest?.('[data-do="find"]') && open());
  for (const type of ["changed", "arrived", "row-added", "row-removed", "row-moved"]) on(type, later);
};
