// Slide text, edited where it stands. A text becomes an editor when it gets the focus; the last few
// stay one, so that undoing works where one was just now, and sixty fields stay light.

import { changed, fieldOf, isWritable, nameOf, register } from "../fields.js";
import { config } from "../page.js";
import { isLoaded, load, mount, select, valueOf } from "./editor.js";
import { askForLink } from "./link.js";
import { showTools, pressTools } from "./tools.js";

const KEPT = 3;
const mounted = new Map(); // field → editor, the one used last at the end
const shown = new WeakMap(); // field → HTML
const keptKeys = new Map(); // field → what was typed in it while the editor was on its way

const area = (f) => f.querySelector(".rt");
const mirror = (f) => f.querySelector("textarea");

const stored = (f) => {
  if (!shown.has(f)) {
    const { row, field, language } = nameOf(f);
    shown.set(f, config.values[row]?.[`${field}_${language}`] ?? area(f)?.innerHTML.trim() ?? "");
  }
  return shown.get(f);
};

const store = (f, html) => {
  shown.set(f, html);
  const textarea = mirror(f);
  if (textarea) textarea.value = html;
  area(f)?.classList.toggle("is-empty", !html);
};

/** The field's editor, if it is one now. */
export const editorOf = (f) => mounted.get(f);

const unmount = (f) => {
  const editor = mounted.get(f);
  mounted.delete(f);
  editor.destroy();
  const element = area(f);
  element.removeAttribute("contenteditable");
  element.removeAttribute("translate");
  element.classList.remove("ProseMirror", "tiptap", "ProseMirror-focused");
  element.innerHTML = stored(f);
  element.tabIndex = 0;
};

const KEYS = {
  b: (editor) => editor.chain().focus().toggleBold().run(),
  i: (editor) => editor.chain().focus().toggleItalic().run(),
};

const onKey = (f, event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const editor = mounted.get(f);
  const key = event.key.toLowerCase();
  if (key === "k") askForLink(editor);
  else if (!event.shiftKey && KEYS[key]) KEYS[key](editor);
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
};

const become = (f) => {
  const existing = mounted.get(f);
  mounted.delete(f);
  const editor =
    existing ??
    mount(area(f), stored(f), {
      change: (now) => {
        store(f, valueOf(now));
        area(f).classList.toggle("is-empty", now.isEmpty);
        changed(f);
      },
      select: pressTools,
      keys: (event) => onKey(f, event),
    });
  mounted.set(f, editor);
  for (const other of mounted.keys()) {
    if (mounted.size <= KEPT) break;
    if (other !== f && !other.contains(document.activeElement)) unmount(other);
  }
  return editor;
};

const putKeys = (f, editor) => {
  const text = keptKeys.get(f);
  keptKeys.delete(f);
  if (text) editor.commands.insertContent({ type: "text", text });
};

const enter = (f, point) => {
  const isNew = !mounted.has(f);
  const editor = become(f);
  showTools(f, editor);
  if (isNew) {
    const found = point && editor.view.posAtCoords({ left: point.x, top: point.y });
    select(editor, found ? found.pos : editor.state.doc.content.size);
    editor.view.focus();
  }
  putKeys(f, editor);
  return editor;
};

// Without its editor a text is written in the plain form's box, as HTML: better than not at all.
const fallBack = (f) => {
  const textarea = mirror(f);
  if (!textarea || !textarea.hidden) return;
  textarea.hidden = false;
  area(f).hidden = true;
  textarea.value = stored(f) + (keptKeys.get(f) ?? "");
  keptKeys.delete(f);
  textarea.addEventListener("input", () => {
    store(f, textarea.value);
    changed(f);
  });
  textarea.focus();
};

const wait = async (f, point) => {
  try {
    await load();
  } catch {
    fallBack(f);
    return;
  }
  if (f.contains(document.activeElement)) enter(f, point);
  else if (keptKeys.has(f)) {
    // Left before it came: the words belong here, not where one writes now.
    const editor = become(f);
    select(editor, editor.state.doc.content.size);
    putKeys(f, editor);
  }
};

/** What is dragged over right after the press is selected, as the browser would do it. */
const followPointer = (editor) => {
  const { from: anchor } = editor.state.selection;
  const move = (event) => {
    const found = editor.view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (found && !editor.isDestroyed) select(editor, anchor, found.pos);
  };
  addEventListener("mousemove", move);
  addEventListener("mouseup", () => removeEventListener("mousemove", move), { once: true });
};

const onPress = (event) => {
  const f = fieldOf(event.target);
  if (event.button !== 0 || mounted.has(f)) return;
  if (!isLoaded()) {
    wait(f, { x: event.clientX, y: event.clientY });
    return;
  }
  // The text becomes another one under the pointer: so the caret is put, not left to the browser.
  event.preventDefault();
  followPointer(enter(f, { x: event.clientX, y: event.clientY }));
};

const onFocus = (event) => {
  const f = fieldOf(event.target);
  if (isLoaded()) enter(f);
  else wait(f);
};

const keepKeys = (event) => {
  const f = fieldOf(event.target);
  if (mounted.has(f) || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
  event.preventDefault();
  keptKeys.set(f, (keptKeys.get(f) ?? "") + event.key);
};

const start = (f) => {
  const element = area(f);
  if (!element) return;
  const textarea = mirror(f);
  if (textarea) textarea.hidden = true;
  element.hidden = false;
  if (!isWritable(f)) return;
  element.classList.toggle("is-empty", !stored(f));
  element.tabIndex = 0;
  element.addEventListener("mousedown", onPress);
  element.addEventListener("focus", onFocus);
  element.addEventListener("keydown", keepKeys);
  // A link in a text that is being written is words, not a way out.
  element.addEventListener("click", (event) => event.target.closest("a") && event.preventDefault());
};

const read = (f) => stored(f);

const write = (f, html) => {
  const value = html ?? "";
  if (value === stored(f)) return;
  store(f, value);
  const editor = mounted.get(f);
  if (!editor) (area(f) ?? f.querySelector(".readonly")).innerHTML = value;
  else {
    const { from, to } = editor.state.selection;
    editor.commands.setContent(value, { emitUpdate: false });
    select(editor, from, to);
  }
  f.dispatchEvent(new CustomEvent("written", { bubbles: true }));
};

register("rich", { read, write, start, focus: (f) => area(f)?.focus() });

// Its label belongs to the plain form's box, which is not there.
const onLabel = (event) => {
  const f = fieldOf(event.target.closest?.("label"));
  if (f?.dataset.kind !== "rich" || !area(f)) return;
  event.preventDefault();
  area(f).focus();
};

/** Fetches the editor when nothing else is to do. */
export const startRich = () => {
  const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 300));
  idle(() => load().catch(() => {})); // whoever writes tries again
  document.addEventListener("click", onLabel);
};

/** Lets go of the editors of rows that were taken out. */
export const forgetGone = () => {
  for (const f of [...mounted.keys()]) if (!f.isConnected) unmount(f);
};
