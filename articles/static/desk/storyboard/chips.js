// Bylines and sources: short lists of names, chosen by typing to search.

import { $, $$, config, icon, make, say, word } from "./page.js";
import * as fields from "./fields.js";
import { Combo } from "./combo.js";
import { addresses } from "./store.js";

const OF = {
  bylines: { model_name: "byline", field_name: "contributor" },
  sources: { model_name: "articlesource", field_name: "source" },
};
const names = { bylines: new Map(), sources: new Map() };
const roles = config.roles ?? [];

const chips = (f) => $$(".chip", f);
const box = (f) => $(".chips", f);
const nameOf = (chip) => $(".chip-name", chip).textContent;
const isByline = (f) => f.dataset.field === "bylines";

const valueOf = (f, chip) => (isByline(f) ? [Number(chip.dataset.id), $("select", chip)?.value ?? chip.dataset.role] : Number(chip.dataset.id));

const read = (f) => chips(f).map((chip) => valueOf(f, chip));

const roleSelect = (name, role) =>
  make(
    "select",
    { class: "chip-roles", "aria-label": word("chips.role", { name }) },
    ...roles.map(([value, label]) => make("option", { value, selected: value === role }, label)),
  );

const build = (f, id, name, role) => {
  const x = make("button", { type: "button", class: "ib", "data-chip": "remove", "aria-label": word("chips.remove", { name }) }, icon("x"));
  const chip = make("span", { class: "chip", "data-id": id, "data-role": role }, make("span", { class: "chip-name" }, name));
  if (isByline(f)) chip.append(roleSelect(name, role || "text"));
  chip.append(x);
  return chip;
};

// Somebody else put in a name that this page has not seen yet.
const learn = async (f, value) => {
  const answer = await fetch(addresses.rows, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  for (const [field, found] of Object.entries((await answer.json()).names)) {
    for (const [id, name] of Object.entries(found)) names[field].set(Number(id), name);
  }
  if (JSON.stringify(read(f)) === JSON.stringify(value)) draw(f, value);
};

const write = (f, value) => {
  draw(f, value);
  const known = names[f.dataset.field];
  const ids = (value ?? []).map((each) => (isByline(f) ? each[0] : each));
  if (addresses.rows && ids.some((id) => !known.has(id))) learn(f, value);
};

const draw = (f, value) => {
  if (f.classList.contains("readonly")) return;
  const known = names[f.dataset.field];
  const made = (value ?? []).map((each) => {
    const [id, role] = isByline(f) ? each : [each, ""];
    return build(f, id, known.get(id) ?? `#${id}`, role);
  });
  for (const chip of chips(f)) chip.remove();
  box(f).prepend(...made);
};

const add = (f, { id, text }) => {
  names[f.dataset.field].set(Number(id), text);
  const taken = read(f).map(String);
  const free = roles.map(([role]) => role).find((role) => !taken.includes(String([Number(id), role])));
  if (isByline(f) ? !free : taken.includes(String(id))) return;
  $(".chip-add", f).before(build(f, id, text, free));
  fields.changed(f);
  say(word("chips.added", { name: text }));
};

const remove = (f, chip) => {
  const next = $("button", chip.nextElementSibling) ?? $("button", f);
  const name = nameOf(chip);
  chip.remove();
  next?.focus();
  fields.changed(f);
  say(word("chips.removed", { name }));
};

const shift = (f, chip, by) => {
  const all = chips(f);
  const other = all[all.indexOf(chip) + by];
  if (!other) return;
  const kept = document.activeElement;
  if (by < 0) other.before(chip);
  else other.after(chip);
  kept.focus();
  fields.changed(f);
  say(word("chips.moved", { name: nameOf(chip), place: chips(f).indexOf(chip) + 1, count: all.length }));
};

const search = (f) => async (term) => {
  const query = new URLSearchParams({ app_label: "articles", ...OF[f.dataset.field], term });
  const answer = await fetch(`${config.urls.autocomplete}?${query}`, { headers: { Accept: "application/json" } });
  return answer.ok ? (await answer.json()).results : [];
};

const start = (f) => {
  if (f.classList.contains("readonly")) return;
  for (const chip of chips(f)) {
    const { id, role } = chip.dataset;
    names[f.dataset.field].set(Number(id), nameOf(chip));
    chip.replaceWith(build(f, id, nameOf(chip), role));
  }
  const what = fields.labelOf(f);
  const adder = make("button", { type: "button", class: "ib chip-add", "aria-label": word("chips.add", { what }) }, icon("plus"));
  box(f).append(adder);
  adder.addEventListener("click", () => {
    new Combo({ before: adder, label: word("chips.add", { what }), hint: word("chips.search"), search: search(f), choose: (found) => add(f, found) });
  });
  f.addEventListener("click", (event) => {
    const x = event.target.closest("[data-chip='remove']");
    if (x) remove(f, x.closest(".chip"));
  });
  f.addEventListener("change", (event) => event.target.matches(".chip-roles") && fields.changed(f));
  f.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const chip = event.target.closest(".chip");
    if (!chip || !by || !event.altKey) return;
    event.preventDefault();
    shift(f, chip, by);
  });
};

fields.register("chips", { read, write, start, focus: (f) => $("button", f)?.focus() });