// What was done to the board can be undone, one step after the other. Text has the browser's own undo.

import { emit, say, word } from "./page.js";
import { shortcut } from "./keys.js";

const done = [];
const undone = [];

/** Notes a step: `label` says what was done; `undo` and `redo` do it. */
export const push = ({ label, undo: back, redo: forth }) => {
  done.push({ label, back, forth });
  undone.length = 0;
  emit("undoable", { label });
};

const step = (from, to, way, said) => {
  const each = from.pop();
  if (!each) return false;
  each[way]();
  to.push(each);
  say(word(said, { what: each.label }));
  return true;
};

/** Undoes the last step; false where there is none. */
export const undo = () => step(done, undone, "back", "board.undone");

/** Does it again. */
export const redo = () => step(undone, done, "forth", "board.redone");

/** Starts: called once by main.js. */
export const start = () => {
  shortcut({ keys: "Ctrl+Z", group: "building", label: "board.undo", act: undo, when: "outside" });
  shortcut({ keys: "Ctrl+Shift+Z", group: "building", label: "board.redo", act: redo, when: "outside" });
  shortcut({ keys: "Ctrl+Y", act: redo, when: "outside" });
};
