// From finding to finding: n and Shift+n, and the counts in the heads of the languages.

import { $, $$, emit, icon, make, on, say, word } from "../page.js";
import * as fields from "../fields.js";
import { reveal as unfold } from "../fold.js";
import { shortcut } from "../keys.js";
import { reveal } from "../view.js";

const NOTES = ".board :is(.finding, .stale-note)";
let last = null;

const matches = (note, { language, kind }) => {
  if (language && !note.dataset.languages?.split(" ").includes(language)) return false;
  return !kind || note.classList.contains(kind);
};

const follows = (a, b) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);

const pick = (all, by) => {
  const here = last?.isConnected ? last : (fields.fieldOf(document.activeElement) ?? null);
  if (!here) return by > 0 ? all[0] : all.at(-1);
  const rest = all.filter((each) => each !== here && (by > 0 ? follows(here, each) : follows(each, here)));
  return by > 0 ? (rest[0] ?? all[0]) : (rest.at(-1) ?? all.at(-1));
};

// Into the field that it is about; else to what it says.
const enter = (note) => {
  const f = note.closest(".f");
  if (f && fields.isWritable(f)) fields.focus(f);
};

// A letter that leads on must not end up in a text: the note gets the focus, and Enter leads into its field.
const stand = (note) => {
  note.tabIndex = -1;
  note.focus({ preventScroll: true });
};

/**
 * Goes to the next finding (`by` 1) or the one before (-1), among those of a language or a kind: into its
 * field, or with `stays` to the note itself.
 */
export const go = (by, among = {}, { stays = false } = {}) => {
  const all = $$(NOTES).filter((note) => matches(note, among));
  const note = all.length ? pick(all, by) : null;
  if (!note) return say(word("findings.none"));
  last = note;
  if (note.closest(".slide.is-collapsed")) unfold(note);
  reveal(note);
  (stays ? stand : enter)(note);
  note.scrollIntoView({ block: "center" });
  say(`${all.indexOf(note) + 1}/${all.length}: ${note.textContent}`);
};

const count = (head, kind, ids) => {
  const language = head.dataset.language;
  const number = ids.filter((id) => document.getElementById(id)?.classList.contains(kind)).length;
  const box = $(".counts", head);
  const old = $(`.cnt.${kind}`, box);
  if (!number) return old?.remove();
  const name = `${$("h2", head).textContent}: ${word(`findings.count.${kind}`, { count: number })}`;
  const button = old ?? make("button", { type: "button", class: `cnt ${kind}`, "data-do": "finding", "data-language": language, "data-kind": kind }, icon(kind), make("span", {}));
  button.setAttribute("aria-label", name);
  button.setAttribute("title", name);
  button.lastChild.textContent = number;
  if (!old) box[kind === "block" ? "prepend" : "append"](button);
};

const counts = ({ shown }) => {
  for (const head of $$(".head[data-language]")) {
    for (const kind of ["block", "warn"]) count(head, kind, shown[head.dataset.language]);
  }
};

// Where each language stands follows what is typed: live becomes "live, unpublished changes".
const states = ({ states: now }) => {
  const differs = (head) => $(".state", head)?.textContent !== now[head.dataset.language].text;
  if ($$(".head[data-language]").some(differs)) emit("states", now);
};

/** Starts: called once by main.js. */
export const start = () => {
  on("findings", counts);
  on("judged", states);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do='finding']");
    if (button) go(1, { language: button.dataset.language, kind: button.dataset.kind });
  });
  document.addEventListener("focusin", (event) => {
    if (last && fields.fieldOf(event.target) !== last.closest(".f")) last = null;
  });
  for (const [keys, by, label] of [
    ["n", 1, "findings.next"],
    ["Shift+n", -1, "findings.previous"],
  ]) {
    shortcut({ keys, group: "going", label, act: () => go(by, {}, { stays: true }) });
    shortcut({ keys: `Alt+${keys}`, group: "going", label, act: () => go(by) });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches?.(NOTES)) {
      event.preventDefault();
      enter(event.target);
    }
  });
};
