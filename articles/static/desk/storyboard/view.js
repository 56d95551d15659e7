// Which languages are shown: both, or one; under 900 px always one. And going about between fields.

import { $, $$, config, emit, rowOf } from "./page.js";
import * as fields from "./fields.js";
import { slides } from "./board.js";
import { reveal as unfold } from "./fold.js";
import { shortcut } from "./keys.js";

const KEPT = "diptych.shown";
const narrow = matchMedia("(max-width: 900px)");
const board = $(".board");
let wide = "both"; // what is shown where there is room

const kept = () => {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
};

const keep = (shown) => {
  try {
    localStorage.setItem(KEPT, shown);
  } catch {
    // A browser that keeps nothing shows both again next time.
  }
};

const mine = () => (config.may.words?.length === 1 ? config.may.words[0] : config.language);

/** The language that is shown: "en", "da" or "both". */
export const shown = () => board.dataset.shown;

/** The language to begin writing in: that of the field in work, the one shown, or the desk's own. */
export const writingLanguage = () => {
  if (shown() !== "both") return shown();
  return fields.fieldOf(document.activeElement)?.dataset.language || mine();
};

/** Shows "en", "da" or "both". */
export const view = (languages) => {
  board.dataset.shown = languages;
  for (const button of $$("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === languages));
  emit("shown", { languages });
};

const choose = (languages) => {
  if (narrow.matches && languages === "both") return;
  wide = languages;
  keep(languages);
  view(languages);
};

const fit = () => view(narrow.matches && wide === "both" ? mine() : wide);

/** Makes sure that the leaf of `element` is shown. */
export const reveal = (element) => {
  const language = element.closest(".leaf.en, .head.en") ? "en" : element.closest(".leaf.da, .head.da") ? "da" : "";
  if (language && shown() !== "both" && shown() !== language) view(language);
};

const across = (event) => {
  const f = fields.fieldOf(event.target);
  if (!f?.dataset.language) return false;
  const { row, field, language } = fields.nameOf(f);
  const other = fields.find(row, field, language === "en" ? "da" : "en");
  if (!other) return false;
  reveal(other);
  fields.focus(other);
};

const go = (by) => (event) => {
  const row = rowOf(event.target);
  const all = slides();
  const at = row ? all.indexOf(row.closest(".slide")) : -1;
  const next = row && at < 0 && by > 0 ? all[0] : all[at + by];
  const cover = at === 0 && by < 0 ? $("#cover") : null;
  if (!next && !cover) return false;
  const f = fields.fieldOf(event.target);
  const { field, language } = f ? fields.nameOf(f) : {};
  const same = f && fields.find((cover ?? next).dataset.row, cover ? "headline" : field === "headline" ? "heading" : field, language);
  // From a field that slides have not, one goes on where a slide begins: typing must never end on a grip.
  const begin = !cover && !event.target.matches("[data-drag]") && fields.find(next.dataset.row, "heading", writingLanguage());
  if ((same || begin) && next?.classList.contains("is-collapsed") !== true) fields.focus(same || begin);
  else $(cover ? "textarea" : ".drag, [data-do='fold']", cover ?? next)?.focus();
  (cover ?? next).scrollIntoView({ block: "nearest" });
};

const toEnd = (by) => (event) => {
  const last = slides().at(-1);
  const language = fields.fieldOf(event.target)?.dataset.language || writingLanguage();
  const to = by < 0 || !last ? fields.find("", "headline", language) : fields.find(last.dataset.row, "heading", language);
  if (!to) return false;
  if (last?.contains(to)) unfold(last);
  fields.focus(to);
};

const only = (languages) => () => choose(languages);

/** Starts: called once by main.js. */
export const start = () => {
  const before = kept();
  if (["en", "da", "both"].includes(before)) wide = before;
  fit();
  narrow.addEventListener("change", fit);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-view]");
    if (button) choose(button.dataset.view);
  });
  shortcut({ keys: "Alt+ArrowDown", group: "going", label: "board.keys.go", act: go(1) });
  shortcut({ keys: "Alt+ArrowUp", group: "going", label: "board.keys.go", act: go(-1) });
  shortcut({ keys: "Alt+PageUp", group: "going", label: "board.keys.ends", act: toEnd(-1) });
  shortcut({ keys: "Alt+PageDown", group: "going", label: "board.keys.ends", act: toEnd(1) });
  shortcut({ keys: "Alt+Enter", group: "going", label: "board.keys.across", act: across });
  shortcut({ keys: "1", group: "looking", label: "board.keys.view", act: only("en") });
  shortcut({ keys: "2", group: "looking", label: "board.keys.view", act: only("both") });
  shortcut({ keys: "3", group: "looking", label: "board.keys.view", act: only("da") });
};
