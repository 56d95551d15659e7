// The dialog in which a photo is chosen: from the library, one's uploads, this article; or uploaded.

import { $, $$, config, make, say, word } from "./page.js";
import { upload } from "./uploads.js";

const PAUSE = 250; // ms without a keystroke before a search
const dialog = document.getElementById("dlg-photo");

let settle = null;
let asked = 0;
let next = null;
let timer = 0;
let running = Promise.resolve();

const shelfOf = () => $('[data-shelf][aria-pressed="true"]', dialog).dataset.shelf;

const these = () =>
  $$('.f[data-kind="photo"]')
    .map((f) => JSON.parse(f.dataset.value ?? "null"))
    .filter((photo) => photo !== null);

const fetchShelf = async (from) => {
  const query = new URLSearchParams({ shelf: shelfOf(), q: $("#photo-q", dialog).value, from, ids: these().join(",") });
  const answer = await fetch(`${config.urls.photos}?${query}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

const fill = async (from = 0) => {
  asked += 1;
  const mine = asked;
  const list = $(".shelf", dialog);
  try {
    const data = await fetchShelf(from);
    if (mine !== asked) return;
    if (from === 0) list.replaceChildren();
    list.insertAdjacentHTML("beforeend", data.html); // our own template, escaped on the server
    next = data.next;
    $("[data-said]", dialog).textContent = data.said;
    $("[data-more]", dialog).hidden = next === null;
    $(".nothing", dialog).hidden = data.count > 0;
    if (from > 0) $$(".choice", list)[from]?.focus();
  } catch {
    $("[data-said]", dialog).textContent = word("photo.lost");
  }
};

const look = (from) => {
  clearTimeout(timer);
  timer = 0;
  running = fill(from);
};

// What was typed last may not be found yet: Enter takes the first of what it finds.
const takeFirst = async () => {
  if (timer) look();
  await running;
  if (settle) $(".choice", dialog)?.click();
};

const done = (photo) => {
  const answer = settle;
  settle = null;
  if (dialog.open) dialog.close();
  answer?.(photo);
};

/** Opens the dialog. Answers the number of the photo that was chosen, null for none. */
export const choose = ({ now }) => {
  if (!dialog) return Promise.resolve(null);
  dialog.dataset.now = now ?? "";
  $("#photo-q", dialog).value = "";
  dialog.showModal();
  $("#photo-q", dialog).focus();
  look();
  return new Promise((resolve) => (settle = resolve));
};

/** Uploads `files`; answers the numbers of the photos that came of them, in order. */
export const hands = async (files, { most = files.length, within = document.body } = {}) => {
  if (!config.photos.upload) {
    say(word("photo.not_yours"));
    return [];
  }
  const list = within === dialog ? $(".sending", dialog) : floating();
  const photos = [];
  await Promise.all(
    files.slice(0, most).map(async (file, at) => {
      const line = make("li", {}, word("photo.sending", { name: file.name, percent: 0 }));
      list.append(line);
      photos[at] = await upload(file, line);
      if (photos[at] !== null) line.remove();
    }),
  );
  return photos.filter((photo) => photo !== null && photo !== undefined);
};

const floating = () => {
  const there = $(".sending.floating");
  if (there) return there;
  const list = make("ul", { class: "sending floating", "aria-live": "polite" });
  document.body.append(list);
  return list;
};

const near = (choices, at, key) => {
  const across = Math.max(1, Math.round($(".shelf", dialog).clientWidth / (choices[0]?.parentElement.offsetWidth || 1)));
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across };
  return at + (steps[key] ?? 0);
};

// In the search box an arrow down goes to the pictures, and Enter takes the first.
const keys = (event) => {
  const choices = $$(".choice", dialog);
  const at = choices.indexOf(document.activeElement);
  const inBox = document.activeElement?.id === "photo-q";
  if (inBox && event.key === "Enter") {
    event.preventDefault();
    takeFirst();
  } else if (inBox && event.key === "ArrowDown") {
    event.preventDefault();
    choices[0]?.focus();
  } else if (at >= 0 && event.key.startsWith("Arrow")) {
    event.preventDefault();
    const to = near(choices, at, event.key);
    if (to < 0) $("#photo-q", dialog).focus();
    else choices[Math.min(to, choices.length - 1)]?.focus();
  }
};

const take = async (files) => {
  const photos = await hands([...files], { within: dialog });
  if (photos.length === 1 && settle) done(photos[0]);
  else if (photos.length) look();
};

const listen = () => {
  dialog.addEventListener("close", () => done(null));
  dialog.addEventListener("keydown", keys);
  dialog.addEventListener("click", (event) => {
    const { target } = event;
    const choice = target.closest(".choice");
    if (choice) done(Number(choice.dataset.photo));
    else if (target.closest("[data-close]") || target === dialog) dialog.close();
    else if (target.closest("[data-more]")) look(next);
    const shelf = target.closest("[data-shelf]");
    if (!shelf) return;
    $$("[data-shelf]", dialog).forEach((each) => each.setAttribute("aria-pressed", String(each === shelf)));
    look();
  });
  $("#photo-q", dialog).addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  dialog.addEventListener("dragover", (event) => event.preventDefault());
  dialog.addEventListener("drop", (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer.files.length) take(event.dataTransfer.files);
  });
  const input = $("#photo-file", dialog);
  if (!input) return;
  input.accept = config.photos.accept;
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    take(files);
  });
};

if (dialog) listen();
