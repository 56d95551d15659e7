// Bold, italic, link, list: four buttons that stand at the text in work. One set for the page.

import { icon, make, word } from "../page.js";
import { shortcut } from "../keys.js";
import { askForLink } from "./link.js";

const ACTS = [
  { name: "bold", keys: "Control+B", act: (editor) => editor.chain().focus().toggleBold().run() },
  { name: "italic", keys: "Control+I", act: (editor) => editor.chain().focus().toggleItalic().run() },
  { name: "link", keys: "Control+K", act: (editor) => askForLink(editor) },
  { name: "list", keys: "Control+Shift+8", act: (editor) => editor.chain().focus().toggleBulletList().run() },
];
const STATES = { bold: "bold", italic: "italic", link: "link", list: "bulletList" };

let bar = null;
let current = null;

const build = () => {
  bar = make("span", { class: "rt-tools", role: "group", "aria-label": word("text.tools") });
  for (const { name, keys, act } of ACTS) {
    const title = `${word(`text.${name}`)} (${keys.replace("Control", "Ctrl")})`;
    const button = make(
      "button",
      { type: "button", class: "ib", "data-tool": name, tabindex: "-1", title, "aria-keyshortcuts": keys },
      icon(name),
    );
    button.setAttribute("aria-label", word(`text.${name}`));
    button.setAttribute("aria-pressed", "false");
    // The caret stays where it is.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => current && act(current));
    bar.append(button);
  }
};

/** Shows the state of the selection on the buttons, if `editor` is the one they are for. */
export const pressTools = (editor) => {
  if (!bar || editor !== current) return;
  for (const button of bar.children) {
    button.setAttribute("aria-pressed", String(editor.isActive(STATES[button.dataset.tool])));
  }
};

/** Puts the buttons into the head of the field `f`, for `editor`. */
export const showTools = (f, editor) => {
  if (!bar) build();
  current = editor;
  const head = f.querySelector(".lab");
  if (head && bar.parentElement !== head) {
    head.querySelector(".rt-tools")?.remove();
    head.insertBefore(bar, head.querySelector(".count"));
  }
  pressTools(editor);
};

/** Lists the keys under `?`; the editor itself acts on them. */
export const startTools = () => {
  for (const { name, keys } of ACTS) {
    shortcut({ keys: keys.replace("Control", "Ctrl"), group: "building", label: `text.${name}`, act: () => false });
  }
};
