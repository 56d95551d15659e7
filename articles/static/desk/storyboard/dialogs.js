// Dialogs, and the line at the foot that says what was just done and offers to undo it.

import { $, icon, make, say, word } from "./page.js";

const SHOWN = 12_000; // ms

/** Opens the dialog of that id; the focus goes to its heading, or where `focus` says. */
export const open = (id, { focus } = {}) => {
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return dialog;
  dialog.showModal();
  (focus ? $(focus, dialog) : $("h2[tabindex], h2", dialog))?.focus();
  return dialog;
};

/** Closes a dialog, or the one that `element` stands in. */
export const close = (element) => (typeof element === "string" ? document.getElementById(element) : element.closest("dialog"))?.close();

/** Whether a dialog is open. */
export const isOpen = () => Boolean($("dialog[open]"));

let gone = 0;

const hide = () => {
  clearTimeout(gone);
  $(".toasts")?.replaceChildren();
};

const fade = () => {
  clearTimeout(gone);
  gone = setTimeout(hide, SHOWN);
};

/** Says what was done, with one thing to do about it: `toast({ text, action: "Undo", act })`. */
export const toast = ({ text, action, act }) => {
  const box = $(".toasts");
  if (!box) return;
  const line = make("div", { class: "toast" }, make("span", {}, text));
  if (action) {
    const button = make("button", { type: "button", class: "link" }, action);
    button.addEventListener("click", () => {
      hide();
      act();
    });
    line.append(button);
  }
  const x = make("button", { type: "button", class: "ib", "aria-label": word("board.close") }, icon("x"));
  x.addEventListener("click", hide);
  line.append(x);
  box.replaceChildren(line);
  say(text);
  // Nobody who is reaching for it loses it.
  line.addEventListener("pointerenter", () => clearTimeout(gone));
  line.addEventListener("pointerleave", fade);
  line.addEventListener("focusin", () => clearTimeout(gone));
  line.addEventListener("focusout", fade);
  fade();
};

/** Starts: called once by main.js. */
export const start = () => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do='closedlg']");
    if (button) close(button);
    // A click beside the dialog closes it, as Escape does.
    else if (event.target.matches("dialog[open]:not([data-stays])")) event.target.close();
  });
};
