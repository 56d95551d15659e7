// The progress screen goes on by itself, step by step; without script one presses Continue.

import { go } from "../steps.js";

const screen = document.getElementById("progress");
const form = document.getElementById("step");
const list = document.getElementById("made");
const status = screen.querySelector("[role=status]");
const bar = screen.querySelector("progress");
let done = Number(screen.dataset.done);

const line = ({ language, address, headline }) => {
  const item = document.createElement("li");
  const tag = Object.assign(document.createElement("span"), { className: "tag" });
  const link = Object.assign(document.createElement("a"), { href: address, lang: language });
  tag.textContent = language.toUpperCase();
  link.hreflang = language;
  link.textContent = headline;
  item.append(tag, " ", link);
  return item;
};

const show = ({ made, left }) => {
  done += made.length;
  bar.max = Math.max(1, done + left);
  bar.value = done + left ? done : 1;
  status.textContent = screen.dataset.says.replace("{done}", done).replace("{total}", done + left);
  for (const page of made) list.prepend(line(page));
};

if (Number(screen.dataset.left)) {
  form.querySelector("button").hidden = true;
  go({ screen, form, status, show });
}
