// Rows save themselves when they are left. What somebody else wrote meanwhile comes back as a note.

import { cell, control, form, rows, values } from "./fields.js";
import { token } from "./send.js";
import { say } from "./words.js";

const AT_ONCE = 20; // rows in one request
const asSaved = new WeakMap();
const running = new Map();

export const remember = (row) => asSaved.set(row, values(row));

const added = (row) => row.querySelector('[name$="-add"]:checked, [name$="-still"]:checked');

export const isDirty = (row) => {
  const saved = asSaved.get(row);
  return Boolean(added(row)) || Object.entries(values(row)).some(([name, value]) => value !== saved[name]);
};

export const dirtyRows = () => rows().filter(isDirty);

export const mark = (row, key) => {
  const place = row.querySelector(".saving");
  place.textContent = key ? say(key) : "";
  place.dataset.state = key;
};

const body = (sent, accepted) => {
  const data = new FormData();
  for (const row of sent) {
    for (const field of row.querySelectorAll("[name]")) {
      if (field.name === "selected" || (field.type === "checkbox" && !field.checked)) continue;
      data.append(field.name, field.value);
    }
    if (accepted) data.append(`p${row.dataset.photo}-accept`, "1");
  }
  return data;
};

const post = async (data) => {
  const answer = await fetch(form.action, {
    method: "POST",
    body: data,
    headers: { Accept: "application/json", "X-CSRFToken": token(form) },
  });
  if (answer.headers.get("Content-Type")?.startsWith("application/json")) return answer.json();
  throw new Error(answer.redirected || answer.status === 403 ? "saveLoggedOut" : "saveFailed");
};

export const showNotes = (place, html) => {
  place.querySelector(".notes").innerHTML = html;
  place.querySelectorAll(".notes button[hidden]").forEach((button) => (button.hidden = false));
  const note = place.querySelector(".finding");
  place.classList.toggle("has-block", note?.classList.contains("block") ?? false);
  place.classList.toggle("has-warn", note?.classList.contains("warn") ?? false);
  place.classList.toggle("has-due", note?.classList.contains("due") ?? false);
};

// `before` is what was sent: a field that was typed into since keeps what was typed.
const settle = (row, before, told) => {
  const saved = {};
  row.querySelector('[name$="-seen"]').value = told.seen;
  for (const [name, field] of Object.entries(told.fields)) {
    const place = cell(row, name);
    const input = control(place);
    saved[name] = field.stored;
    if (input.value === before[name] && !field.refused) input.value = field.value;
    showNotes(place, field.notes);
    place.querySelector(".from-file")?.remove();
  }
  row.querySelector(".accept")?.remove();
  asSaved.set(row, saved);
  row.classList.toggle("is-complete", told.complete);
  const word = isDirty(row) ? "unsaved" : "saved"; // typed into while it was being saved
  mark(row, told.status === "saved" ? word : "notSaved");
};

const send = async (sent, accepted) => {
  const before = new Map(sent.map((row) => [row, values(row)]));
  sent.forEach((row) => mark(row, "saving"));
  try {
    const { rows: told, pages } = await post(body(sent, accepted));
    if (pages) document.querySelector(".saved-said").innerHTML = pages;
    for (const row of sent) {
      if (told[row.dataset.photo]) settle(row, before.get(row), told[row.dataset.photo]);
      else row.remove();
    }
    return Object.values(told).every((each) => each.status === "saved") ? "" : "notSaved";
  } catch (error) {
    const key = ["saveLoggedOut", "saveFailed"].includes(error.message) ? error.message : "saveFailed";
    sent.forEach((row) => mark(row, key));
    return key;
  } finally {
    form.dispatchEvent(new Event("rows-saved"));
  }
};

// Saves `chosen`, one request after the other. Returns a word of what went wrong, or "".
export const save = async (chosen, { accepted = false } = {}) => {
  let wrong = "";
  for (let at = 0; at < chosen.length; at += AT_ONCE) {
    const some = chosen.slice(at, at + AT_ONCE);
    await Promise.all(some.map((row) => running.get(row)));
    const going = send(some, accepted);
    some.forEach((row) => running.set(row, going));
    wrong = (await going) || wrong;
  }
  return wrong;
};

