// One file on its way into the library, by the upload desk's own door, with a line that says how far.

import { send } from "../upload/send.js";
import { config, make, say, word } from "./page.js";

const AT_ONCE = 3;
const waiting = [];
let running = 0;

// What the upload desk's sender wants to know stands on its form.
const form = () => {
  const made = make("form", { action: config.photos.upload, "data-csrf-cookie": cookie(), "data-login": config.photos.login });
  made.append(make("input", { type: "hidden", name: "csrfmiddlewaretoken", value: document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "" }));
  return made;
};

const cookie = () => (document.cookie.includes("__Host-csrf=") ? "__Host-csrf" : "csrftoken");

const next = () => {
  if (running >= AT_ONCE || waiting.length === 0) return;
  running += 1;
  waiting.shift()();
};

const turn = () =>
  new Promise((resolve) => {
    waiting.push(resolve);
    next();
  });

const KINDS = { login: "photo.login", tooLarge: "photo.large" };

const outcome = (result, file) => {
  if (result.kind !== "answer") return { photo: null, text: word(KINDS[result.kind] ?? "photo.failed", { name: file.name }) };
  const { photo, message } = result.answer;
  return { photo: photo ?? null, text: `${file.name}: ${message}` };
};

const failed = (line, text) => {
  const away = make("button", { type: "button", class: "link" }, word("photo.dismiss"));
  away.addEventListener("click", () => line.remove());
  line.className = "failed";
  line.replaceChildren(make("span", {}, text), " ", away);
  say(text);
};

/** Sends `file`; `line` is the element that says how it goes. Answers the photo's number, or null. */
export const upload = async (file, line) => {
  await turn();
  const bar = make("progress", { max: 1, value: 0, "aria-label": file.name });
  line.replaceChildren(make("span", { class: "name" }, file.name), bar);
  const { done } = send(file, {
    form: form(),
    onProgress: (loaded, total) => {
      if (loaded < total) bar.value = loaded / total;
      else bar.removeAttribute("value"); // all is there, and being looked at
    },
  });
  const { photo, text } = outcome(await done, file);
  running -= 1;
  next();
  if (photo === null) failed(line, text);
  return photo;
};
