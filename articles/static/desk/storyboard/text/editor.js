// The editor itself: Tiptap as django-prose-editor brings it, cut down to what a slide may hold.
// Loaded when the page has nothing better to do: it is large, and many people only look.

import { canonical, isLink } from "./canonical.js";
import { cleanPaste } from "./paste.js";

let loading = null;
let tiptap = null;

/** Fetches the editor; the same promise however often it is asked. */
export const load = () => {
  loading ??= import("../../../django_prose_editor/editor.js").then((module) => (tiptap = module));
  loading.catch(() => (loading = null)); // the network was away: the next focus tries again
  return loading;
};

/** Whether `mount` may be called. */
export const isLoaded = () => tiptap !== null;

const withLang = {
  addAttributes() {
    return { ...this.parent?.(), lang: { default: null } };
  },
};

const extensions = () => {
  const { Document, Paragraph, Text, HardBreak, Bold, Italic, Link, BulletList, OrderedList, ListItem, UndoRedo } =
    tiptap;
  return [
    Document,
    Paragraph.extend(withLang),
    Text,
    // Ctrl+Enter makes a slide, and Tab goes on to the next field: both are the board's.
    HardBreak.extend({
      addKeyboardShortcuts() {
        return { "Shift-Enter": () => this.editor.commands.setHardBreak() };
      },
    }),
    Bold.extend(withLang),
    Italic.extend(withLang),
    Link.extend({
      addAttributes: () => ({ href: { default: null } }),
      addKeyboardShortcuts: () => ({}), // Ctrl+K is the dialog's
    }).configure({
      openOnClick: false,
      autolink: false,
      linkOnPaste: true,
      enableTarget: false,
      HTMLAttributes: { rel: "noopener", target: null, class: null },
      isAllowedUri: (href) => isLink(href ?? ""),
    }),
    BulletList,
    OrderedList.extend({ addAttributes: () => ({}) }).configure({ enableListAttributes: false }),
    ListItem.extend({
      addKeyboardShortcuts() {
        return {
          Enter: () => this.editor.commands.splitListItem(this.name),
          "Mod-]": () => this.editor.commands.sinkListItem(this.name),
          "Mod-[": () => this.editor.commands.liftListItem(this.name),
        };
      },
    }),
    UndoRedo,
  ];
};

const pasted = { transformPastedHTML: cleanPaste };

/** An editor in `element` itself, in place of the HTML that it shows. `hear` is called with each change. */
export const mount = (element, html, { change, select, keys }) => {
  element.replaceChildren();
  return new tiptap.Editor({
    element: { mount: element },
    extensions: extensions(),
    content: html,
    injectCSS: false,
    enableInputRules: ["bulletList", "orderedList"],
    enablePasteRules: false,
    editorProps: { ...pasted, handleKeyDown: (view, event) => keys(event) },
    onUpdate: ({ editor }) => change(editor),
    onTransaction: ({ editor }) => select(editor),
  });
};

/** Selects from `anchor` to `head`, or puts the caret there: wherever next to it there are words. */
export const select = (editor, anchor, head = anchor) => {
  const { state, view } = editor;
  const { TextSelection } = tiptap.pm.state;
  const at = (place) => state.doc.resolve(Math.max(0, Math.min(place, state.doc.content.size)));
  view.dispatch(state.tr.setSelection(TextSelection.between(at(anchor), at(head), head === anchor ? -1 : undefined)));
};

/** What the server would store of what is in `editor`. */
export const valueOf = (editor) => canonical(editor.state.doc);

/** `html` as the editor would give it back: for values from elsewhere, and for tests. */
export const throughEditor = (html) => {
  const element = document.createElement("div");
  const quiet = () => false;
  const editor = mount(element, html, { change: quiet, select: quiet, keys: quiet });
  const value = valueOf(editor);
  editor.destroy();
  return value;
};
