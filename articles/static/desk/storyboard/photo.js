// The photo of a slide, or the lead: what its cell shows, and how one is put in, changed, taken out.

import { choose, hands } from "./chooser.js";
import { changed, fieldOf, find, focus, isWritable, nameOf, read, register } from "./fields.js";
import { focal } from "./focal.js";
import { shortcut } from "./keys.js";
import { mend } from "./mend.js";
import { $, $$, config, emit, on, rowOf, say, word } from "./page.js";
import * as undo from "./undo.js";

const LOOK_AGAIN = 3000; // ms while a photo is being prepared
const shown = new Map(); // photo's number: the promise of its cell

const cellOf = async (photo) => {
  const answer = await fetch(config.photos.cell.replace("/0/", `/${photo}/`), { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

const fetched = (photo) => {
  if (!shown.has(photo)) {
    const promise = cellOf(photo);
    promise.catch(() => shown.delete(photo));
    shown.set(photo, promise);
  }
  return shown.get(photo);
};

const valueOf = (f) => JSON.parse(f.dataset.value ?? "null");

/** Puts the focal points where their photos have them: styles are no part of the markup. */
const aim = (root) => {
  for (const dot of $$(".dot[data-at]", root)) {
    const [x, y] = dot.dataset.at.split(" ");
    dot.style.left = `${x}%`;
    dot.style.top = `${y}%`;
  }
};

// An empty caption or alt text shows the photo's own words, which readers get in their place.
const hint = (f, words) => {
  const { row } = nameOf(f);
  if (f.dataset.field !== "photo") return;
  for (const field of ["alt", "caption"]) {
    for (const language of ["en", "da"]) {
      const input = $("textarea, input", find(row, field, language) ?? document.createElement("i"));
      if (input) input.placeholder = words[`${field}_${language}`] ?? "";
    }
  }
};

// The slide's own alt text stands in for the photo's: then nothing is lacking here.
const settle = (f) => {
  if (!f || f.dataset.field !== "photo") return;
  const { row } = nameOf(f);
  const isLacking = (language) => {
    const own = find(row, "alt", language);
    return own && !String(isWritable(own) ? read(own) : own.textContent).trim();
  };
  for (const want of $$(".lacks [data-alt]", f)) want.hidden = !want.dataset.alt.split(" ").some(isLacking);
};

const draw = async (f) => {
  const photo = valueOf(f);
  const cell = $(".cell", f);
  if (photo === null) {
    const empty = $("#new-slide")?.content.querySelector(".f.photo .cell");
    if (empty) cell.replaceChildren(...empty.cloneNode(true).childNodes);
    else cell.replaceChildren();
    hint(f, {});
    emit("photo-shown", { ...nameOf(f), photo: null, thumbnail: "" });
    return;
  }
  try {
    const data = await fetched(photo);
    if (valueOf(f) !== photo) return; // chosen otherwise meanwhile
    const hadFocus = cell.contains(document.activeElement);
    cell.innerHTML = data.html; // our own template, escaped on the server
    aim(cell);
    hint(f, data.words);
    settle(f);
    if (!isWritable(f)) $$(".tools", cell).forEach((each) => each.remove());
    if (hadFocus) $(".pic", cell)?.focus();
    emit("photo-shown", { ...nameOf(f), photo, thumbnail: data.thumbnail });
    if (data.work) lookAgain(f, photo);
  } catch {
    cell.textContent = word("photo.lost");
  }
};

const lookAgain = (f, photo) => {
  setTimeout(() => {
    if (valueOf(f) !== photo || !f.isConnected) return;
    shown.delete(photo);
    draw(f);
  }, LOOK_AGAIN);
};

/** Sets the photo of a field by the user's hand. Returns what it was. */
export const put = (f, photo) => {
  const before = valueOf(f);
  f.dataset.value = JSON.stringify(photo);
  draw(f);
  changed(f);
  return before;
};

const putWithUndo = (f, photo) => {
  const before = put(f, photo);
  if (before === photo) return;
  const { row, field } = nameOf(f);
  const again = (value) => {
    const here = find(row, field, "");
    if (here) put(here, value);
  };
  const label = word(photo === null ? "photo.removed" : "photo.changed");
  say(label);
  undo.push({ label, undo: () => again(before), redo: () => again(photo) });
};

/** Lets the user choose a photo for a field: from the library, or by uploading one. */
export const chooseFor = async (f, { back = null } = {}) => {
  const photo = await choose({ now: valueOf(f) });
  if (photo !== null) putWithUndo(f, photo);
  (back ?? $(".pic, .empty", f) ?? f).focus();
};

const dropped = async (f, files) => {
  f.classList.remove("over");
  const photo = await hands(files, { most: 1 });
  if (photo.length) putWithUndo(f, photo[0]);
};

const again = (f, photo) => async () => {
  shown.delete(photo);
  const same = $$('.f[data-kind="photo"]').filter((each) => valueOf(each) === photo);
  await Promise.all(same.map(draw));
  $(".pic", f)?.focus();
};

// The slide's own alt text, for those who may not write the photo's.
const ownAlt = (row) => {
  const own = ["en", "da"].map((language) => find(row, "alt", language)).filter(isWritable);
  return own.find((f) => !$("textarea, input", f)?.placeholder) ?? own[0];
};

const tools = {
  alt: async (f, photo) => (config.photos.mend ? mend(photo, await fetched(photo), again(f, photo)) : focus(ownAlt(nameOf(f).row))),
  focal: async (f, photo) => focal(photo, await fetched(photo), again(f, photo)),
};

const mayDo = { alt: (f) => Boolean(config.photos.mend || ownAlt(nameOf(f).row)), focal: () => Boolean(config.photos.focal) };

const click = (f, event) => {
  const act = event.target.closest("[data-photo-do]")?.dataset.photoDo;
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
  if (tools[act] && plain && mayDo[act](f)) {
    event.preventDefault(); // else the link leads to the photo's page
    tools[act](f, valueOf(f)).catch(() => say(word("photo.lost")));
  }
  if (!isWritable(f)) return;
  if (act === "choose") chooseFor(f);
  if (act === "remove") {
    putWithUndo(f, null);
    $(".empty", f)?.focus();
  }
};

const start = (f) => {
  aim(f);
  settle(f);
  f.addEventListener("click", (event) => click(f, event));
  if ($(".in-work", f)) lookAgain(f, valueOf(f));
  if (!isWritable(f)) return;
  f.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files") || event.dataTransfer.items.length > 1) return;
    event.preventDefault();
    event.stopPropagation();
    f.classList.add("over");
  });
  f.addEventListener("dragleave", () => f.classList.remove("over"));
  f.addEventListener("drop", (event) => {
    const files = [...event.dataTransfer.files];
    if (files.length !== 1) return; // many are the board's: see drops.js
    event.preventDefault();
    event.stopPropagation();
    dropped(f, files);
  });
};

register("photo", {
  read: valueOf,
  write(f, value) {
    f.dataset.value = JSON.stringify(value);
    draw(f);
  },
  focus: (f) => ($(".pic, .empty", f) ?? f).focus(),
  start,
});

/** Whether a photo field has none. */
export const isEmpty = (f) => valueOf(f) === null;

/** The photo field that `element` stands in. */
export const photoField = (element) => {
  const f = fieldOf(element);
  return f?.dataset.kind === "photo" ? f : $(".f.photo", rowOf(element) ?? document.createElement("i"));
};

// From any field of a slide, and back to it: the words go on where they stopped.
shortcut({
  keys: "Alt+P",
  group: "building",
  label: "photo.keys.choose",
  act: (event) => {
    const f = photoField(event.target);
    if (!f || !isWritable(f)) return false;
    chooseFor(f, { back: event.target.closest(".f") === f ? null : event.target });
    return true;
  },
});

on("changed", ({ row, field }) => field === "alt" && settle(find(row, "photo", "")));

// Back from the photo's page in its other window: what was mended there is shown here.
on("back", () => {
  shown.clear();
  for (const f of $$('.f[data-kind="photo"]')) if (!isEmpty(f) && $(".lacks, .in-work", f)) draw(f);
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) emit("back");
});
