// The batch: its rows, the bar over all of them, the counts, and what is read out.

import { key, objection } from "./checks.js";
import { openCompare } from "./compare.js";
import { addRow, removeRow } from "./grid.js";
import { listen } from "./incoming.js";
import { Queue } from "./queue.js";
import { Row } from "./row.js";
import { send } from "./send.js";
import { duration, say, sayMany } from "./words.js";

const READ_OUT = 10_000; // ms between two announcements
const FINISHED = ["done", "refused", "cancelled", "failed"];

const form = document.getElementById("photo_upload");
const section = document.getElementById("batch");
const list = section.querySelector(".ulist");
const template = document.getElementById("upload-row");
const said = document.getElementById("upload-said");
const rows = new Map();
const pending = new Set();
let drawing = 0;
let began = 0;
let readAt = 0;
let wasActive = false;

const queue = new Queue({
  send: (file, options) => send(file, { ...options, form }),
  changed: (item) => {
    pending.add(item);
    if (!drawing) drawing = requestAnimationFrame(draw);
    // Hidden pages get no frames, and uploads go on there.
    if (item.state === "done") settle(item);
  },
});

const settle = (item) => {
  const told = item.result.answer;
  if (told.row) addRow(told.row);
};

const rowOf = (item) => {
  if (!rows.has(item)) {
    const row = new Row(item, { form, template });
    rows.set(item, row);
    list.append(row.element);
    row.element.addEventListener("click", (event) => act(row, event.target.closest("[data-do]")));
  }
  return rows.get(item);
};

const act = (row, button) => {
  if (!button) return;
  const acts = {
    cancel: () => queue.cancel(row.item),
    retry: () => queue.retry(row.item),
    compare: () => openCompare(row, form, (number) => removeRow(number)),
    use: () => window.opener.dismissAddRelatedObjectPopup(window, row.told.number, row.told.name),
  };
  acts[button.dataset.do]?.();
};

const draw = () => {
  drawing = 0;
  for (const item of pending) rowOf(item).update();
  pending.clear();
  drawHead();
};

const put = (name, text) => {
  const place = section.querySelector(`[data-count="${name}"]`);
  const target = place.querySelector("span") ?? place;
  if (target.textContent !== text) target.textContent = text;
  return place;
};

const counts = () => {
  const answered = (...statuses) =>
    queue.items.filter((item) => item.state === "done" && statuses.includes(item.result.answer.status)).length;
  return {
    stored: answered("stored", "similar"),
    known: answered("same"),
    refused: answered("refused") + queue.count("refused"),
    failed: queue.count("failed"),
  };
};

const secondsLeft = () => {
  const sent = queue.items.filter((item) => item.state !== "refused" && item.state !== "cancelled");
  const all = sent.reduce((sum, item) => sum + item.file.size, 0);
  const gone = sent.reduce((sum, item) => sum + item.loaded, 0);
  const seconds = (performance.now() - began) / 1000;
  return seconds > 2 && gone > 0 && gone < all ? (seconds * (all - gone)) / gone : 0;
};

const drawHead = () => {
  const all = queue.items.length;
  const done = queue.count(...FINISHED);
  const part = queue.items.reduce(
    (sum, item) => sum + (FINISHED.includes(item.state) ? 1 : item.loaded / (item.file.size || 1)),
    0,
  );
  const bar = section.querySelector(".overall progress");
  bar.max = all || 1;
  bar.value = part;
  put("files", sayMany("files", all));
  const left = queue.active ? secondsLeft() : 0;
  put("overall", left ? say("overallLeft", { done, all, left: duration(left) }) : say("overall", { done, all }));
  for (const [name, count] of Object.entries(counts())) put(name, say(name, { count })).hidden = !count;
  const out = queue.items.some((item) => item.state === "failed" && item.result.kind === "login");
  section.querySelector(".logged-out").hidden = !out;
  section.querySelector('[data-do="retry-all"]').hidden = queue.count("failed") < 1;
  const stored = counts().stored > 0;
  section.querySelector('[data-do="to-grid"]').hidden = !stored || !document.getElementById("completing");
  section.querySelector('[data-do="only-open"]').hidden = !stored;
  section.querySelector('[data-do="cancel-all"]').hidden = !queue.active && !queue.held;
  readOut(done, all);
};

const readOut = (done, all) => {
  const now = performance.now();
  if (queue.active && now - readAt > READ_OUT) {
    readAt = now;
    said.textContent = say("progress", { done, all });
  }
  if (wasActive && !queue.active) said.textContent = say("doneAll", counts());
  wasActive = queue.active > 0;
};

const take = (files) => {
  section.hidden = false;
  document.body.classList.add("has-batch");
  if (!queue.active) began = readAt = performance.now();
  const going = queue.items.filter((item) => !["refused", "cancelled"].includes(item.state));
  const known = new Set(going.map((item) => key(item.file)));
  let room = Number(form.dataset.maxFiles) - going.length;
  for (const file of files) {
    const wrong = objection(file, { maxBytes: Number(form.dataset.maxBytes), room, known });
    queue.add(file, wrong);
    if (!wrong) {
      room -= 1;
      known.add(key(file));
    }
  }
  queue.go();
};

export const startBatch = () => {
  form.querySelector(".no-script-act").hidden = true;
  form.querySelector(".paste-help").hidden = false;
  form.querySelector("[type=file]").required = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  listen({ form, take });
  section.querySelector('[data-do="cancel-all"]').addEventListener("click", () => queue.cancelRest());
  section.querySelector('[data-do="retry-all"]').addEventListener("click", () => {
    queue.retry(...queue.items.filter((item) => item.state === "failed"));
  });
  const onlyOpen = section.querySelector('[data-do="only-open"]');
  onlyOpen.addEventListener("click", () => {
    onlyOpen.setAttribute("aria-pressed", String(list.classList.toggle("only-open")));
  });
  addEventListener("beforeunload", (event) => {
    if (queue.unfinished) event.preventDefault();
  });
};
