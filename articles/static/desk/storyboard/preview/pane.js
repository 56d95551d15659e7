// The preview beside the board: the page as readers will get it, with what is typed and not yet saved.

import { $, $$, config, on, post, rowElement, word } from "../page.js";
import * as fields from "../fields.js";
import * as store from "../store.js";
import { shortcut } from "../keys.js";
import * as view from "../view.js";
import { nameLandmarks } from "../../landmarks.js";
import * as frame from "./frame.js";

const PAUSE = 400; // ms
const WIDTHS = { phone: 390, desktop: 1280 }; // px
const drawer = matchMedia("(max-width: 1280px)");
const covering = matchMedia("(max-width: 640px)");
const pane = $("#preview");
const body = document.body;
let fixed = ""; // the language that was chosen; "": that of the field in work
let device = "phone";
let timer = 0;
let running = false;
let again = false;
let current = "";

const kept = (name) => {
  try {
    return localStorage.getItem(`diptych.preview.${name}`);
  } catch {
    return null;
  }
};
const keep = (name, value) => {
  try {
    localStorage.setItem(`diptych.preview.${name}`, value);
  } catch {
    // A browser that keeps nothing opens the pane as it is by default.
  }
};

const isOpen = () => (drawer.matches ? body.classList.contains("show-preview") : !body.classList.contains("no-preview"));
const address = (language) => store.addresses[`preview_${language}`];
// Where one language alone is on the board, that is the one in work.
const alone = () => (view.shown() === "both" ? "" : view.shown());
const shown = () => fixed || frame.shownLanguage() || alone() || config.language;

const say = (text) => {
  const note = $(".calm", pane);
  if (note.textContent !== text) note.textContent = text;
  note.hidden = !text;
};

const isPlanned = (language) => {
  const f = fields.find("", "stage", language);
  return !f || fields.read(f) !== "not_planned";
};

const isEmpty = (language) => {
  const f = fields.find("", "headline", language);
  const headline = f && (fields.isWritable(f) ? fields.read(f) : f.textContent);
  return !String(headline ?? "").trim() && !$(`.slide .leaf.${language}`);
};

const comment = (language) => {
  if (!isPlanned(language)) return word(`preview.not_planned.${language}`);
  return isEmpty(language) ? word(`preview.empty.${language}`) : "";
};

const pressed = () => {
  for (const each of $$("[data-plang]", pane)) each.setAttribute("aria-pressed", String(each.dataset.plang === fixed));
  for (const each of $$("[data-dev]", pane)) each.setAttribute("aria-pressed", String(each.dataset.dev === device));
  for (const each of $$(".artbar [data-do='preview']")) each.setAttribute("aria-pressed", String(isOpen()));
  const own = $(".own-tab", pane);
  if (own) own.href = address(shown());
};

const fetchPage = async () => {
  const language = shown();
  if (frame.shownLanguage() !== language) await frame.load(language, `${address(language)}?pane`, choose);
  const { status, data } = await post(address(language), { changes: store.pending() });
  if (status !== 200 || !data) return say(word(status === 0 ? "preview.offline" : "preview.failed"));
  say(comment(language));
  if (language === shown() && !frame.update(data.html)) await frame.load(language, `${address(language)}?pane`, choose);
};

const refresh = async () => {
  if (!isOpen()) return;
  if (running) {
    again = true;
    return;
  }
  running = true;
  again = false;
  try {
    await fetchPage();
    pressed();
  } catch {
    say(word("preview.failed"));
  } finally {
    running = false;
  }
  if (again) later();
};

const later = () => {
  clearTimeout(timer);
  timer = setTimeout(refresh, PAUSE);
};

function choose(language) {
  fixed = language;
  pressed();
  refresh();
}

const slideOf = (key) => {
  let row = rowElement(key);
  while (row && row.dataset.kind === "link") row = row.previousElementSibling;
  return row?.dataset.kind === "slide" ? row : null;
};

const tell = () => {
  const slide = current && slideOf(current);
  $(".follow", pane).textContent = slide ? word("preview.follows", { number: $(".no b", slide)?.textContent ?? "" }) : word("preview.top");
};

const follow = (key) => {
  current = slideOf(key)?.dataset.row ?? "";
  tell();
  if (isOpen()) frame.follow(current);
};

// On a phone it lies over the whole board, which is then not for Tab; elsewhere one writes on beside it.
const cover = () => {
  const isOver = covering.matches && isOpen();
  for (const each of $$(".artbar, .jump, .board, #header, .breadcrumbs")) each.inert = isOver;
};

const opened = () => {
  cover();
  pressed();
  if (!isOpen()) return;
  frame.fit(WIDTHS[device]);
  // At the top there is nothing to go to: whoever reads on in the frame is not sent back.
  refresh().then(() => current && frame.follow(current));
};

const toggle = () => {
  if (drawer.matches) {
    body.classList.toggle("show-preview");
    cover();
    $(isOpen() ? "#preview [data-do='preview']" : ".artbar [data-do='preview']")?.focus();
  } else {
    const within = pane.contains(document.activeElement);
    body.classList.toggle("no-preview");
    keep("closed", String(!isOpen()));
    if (within && !isOpen()) $(".artbar [data-do='preview']")?.focus();
  }
  opened();
};

const setDevice = (name) => {
  device = WIDTHS[name] ? name : "phone";
  keep("device", device);
  pane.classList.toggle("desktop", device === "desktop");
  pressed();
  frame.fit(WIDTHS[device]);
};

const byClick = (event) => {
  const button = event.target.closest("[data-do='preview'], #preview [data-plang], #preview [data-dev]");
  if (!button) return;
  if (button.dataset.plang !== undefined) choose(button.dataset.plang);
  else if (button.dataset.dev) setDevice(button.dataset.dev);
  else toggle();
};

const turnTo = (language) => {
  if (!language || fixed || !isOpen() || ["", language].includes(frame.shownLanguage())) return;
  frame.load(language, `${address(language)}?pane`, choose).then(refresh);
};

/** Starts: called once by main.js. */
export const start = () => {
  if (!pane || !$("#pv")) return;
  nameLandmarks({ desk: word("preview.desk"), main: word("preview.main") });
  if (kept("closed") === "true") body.classList.add("no-preview");
  setDevice(kept("device") ?? "phone");
  document.addEventListener("click", byClick);
  document.addEventListener("focusin", (event) => turnTo(fields.fieldOf(event.target)?.dataset.language));
  on("shown", () => turnTo(alone()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.matches && isOpen() && pane.contains(event.target)) toggle();
  });
  for (const type of ["queued", "arrived", "created", "photo-shown"]) on(type, later);
  on("saved", () => store.pending().length === 0 && $(".calm:not([hidden])", pane) && later());
  on("current", ({ row }) => follow(row));
  on("renumbered", tell);
  for (const each of [drawer, covering]) each.addEventListener("change", opened);
  new ResizeObserver(() => frame.fit(WIDTHS[device])).observe($(".phone", pane));
  shortcut({ keys: "p", group: "looking", label: "preview.toggle", act: toggle });
  follow("");
  opened();
};
