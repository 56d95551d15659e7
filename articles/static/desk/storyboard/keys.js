// Shortcuts: one list, from which they work and which `?` shows.

import { $, make, word } from "./page.js";
import { isOpen, open } from "./dialogs.js";

const known = [];
const GROUPS = ["going", "building", "looking"];
const FIELDS = "input, textarea, select, [contenteditable='true'], [contenteditable=''], .rt";

/** Whether keys go into a field at that element. */
export const isTyping = (element) => Boolean(element?.closest?.(FIELDS)) && element.type !== "checkbox" && element.type !== "radio";

const parse = (keys) => {
  const parts = keys.split("+");
  const name = parts.pop();
  return { name, alt: parts.includes("Alt"), ctrl: parts.includes("Ctrl"), shift: parts.includes("Shift") };
};

/**
 * Adds one: `keys` as "Alt+Shift+ArrowUp", "Ctrl+Enter", "n"; `label` the name of a word, absent for one
 * that the list does not show; `group` is going, building or looking; `act(event)` returns false to let
 * the key through; `when` is "outside" (no field has the focus), a function of the event, or absent.
 * A single letter works outside fields alone.
 */
export const shortcut = ({ keys, group = "", label = "", act, when }) => {
  const wanted = parse(keys);
  const isBare = !wanted.alt && !wanted.ctrl && wanted.name.length === 1;
  known.push({ ...wanted, keys, group, label, act, when: isBare ? (when ?? "outside") : when });
};

// With Alt a letter key may type something else (Mac); a sign as `?` may need Shift.
const isKey = (each, event) => {
  if (each.alt !== event.altKey || each.ctrl !== (event.ctrlKey || event.metaKey)) return false;
  if (/^[a-z]$/iu.test(each.name)) {
    return event.shiftKey === each.shift && (event.key.toLowerCase() === each.name.toLowerCase() || event.code === `Key${each.name.toUpperCase()}`);
  }
  return event.key === each.name && (each.name.length === 1 || event.shiftKey === each.shift);
};

const isAt = (each, event) => {
  if (each.when === "outside") return !isTyping(event.target);
  return each.when ? each.when(event) : true;
};

// With Alt or Ctrl a key is taken before the editor of a text makes something of it; a letter is what is left.
const press = (hasModifier) => (event) => {
  if (event.defaultPrevented || event.isComposing || isOpen()) return;
  for (const each of known) {
    if ((each.alt || each.ctrl) !== hasModifier || !isKey(each, event) || !isAt(each, event)) continue;
    if (each.act(event) === false) continue;
    event.preventDefault();
    if (hasModifier) event.stopPropagation();
    return;
  }
};

const SIGNS = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Shift: "⇧", PageUp: "PgUp", PageDown: "PgDn" };

const cap = (key) => make("kbd", {}, SIGNS[key] ?? key);

// "Alt+ArrowUp" and "Alt+ArrowDown" are Alt ↑ ↓; between ways that differ more stands an "or".
const caps = (ways) => {
  const split = ways.map((way) => way.split("+"));
  const same = split.every((parts) => parts.slice(0, -1).join() === split[0].slice(0, -1).join());
  const chords = same ? [[...split[0].slice(0, -1), ...split.map((parts) => parts.at(-1))]] : split;
  return chords.flatMap((keys, at) => [at ? ` ${word("board.keys.or")}` : "", ...keys.flatMap((key) => [" ", cap(key)])]);
};

const entries = (group) => {
  const found = new Map();
  for (const { label, keys } of known.filter((each) => each.group === group && each.label)) {
    found.set(label, [...(found.get(label) ?? []), keys]);
  }
  return [...found];
};

const show = () => {
  const sections = GROUPS.map((group) =>
    make(
      "section",
      {},
      make("h3", {}, word(`board.keys.${group}`)),
      make(
        "dl",
        {},
        ...entries(group).map(([label, ways]) =>
          make("div", {}, make("dt", {}, word(label)), make("dd", {}, ...caps(ways))),
        ),
      ),
    ),
  );
  $("#dlg-keys .keys").replaceChildren(...sections);
  open("dlg-keys");
};

/** Starts: called once by main.js. */
export const start = () => {
  document.addEventListener("keydown", press(true), { capture: true });
  document.addEventListener("keydown", press(false));
  document.addEventListener("click", (event) => event.target.closest("[data-do='keys']") && show());
  shortcut({ keys: "?", group: "looking", label: "board.keys.list", act: show });
};
