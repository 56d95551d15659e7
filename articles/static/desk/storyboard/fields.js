// The fields of the page, whatever their kind: what they hold, and how a value gets into them.

import { $, emit, rowElement, rowOf } from "./page.js";

const IDS = new Set(["topic", "photo", "lead_photo", "owner", "assignee_en", "assignee_da", "target"]);

/** The field (`.f`) that `element` stands in, or null. */
export const fieldOf = (element) => element?.closest?.(".f[data-field]") ?? null;

/** The field of that name in that row, or null: `find("k7f2x", "heading", "da")`, `find("", "topic", "")`. */
export const find = (row, field, language = "") => {
  const within = rowElement(row);
  const named = `.f[data-field="${field}"][data-language="${language}"]`;
  // The article's own fields may stand outside its cover: the settings do.
  return (within && $(named, within)) ?? (row === "" ? $(`.f[data-row=""]${named.slice(2)}, [data-row=""] ${named}`) : null);
};

/** `{row, field, language}` of a field. */
export const nameOf = (f) => ({
  row: rowOf(f)?.dataset.row ?? "",
  field: f.dataset.field,
  language: f.dataset.language ?? "",
});

/** What a field is called on the page: "Heading". */
export const labelOf = (f) => {
  const label = $(".lab label, .lab .l, .lab", f)?.cloneNode(true);
  label?.querySelectorAll(".visually-hidden, .count, .rt-tools").forEach((each) => each.remove());
  return label?.textContent.trim() || f.dataset.field;
};

const control = (f) => $("input:not([type=hidden]), select, textarea", f) ?? $("input", f);

// Keeps the caret where it was in the words around it, when somebody else changes the text.
const place = (input, value) => {
  const before = input.value;
  const isHere = document.activeElement === input && typeof input.selectionStart === "number";
  const { selectionStart: start, selectionEnd: end } = isHere ? input : { selectionStart: 0, selectionEnd: 0 };
  let same = 0;
  while (same < before.length && same < value.length && before[same] === value[same]) same += 1;
  const moved = (at) => (at <= same ? at : Math.max(same, at + value.length - before.length));
  input.value = value;
  if (isHere) input.setSelectionRange(moved(start), moved(end));
};

const plain = {
  read(f) {
    const input = control(f);
    if (!input) return f.dataset.value === undefined ? null : JSON.parse(f.dataset.value);
    if (IDS.has(f.dataset.field)) return input.value === "" ? null : Number(input.value);
    return input.value;
  },
  write(f, value) {
    const input = control(f);
    if (!input) {
      f.dataset.value = JSON.stringify(value);
      return;
    }
    const text = value === null || value === undefined ? "" : String(value);
    if (input.value === text) return;
    place(input, text);
    // Counters and boxes that grow with their text look at the field anew.
    f.dispatchEvent(new CustomEvent("written", { bubbles: true }));
  },
  focus(f) {
    (control(f) ?? $("button, [tabindex]", f))?.focus();
  },
};

const LISTENED = new Set(["line", "text", "slug", "choice", "moment"]);
const adapters = new Map();
const adapter = (f) => ({ ...plain, ...adapters.get(f.dataset.kind) });

/**
 * Says how fields of a kind are read, written and focused; what is left out is as for a plain
 * control. `start(f)` is called by `startField`, once per field. Such a kind calls `changed(f)`
 * itself, unless it is one of line, text, slug, choice, moment, which are listened to here.
 */
export const register = (kind, ways) => adapters.set(kind, { ...adapters.get(kind), ...ways });

/** The field's value, as on the wire. */
export const read = (f) => adapter(f).read(f);

/** Shows a value in the field; nothing is queued. */
export const write = (f, value) => adapter(f).write(f, value);

/** Puts the focus into the field. */
export const focus = (f) => adapter(f).focus(f);

/** Whether somebody can write in it: not `.readonly`. */
export const isWritable = (f) => Boolean(f) && !f.classList.contains("readonly");

/** "The user changed it": hands the field's value to the store. */
export const changed = (f) => {
  if (isWritable(f)) emit("changed", { f, ...nameOf(f), value: read(f) });
};

/** Starts the fields within `root` (the page, or a new row) whose kind has something to start. */
export const startFields = (root = document) => {
  for (const f of root.querySelectorAll(".f[data-field]")) {
    const { start } = adapters.get(f.dataset.kind) ?? {};
    if (!start || f.dataset.started !== undefined) continue;
    f.dataset.started = "";
    start(f);
  }
};

const listen = (event) => {
  const f = fieldOf(event.target);
  if (f && LISTENED.has(f.dataset.kind) && event.target === control(f)) changed(f);
};
document.addEventListener("input", listen);
document.addEventListener("change", listen);
