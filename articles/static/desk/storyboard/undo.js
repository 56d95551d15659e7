// What was done to the board can be undone, one step after the other. Text has the browser's own undo.

import { emit, say, word } from "./page.js";
import { isTyping, shortcut } from "./keys.js";

const done = [];
const undone = [];
let typed = 0; // when something was last typed
let stepped = 0; // when something was last undone

/** Notes a step: `label` says what was done; `undo` and `redo` do it. */
export const push = ({ label, undo: back, redo: forth }) => {
  done.push({ label, back, forth, at: performance.now() });
  undone.length = 0;
  emit("undoable", { label });
};

const step = (from, to, way, said) => {
  const each = from.pop();
  if (!each) return false;
  each[way]();
  to.push(each);
  stepped = performance.now();
  say(word(said, { what: each.label }));
  return true;
};

/** Undoes the last step; false where there is none. */
export const undo = () => step(done, undone, "back", "board.undone");

/** Does it again. */
export const redo = () => step(undone, done, "forth", "board.redone");

// In a field the browser undoes what was typed, unless a row was moved after that: the last act goes first.
const isLast = (event) => !isTyping(event.target) || done.at(-1)?.at > typed;
const isAgain = (event) => !isTyping(event.target) || (undone.length > 0 && stepped > typed);

/** Starts: called once by main.js. */
export const start = () => {
  addEventListener("input", () => (typed = performance.now()), { capture: true });
  shortcut({ keys: "Ctrl+Z", group: "building", label: "board.undo", act: undo, when: isLast });
  shortcut({ keys: "Ctrl+Shift+Z", group: "building", label: "board.redo", act: redo, when: isAgain });
  shortcut({ keys: "Ctrl+Y", act: redo, when: isAgain });
};
