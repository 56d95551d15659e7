// One file's row: name, size, bar, what became of it, and what can be done about it.

import { preview, stored } from "./thumbs.js";
import { duration, say, size } from "./words.js";

const ICONS = { good: "check", warn: "warn", block: "block", same: "copy" };
const LEVELS = { stored: "good", same: "warn", similar: "warn", refused: "block" };

const reason = (item) => {
  if (item.result.kind === "answer") return item.result.answer.message;
  if (item.result.kind === "login") return say("loggedOut");
  if (item.result.kind === "server") return say("serverError");
  if (item.result.kind === "tooLarge") return say("tooLarge", { size: size(item.file.size), limit: "40 MB" });
  const percent = Math.floor((100 * item.loaded) / item.file.size);
  return percent > 0 ? say("dropped", { percent }) : say("unreachable");
};

const objection = (item, form) =>
  say(item.objection, {
    size: size(item.file.size),
    limit: item.objection === "tooMany" ? form.dataset.maxFiles : size(Number(form.dataset.maxBytes)),
  });

const going = (item) => {
  const percent = Math.floor((100 * item.loaded) / item.file.size);
  const seconds = (performance.now() - item.since) / 1000;
  if (seconds < 1 || item.loaded === 0) return say("sending", { percent });
  const left = ((item.file.size - item.loaded) / item.loaded) * seconds;
  return say("sendingLeft", { percent, left: duration(left), seconds: Math.max(1, Math.round(left)) });
};

export class Row {
  constructor(item, { form, template }) {
    this.item = item;
    this.form = form;
    this.element = template.content.firstElementChild.cloneNode(true);
    this.element.querySelector(".fn b").textContent = item.file.name;
    this.element.querySelector(".size").textContent = size(item.file.size);
    this.bar.setAttribute("aria-label", item.file.name);
    for (const button of this.element.querySelectorAll("button")) {
      button.setAttribute("aria-label", `${button.textContent.trim()}: ${item.file.name}`);
    }
    if (!item.objection) preview(item.file, this.element.querySelector(".shown"));
  }

  get bar() {
    return this.element.querySelector("progress");
  }

  button(name) {
    return this.element.querySelector(`[data-do="${name}"]`);
  }

  update() {
    const { item } = this;
    const draw = {
      waiting: () => this.say("run", say("waiting")),
      sending: () => this.say("run", going(item)),
      judging: () => this.say("run", say("judging")),
      pausing: () => this.say("warn", say("again", { reason: reason(item), seconds: item.pause / 1000 })),
      failed: () => this.say("warn", reason(item)),
      refused: () => this.say("block", objection(item, this.form)),
      cancelled: () => this.say("run", say("cancelled")),
      done: () => this.answer(item.result.answer),
    };
    draw[item.state]();
    this.element.dataset.state = item.state;
    this.bar.value = item.state === "refused" ? 100 : Math.floor((100 * item.loaded) / (item.file.size || 1));
    this.bar.className = this.look();
    const kept = document.activeElement;
    const had = this.element.contains(kept);
    this.button("cancel").hidden = !["waiting", "sending", "pausing", "failed", "judging"].includes(item.state);
    this.button("retry").hidden = item.state !== "failed";
    // The button that was pressed is gone: whoever is at the keyboard stays in the row.
    if (had && kept.hidden) this.element.querySelector("button:not([hidden]), a")?.focus();
  }

  look() {
    const { item } = this;
    if (item.state === "done") return item.result.answer.status === "refused" ? "bad" : "done";
    if (["failed", "pausing", "refused"].includes(item.state)) return "bad";
    return item.state;
  }

  say(level, text, icon = ICONS[level]) {
    const answer = this.element.querySelector(".ans");
    answer.className = `ans ${level}`;
    const place = answer.querySelector(".text");
    if (place.textContent !== text) place.textContent = text;
    const picture = answer.querySelector("svg");
    picture.toggleAttribute("hidden", !icon);
    if (icon) picture.firstElementChild.setAttribute("href", `#i-${icon}`);
  }

  answer(told) {
    if (this.told === told) return;
    this.told = told;
    this.element.dataset.fate = told.status;
    this.say(LEVELS[told.status], "", told.status === "same" ? ICONS.same : undefined);
    this.element.querySelector(".ans .text").innerHTML = told.answer;
    if (told.thumbnail) stored(told.thumbnail, this.element.querySelector(".shown"));
    this.button("compare").hidden = !told.compare;
    const use = this.button("use");
    if (use && told.photo) {
      use.hidden = false;
      use.textContent = say("use", { number: told.number });
      use.removeAttribute("aria-label");
    }
  }

  gone(old) {
    this.say("warn", say("deleted", { new: this.told.number, old }));
    this.button("compare").hidden = true;
  }
}
