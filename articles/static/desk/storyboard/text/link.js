// The address of a link: asked for in a small dialog of the page's own.

import { make, word } from "../page.js";
import { isLink } from "./canonical.js";

let dialog = null;
let current = null;

const part = (name) => dialog.querySelector(`[data-part="${name}"]`);

/** What was typed as an address: with its scheme, or null where it is none that readers may get. */
export const addressOf = (typed) => {
  let address = typed.trim();
  if (!address || /\s/.test(address)) return null;
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(address)) address = `mailto:${address}`;
  else if (!/^[a-z][a-z0-9+.-]*:/i.test(address) || /^[^/:]+\.[a-z]+:\d/i.test(address)) address = `https://${address}`;
  if (!/^(https|mailto):/i.test(address) || !isLink(address)) return null;
  const isHost = /^https:\/\/[^/?#]+\.[^/?#.]{2,}/i.test(address);
  return isHost || /^mailto:[^@\s]+@[^@\s]+/i.test(address) ? address : null;
};

const close = () => {
  dialog.close();
  current?.view.focus();
};

const complain = (text) => {
  part("error").textContent = text;
  part("error").hidden = !text;
  part("address").setAttribute("aria-invalid", String(Boolean(text)));
};

const withWords = (address) => {
  const { empty, from } = current.state.selection;
  if (!empty || current.isActive("link")) return current.chain().extendMarkRange("link").setLink({ href: address }).run();
  const words = address.replace(/^(https:\/\/|mailto:)/, "").replace(/\/$/, "");
  const link = { type: "text", text: words, marks: [{ type: "link", attrs: { href: address } }] };
  return current.chain().insertContentAt(from, link).unsetMark("link").run();
};

const save = (event) => {
  event.preventDefault();
  const input = part("address");
  const wasThere = input.value === input.dataset.before;
  const address = wasThere && input.value ? input.value : addressOf(input.value);
  if (!address) {
    complain(word("text.link_bad"));
    input.focus();
    return;
  }
  withWords(address);
  close();
};

const remove = () => {
  current.chain().extendMarkRange("link").unsetLink().run();
  close();
};

const button = (name, text, attributes, act) => {
  const made = make("button", { type: "button", class: "btn", "data-part": name, ...attributes }, text);
  if (act) made.addEventListener("click", act);
  return made;
};

const build = () => {
  const title = make("h2", { id: "link-title" }, word("text.link_title"));
  const label = make("label", { for: "link-address" }, word("text.link_address"));
  const input = make("input", {
    id: "link-address",
    "data-part": "address",
    type: "text",
    inputmode: "url",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    "aria-describedby": "link-help link-error",
  });
  const help = make("p", { class: "help", id: "link-help" }, word("text.link_help"));
  const error = make("p", { class: "error", id: "link-error", role: "alert", "data-part": "error", hidden: true });
  const acts = make(
    "div",
    { class: "acts" },
    button("remove", word("text.link_remove"), { class: "btn plain" }, remove),
    button("cancel", word("text.cancel"), { class: "btn" }, close),
    button("save", word("text.link_save"), { type: "submit", class: "btn main-act" }),
  );
  dialog = make("dialog", { class: "link-dialog", id: "link-dialog", "aria-labelledby": "link-title" });
  const form = make("form", { novalidate: true }, title, label, input, error, help, acts);
  form.addEventListener("submit", save);
  dialog.append(form);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
  document.body.append(dialog);
};

/** Asks for the address of the words that are selected in `editor`, or of the link at its caret. */
export const askForLink = (editor) => {
  if (!dialog) build();
  current = editor;
  const address = editor.getAttributes("link").href ?? "";
  const input = part("address");
  input.value = address;
  input.dataset.before = address;
  part("remove").hidden = !address;
  complain("");
  dialog.showModal();
  input.select();
};
