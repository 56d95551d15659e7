// The leaf beside a slide in the jump list and in its one line: what stops it, what is stale or missing, else
// where its language stands.

import { $, $$, config, on, rowElement, word } from "./page.js";
import * as fields from "./fields.js";
import { list, slides } from "./board.js";
import { itemOf } from "./jump.js";

const KINDS = ["block", "missing", "stale", "none", "writing", "ready", "live", "changed", "scheduled", "waiting", "withdrawn", "not_planned"];
const states = {};

const isEmpty = (row, language) =>
  ["heading", "body"].every((field) => {
    const f = fields.find(row.dataset.row, field, language);
    if (!f) return true;
    const value = f.classList.contains("readonly") ? $(".readonly", f)?.textContent : fields.read(f);
    return !String(value ?? "").replace(/<[^>]*>/gu, "").replace("–", "").trim();
  });

const kindOf = (row, language) => {
  const leaf = $(`.leaf.${language}`, row);
  if (!["both", language].includes(row.dataset.languages || "both")) return "none";
  if ($(".finding.block", leaf)) return "block";
  if (isEmpty(row, language)) return "missing";
  if ($(".stale-note", leaf)) return "stale";
  return states[language] ?? "writing";
};

const told = (language, kind) => `${word(`board.in.${language}`)}: ${word(`board.is.${kind}`)}`;

const name = (glyph, text) => {
  if (!glyph || glyph.getAttribute("aria-label") === text) return;
  glyph.removeAttribute("aria-hidden");
  glyph.setAttribute("role", "img");
  glyph.setAttribute("aria-label", text);
  glyph.setAttribute("title", text);
};

const set = (glyph, kind) => {
  if (!glyph || glyph.classList.contains(kind)) return;
  glyph.classList.remove(...KINDS);
  glyph.classList.add(kind);
};

const count = (row, language) => {
  const line = $(`.leaf.${language} .line`, row);
  const found = $$(`.leaf.${language} :is(.finding.block, .finding.warn)`, row);
  const blocks = found.filter((each) => each.matches(".block")).length;
  let shown = $(".cnt", line);
  if (!found.length) return shown?.remove();
  const kind = blocks ? "block" : "warn";
  const number = blocks || found.length;
  if (!shown) line.append((shown = document.createElement("span")));
  shown.className = `cnt ${kind}`;
  shown.textContent = word(`board.${kind}`, { count: number });
  return shown;
};

/** Brings the glyphs of one slide up to date. */
export const refresh = (row) => {
  const item = itemOf(row.dataset.row);
  const says = [];
  for (const language of ["en", "da"]) {
    const kind = kindOf(row, language);
    const glyph = $(`.leaf.${language} .line .leaf-glyph`, row);
    set(glyph, kind);
    name(glyph, told(language, kind));
    set(item && $(`.leaf-glyph[data-language="${language}"]`, item), kind);
    count(row, language);
    says.push(told(language, kind));
  }
  const said = item && $(".says", item);
  if (said && said.textContent !== says.join(", ")) said.textContent = says.join(", ");
};

const dirty = new Set();
let timer = 0;
const later = (row) => {
  if (!row?.matches(".slide")) return; // links have no line of their own
  dirty.add(row);
  timer ||= setTimeout(() => {
    timer = 0;
    for (const each of dirty) if (each.isConnected) refresh(each);
    dirty.clear();
  }, 250);
};

const read = () => {
  for (const head of $$(".head[data-language]")) {
    states[head.dataset.language] = KINDS.find((kind) => $(".state", head)?.classList.contains(kind)) ?? "writing";
  }
};

/** Starts: called once by main.js. */
export const start = () => {
  read();
  on("changed", ({ row }) => row && later(rowElement(row)));
  on("row-added", ({ el }) => el.matches(".slide") && later(el));
  on("languages", ({ row }) => later(rowElement(row)));
  on("arrived", ({ values }) => Object.keys(values ?? {}).forEach((key) => key && later(rowElement(key))));
  on("states", () => setTimeout(() => (read(), slides().forEach(later))));
  // Whoever adds a note to a field need not know of glyphs.
  new MutationObserver((changes) => {
    for (const { target } of changes) if (target.matches?.(".notes")) later(target.closest(".slide"));
  }).observe(list, { childList: true, subtree: true });
  if (config.article) slides().forEach(later);
};
