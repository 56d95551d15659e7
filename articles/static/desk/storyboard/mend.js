// The photo's own alt text, in both languages, beside the slide that shows it: by the completing grid's own door.

import { $, $$, config, csrf, say, word } from "./page.js";
import { close, open } from "./dialogs.js";

const dialog = document.getElementById("dlg-alt");
const NAMES = ["alt_en", "alt_da"];
let now = null; // {photo, data, done}

const wrong = (name, text) => ($(`[data-wrong="${name}"]`, dialog).textContent = text);

const send = async () => {
  const { photo, data } = now;
  const body = new FormData();
  body.append("row", photo);
  body.append(`p${photo}-seen`, data.seen);
  for (const name of NAMES) body.append(`p${photo}-${name}`, $(`[name=${name}]`, dialog).value);
  const answer = await fetch(config.photos.mend, { method: "POST", body, headers: { Accept: "application/json", "X-CSRFToken": csrf() } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).rows[photo];
};

const told = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim().replace(/\s+/g, " ");

const save = async () => {
  for (const each of ["", ...NAMES]) wrong(each, "");
  let row;
  try {
    row = await send();
  } catch {
    return wrong("", word("photo.unsaved"));
  }
  now.data.seen = row.seen; // saved again, it stands
  const refused = NAMES.filter((name) => row.fields[name].refused);
  for (const name of refused) wrong(name, told(row.fields[name].notes));
  if (refused.length) return $(`[name=${refused[0]}]`, dialog).focus();
  say(word("photo.alt"));
  const { done } = now;
  close("dlg-alt");
  return done();
};

/** Opens the form for `photo`, whose cell is `data`; `done` is called when it was saved. */
export const mend = (photo, data, done) => {
  if (!dialog) return false;
  now = { photo, data, done };
  for (const each of ["", ...NAMES]) wrong(each, "");
  for (const name of NAMES) $(`[name=${name}]`, dialog).value = data.words[name];
  $(".mend-pic", dialog).src = data.preview;
  open("dlg-alt", { focus: `[name=${NAMES.find((name) => !data.words[name]) ?? NAMES[0]}]` });
  return true;
};

if (dialog) {
  $("form", dialog).addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "TEXTAREA") return;
    event.preventDefault(); // alt texts are one line
    if (event.ctrlKey) event.stopPropagation();
    save();
  });
  $$("[data-close]", dialog).forEach((each) => each.addEventListener("click", () => dialog.close()));
}
