// A field in which one types to search, with what was found below it.

import { $$, make, say, word } from "./page.js";

const PAUSE = 160; // ms
let number = 0;

/** Stands before the element `before` until something is chosen or it is left. */
export class Combo {
  constructor({ before, label, hint, search, choose }) {
    number += 1;
    Object.assign(this, { before, search, choose, asked: 0, timer: 0, found: [] });
    const id = `combo-${number}`;
    this.input = make("input", { type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", "aria-label": label, placeholder: hint, autocomplete: "off" });
    this.list = make("ul", { id, role: "listbox", "aria-label": label });
    this.list.hidden = true;
    this.box = make("span", { class: "combo" }, this.input, this.list);
    before.before(this.box);
    before.hidden = true;
    this.listen();
    this.input.focus();
    this.ask();
  }

  listen() {
    // What is typed here is no field's value.
    for (const type of ["input", "change"]) this.box.addEventListener(type, (event) => event.stopPropagation());
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), PAUSE);
    });
    this.box.addEventListener("keydown", (event) => this.press(event));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role='option']");
      if (option) this.take($$("[role='option']", this.list).indexOf(option));
    });
    this.box.addEventListener("focusout", (event) => this.box.contains(event.relatedTarget) || this.close({ focus: false }));
  }

  async ask() {
    const mine = (this.asked += 1);
    let found = [];
    try {
      found = await this.search(this.input.value.trim());
    } catch {
      // No network: nothing is found.
    }
    if (mine !== this.asked || !this.box.isConnected) return;
    this.found = found;
    this.show();
  }

  show() {
    const options = this.found.map(({ text }, at) => make("li", { role: "option", id: `${this.list.id}-${at}`, "aria-selected": "false" }, text));
    this.list.replaceChildren(...options);
    this.list.hidden = options.length === 0;
    this.list.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.box.classList.toggle("is-empty", options.length === 0);
    say(options.length ? word("chips.found", { count: options.length }) : word("chips.none"));
    this.mark(options.length ? 0 : -1);
  }

  mark(at) {
    this.at = at;
    $$("[role='option']", this.list).forEach((option, number_) => {
      option.setAttribute("aria-selected", String(number_ === at));
      if (number_ === at) option.scrollIntoView({ block: "nearest" });
    });
    if (at < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", `${this.list.id}-${at}`);
  }

  press(event) {
    const count = this.found.length;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown" && count) this.mark((this.at + 1) % count);
    else if (event.key === "ArrowUp" && count) this.mark((this.at - 1 + count) % count);
    else if (event.key === "Enter") this.take(this.at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  take(at) {
    const chosen = this.found[at];
    if (!chosen) return;
    this.close();
    this.choose(chosen);
  }

  close({ focus = true } = {}) {
    if (this.closed) return; // taking it out takes the focus out, which closes it
    this.closed = true;
    clearTimeout(this.timer);
    this.asked += 1;
    this.before.hidden = false;
    const had = this.box.contains(document.activeElement);
    this.box.remove();
    if (focus && had) this.before.focus();
  }
}
