// Links for colleagues without a login: made, copied, revoked in one dialog.

import { $, make, post, say, word } from "../page.js";
import * as store from "../store.js";
import { open } from "../dialogs.js";

const dialog = $("#dlg-share");

const tell = (text) => {
  $(".share-said", dialog).textContent = text;
  say(text);
};

const copy = async (address) => {
  try {
    await navigator.clipboard.writeText(address);
    tell(word("preview.copied"));
  } catch {
    tell(word("preview.copy_by_hand"));
  }
};

const button = (text, act, name) => {
  const made = make("button", { type: "button", class: "btn small", "aria-label": name }, text);
  made.addEventListener("click", act);
  return made;
};

const address = (link, language) => {
  const label = word(`preview.in.${language}`);
  const input = make("input", { type: "text", readonly: true, value: link.urls[language], "aria-label": `${label}, ${link.note}` });
  input.addEventListener("focus", () => input.select());
  return make("div", { class: "share-url" }, make("span", {}, language.toUpperCase()), input, button(word("preview.copy"), () => copy(link.urls[language]), `${word("preview.copy")}: ${label}, ${link.note}`));
};

const item = (link) => {
  const state = link.open ? word("preview.until", { when: link.until }) : word(link.revoked ? "preview.revoked" : "preview.expired");
  const facts = word("preview.made", { by: link.by, when: link.made });
  const opened = link.opened ? word("preview.opened", { when: link.opened }) : word("preview.unopened");
  const line = make("li", { class: link.open ? "" : "is-closed" }, make("p", {}, make("b", {}, link.note || word("preview.anybody")), ` ${state}`), make("p", { class: "quiet small" }, `${facts} ${opened}`));
  if (link.open) line.append(address(link, "en"), address(link, "da"), button(word("preview.revoke"), () => act({ revoke: link.id }, word("preview.revoked")), `${word("preview.revoke")}: ${link.note}`));
  return line;
};

const show = (links) => $(".share-list", dialog).replaceChildren(...links.map(item));

const act = async (asked, said) => {
  await store.flush();
  const url = store.addresses.preview_links;
  const { status, data } = url ? await post(url, asked) : { status: 0 };
  if (status !== 200) return tell(word(url ? "preview.share_failed" : "preview.save_first"));
  show(data.links);
  if (said) tell(said);
};

const list = async () => {
  const url = store.addresses.preview_links;
  if (!url) return show([]);
  const answer = await fetch(url, { headers: { Accept: "application/json" } }).catch(() => null);
  if (answer?.ok) show((await answer.json()).links);
};

/** Starts: called once by main.js. */
export const start = () => {
  if (!dialog) return;
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-do='share']")) return;
    open("dlg-share", { focus: "[name=note]" });
    list();
  });
  $("form", dialog).addEventListener("submit", (event) => {
    event.preventDefault();
    const days = Number($("[name=days]:checked", dialog).value);
    act({ make: { note: $("[name=note]", dialog).value, days } }, word("preview.link_made"));
  });
};
