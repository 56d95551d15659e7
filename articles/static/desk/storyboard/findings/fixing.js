// Where the gate knows beyond doubt how a text is mended, one press does it.

import { rowElement, say, word } from "../page.js";
import * as fields from "../fields.js";
import * as store from "../store.js";
import * as undo from "../undo.js";

const known = new Map(); // "row|field|language|code": the text mended

const keyOf = ({ row, field, language, code }) => [row, field, language, code].join("|");

/** Notes how a finding is mended; answers whether one press can do it here. */
export const offer = (finding) => {
  const { row, field, language, fix } = finding;
  if (fix === null || fix === undefined || !fields.isWritable(fields.find(row, field, language))) return false;
  known.set(keyOf(finding), fix);
  return true;
};

const mend = (row, field, language, value) => store.put(row, field, language, value, { mended: true });

const press = (button) => {
  const f = fields.fieldOf(button);
  const place = fields.nameOf(f);
  const { row, field, language } = place;
  const fix = known.get(keyOf({ ...place, code: button.closest(".finding").dataset.code }));
  // What was typed since is not in what the gate has read: it is asked again first.
  if (fix === undefined || store.isEdited(row, field, language)) return store.flush();
  const before = fields.read(f);
  mend(row, field, language, fix);
  fields.focus(f);
  const again = (value) => () => rowElement(row) && mend(row, field, language, value);
  const label = word("findings.fixed");
  undo.push({ label, undo: again(before), redo: again(fix) });
  say(label);
};

/** Listens for the press: called once by findings.js. */
export const startFixing = () => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do='fix']");
    if (button) press(button);
  });
};
