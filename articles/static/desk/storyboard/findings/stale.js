// A translation whose original changed since: what changed in it, at the field, until somebody has looked.

import { $, $$, icon, make, say, word } from "../page.js";
import * as fields from "../fields.js";
import * as store from "../store.js";
import * as undo from "../undo.js";
import { diff, excerpt } from "../worddiff.js";

const TAGS = { gone: "del", del: "del", new: "ins", ins: "ins" };
const idOf = ({ row, field, language }) => `st-${row || "article"}-${field}-${language}`;
const text = (html) => new DOMParser().parseFromString(html.replaceAll("</p>", "</p> "), "text/html").body.textContent.trim();

const draw = (each) => {
  const parts = excerpt(diff(text(each.of), text(each.now)));
  const shown = parts.map(([kind, words]) => make(TAGS[kind] ?? "span", {}, words));
  const other = each.language === "en" ? "da" : "en";
  const button = make("button", { type: "button", class: "link" }, word("findings.still_right"));
  const note = make("div", { class: "stale-note", id: idOf(each), "data-languages": each.language, "data-of": each.now }, make("p", { class: "t" }, icon("warn"), word(`findings.stale.${other}`)), make("p", { class: "diff", lang: other }, ...shown), each.since ? make("p", { class: "by" }, each.since) : "");
  const f = fields.find(each.row, each.field, each.language);
  if (f && fields.isWritable(f)) {
    note.append(make("p", { class: "do" }, button));
    button.addEventListener("click", () => {
      const { row, field, language, of } = each;
      const label = word("findings.settled");
      fields.focus(f);
      store.settle(row, field, language);
      note.remove();
      undo.push({ label, undo: () => store.settle(row, field, language, of), redo: () => store.settle(row, field, language) });
      say(label);
    });
  }
  return note;
};

/** Shows what is stale by the last answer, and takes away what is not any more. */
export const showStale = (found) => {
  const kept = new Set();
  for (const each of [...(found.en.stale ?? []), ...(found.da.stale ?? [])]) {
    const f = fields.find(each.row, each.field, each.language);
    if (!f) continue;
    const old = document.getElementById(idOf(each));
    if (old?.dataset.of === each.now) kept.add(old);
    else {
      old?.remove();
      const note = draw(each);
      $(".notes", f).prepend(note);
      kept.add(note);
    }
  }
  for (const old of $$(".stale-note[id^='st-']")) if (!kept.has(old)) old.remove();
};

// How many of the shared slides have all that the other language has; nothing where all do.
const showProgress = (head, { planned, translated }) => {
  const old = $(".translated", head);
  if (!planned || !translated.of || translated.done === translated.of) return old?.remove();
  const text = word("findings.translated", translated);
  const shown = old ?? make("span", { class: "translated" }, make("span", { "aria-hidden": "true" }), make("span", { class: "visually-hidden" }));
  shown.title = text;
  shown.firstChild.textContent = `${translated.done}/${translated.of}`;
  shown.lastChild.textContent = text;
  if (!old) $(".right", head).before(shown);
};

/** In the head of each language: how far its translation has come. */
export const showTranslated = (found) => {
  for (const head of $$(".head[data-language]")) showProgress(head, found[head.dataset.language]);
};
