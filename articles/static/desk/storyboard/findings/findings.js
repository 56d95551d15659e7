// What the gate says, at the field it is about: asked for at the start, then a part of every answer to saving.

import { $, $$, config, emit, icon, make, on, post, rowElement, word } from "../page.js";
import * as fields from "../fields.js";
import { describe } from "../described.js";
import * as store from "../store.js";
import { offer, startFixing } from "./fixing.js";
import { showStale, showTranslated } from "./stale.js";
import { isShown, leaving, startWaving } from "./waving.js";

const REST = 1500; // ms without a keystroke before a field is told what is wrong with it
const fresh = new Set(config.article ? [] : [""]); // rows that nobody has left yet
let found = null;
let asked = 0;
let typedIn = null;
let rest = 0;
let shown = { en: [], da: [] };

const LEVEL = { blocks: "block", warns: "warn" };
const nameOf = ({ code, row, field, language }) => `fi-${row || "article"}-${field}${language && `-${language}`}-${code.replaceAll(".", "-")}`;

const placeOf = ({ row, field, language }) => {
  if (field === "slides") return $(".slides-notes");
  const f = fields.find(row, field, language);
  if (f) return $(".notes", f);
  return rowElement(row) ? $(".notes", rowElement(row)) : null;
};

// Nobody is told of what is still being written: a new row until it was left, a field until it rests.
const isHeld = (finding, notes) => {
  if (document.getElementById(finding.id)) return false;
  if (fresh.has(finding.row) && finding.code.endsWith(".missing")) return true;
  return Boolean(typedIn) && notes?.closest(".f") === typedIn;
};

const draw = (finding, only) => {
  const kind = LEVEL[finding.level];
  const remedy = finding.remedy && make("a", { class: "link", href: finding.remedy.href, target: "_blank", rel: "noopener" }, finding.remedy.text);
  const mend = offer(finding) && make("button", { type: "button", class: "link", "data-do": "fix" }, word("findings.fix"));
  const acts = [remedy, mend, leaving(finding)].filter(Boolean);
  const level = finding.waved ? word("findings.waved") : word(`findings.${kind}`);
  const text = make("div", {}, make("span", { class: "visually-hidden" }, `${level}: `), only ? `${word(`findings.in.${only}`)}: ` : null, finding.message, acts.length ? make("span", { class: "do" }, " ", ...acts) : null);
  return make("div", { class: `finding ${finding.waved ? "waved" : kind}`, id: finding.id, "data-code": finding.code, "data-languages": finding.languages.join(" ") }, icon(kind), text);
};

// Both languages say the same of a photo: it stands there once.
const gather = () => {
  const all = new Map();
  for (const language of ["en", "da"]) {
    for (const each of found[language].findings) {
      const name = [nameOf(each), each.waved, each.message].join("|");
      const known = all.get(name) ?? { ...each, languages: [], said: [] };
      all.set(name, known);
      known.languages.push(language);
      known.said.push([language, each]);
    }
  }
  // One rule may have several things to say of one field.
  const times = new Map();
  return [...all.values()].map((each) => {
    const name = nameOf(each);
    times.set(name, (times.get(name) ?? 0) + 1);
    return { ...each, id: times.get(name) > 1 ? `${name}-${times.get(name)}` : name };
  });
};

const wavedIn = () => Object.fromEntries(["en", "da"].map((language) => [language, found[language].findings.filter((each) => each.waved).length]));

const render = () => {
  if (!found) return;
  const kept = new Set();
  const touched = new Set();
  shown = { en: [], da: [] };
  for (const finding of gather()) {
    const notes = placeOf(finding);
    if (!notes || !isShown(finding) || isHeld(finding, notes)) continue;
    const only = !finding.language && finding.languages.length === 1 && found.en.planned && found.da.planned ? finding.languages[0] : "";
    const element = draw(finding, only);
    const old = document.getElementById(element.id);
    if (old && old.isEqualNode(element)) kept.add(old);
    else {
      if (old) old.replaceWith(element);
      else notes.append(element);
      kept.add(element);
      touched.add(notes);
    }
    if (finding.waved) continue;
    for (const language of finding.languages) shown[language].push(element.id);
  }
  for (const old of $$(".finding[id^='fi-']")) {
    if (kept.has(old)) continue;
    touched.add(old.parentElement);
    old.remove();
  }
  touched.forEach(tint);
  emit("findings", { shown, waved: wavedIn() });
};

const tint = (notes) => {
  const f = notes.closest(".f");
  f?.classList.toggle("is-block", Boolean($(".finding.block", notes)));
  f?.classList.toggle("is-warn", !$(".finding.block", notes) && Boolean($(".finding.warn", notes)));
  if (f) describe(f);
};

/** Whether a language is planned at all, as far as is known. */
export const isPlanned = (language) => found?.[language].planned ?? true;

const take = (answer) => {
  found = answer;
  showStale(found);
  showTranslated(found);
  render();
  emit("judged", { states: { en: found.en.state, da: found.da.state } });
};

const ask = async () => {
  if (!store.addresses.findings) return;
  asked += 1;
  const mine = asked;
  const { status, data } = await post(store.addresses.findings, { changes: store.pending() });
  if (status === 200 && data && mine === asked) take(data);
};

const left = (row) => {
  if (fresh.delete(row)) render();
};

const rested = () => {
  typedIn = null;
  render();
};

/** Starts: called once by main.js. */
export const start = () => {
  startFixing();
  startWaving(render);
  $("#slides")?.before(make("div", { class: "notes slides-notes" }));
  on("changed", ({ f }) => {
    typedIn = f;
    clearTimeout(rest);
    rest = setTimeout(rested, REST);
  });
  on("saved", ({ findings }) => {
    if (!findings) return;
    asked += 1; // an older question is not needed any more
    take(findings);
  });
  on("row-added", ({ row, el }) => {
    fresh.add(row);
    setTimeout(() => el.contains(document.activeElement) || left(row), 1000);
  });
  for (const type of ["row-removed", "row-moved"]) on(type, () => setTimeout(render));
  on("arrived", () => setTimeout(ask));
  document.addEventListener("focusout", (event) => {
    if (typedIn?.contains(event.target)) rested();
    const row = event.target.closest?.(".row");
    if (row && !row.contains(event.relatedTarget)) left(row.dataset.row);
  });
  ask();
};
