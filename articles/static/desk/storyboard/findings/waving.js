// A warning can be left as it is: it stays away until what it is about changes. What was left can be
// looked at again, from the head of its language.

import { $, $$, config, icon, make, on, say, word } from "../page.js";
import { reveal as unfold } from "../fold.js";
import * as store from "../store.js";
import * as undo from "../undo.js";
import { reveal } from "../view.js";

const known = new Map(); // a finding's id: the finding
let isOpen = false;
let draw = () => {};

const mine = ({ said }) => said.filter(([language]) => config.may.words?.includes(language));

/** Whether a finding is to be seen: what was left as it is only when it is asked for. */
export const isShown = (finding) => !finding.waved || isOpen;

/** The button that leaves a warning as it is, or brings it back; null for what stops publication. */
export const leaving = (finding) => {
  known.set(finding.id, finding);
  if (finding.level !== "warns" || mine(finding).length === 0) return null;
  const name = finding.waved ? "findings.warn_again" : "findings.leave";
  return make("button", { type: "button", class: "link", "data-do": "wave" }, word(name));
};

const wave = (finding, off) => {
  for (const [language, each] of mine(finding)) {
    each.waved = off; // seen at once; the next answer says the same
    const { row, field, code, mark } = each;
    store.wave({ row, field, language, code, mark, off });
  }
  draw();
};

const press = (button) => {
  const finding = known.get(button.closest(".finding").id);
  const off = !finding.waved;
  const f = button.closest(".f") ?? button.closest(".row");
  wave(finding, off);
  $("textarea, input, button, [contenteditable=true]", f ?? document.body)?.focus({ preventScroll: true });
  const label = word(off ? "findings.left" : "findings.warned_again");
  undo.push({ label, undo: () => wave(finding, !off), redo: () => wave(finding, off) });
  say(label);
};

const count = (head, number) => {
  const box = $(".counts", head);
  const old = $(".cnt.waved", box);
  if (!number) return old?.remove();
  const name = word("findings.count.waved", { count: number });
  const button = old ?? make("button", { type: "button", class: "cnt waved", "data-do": "waved" }, icon("eye"), make("span", {}));
  button.lastChild.textContent = number;
  button.setAttribute("aria-label", name);
  button.setAttribute("title", name);
  button.setAttribute("aria-pressed", String(isOpen));
  if (!old) box.append(button);
};

// Of those that were left in that language the first, wherever it stands.
const show = (language) => {
  const note = $(`.board .finding.waved[data-languages~="${language}"]`);
  if (!note) return;
  if (note.closest(".slide.is-collapsed")) unfold(note);
  reveal(note);
  $("[data-do='wave']", note)?.focus({ preventScroll: true });
  note.scrollIntoView({ block: "center" });
};

/** Listens for the presses: called once by findings.js, whose `render` draws anew. */
export const startWaving = (render) => {
  draw = render;
  on("findings", ({ waved }) => {
    for (const head of $$(".head[data-language]")) count(head, waved[head.dataset.language]);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do='wave'], [data-do='waved']");
    if (!button) return;
    if (button.dataset.do === "wave") return press(button);
    isOpen = !isOpen;
    draw();
    if (isOpen) show(button.closest(".head").dataset.language);
  });
};
