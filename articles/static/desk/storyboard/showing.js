// How a value of the wire is shown to a reader of two versions: as text, with what differs marked.

import { find, labelOf } from "./fields.js";
import { $, make, rowElement, word } from "./page.js";
import { diff, excerpt } from "./worddiff.js";

const BLOCKS = "p, li, br, h1, h2, h3, blockquote";

const plain = (html) => {
  const holder = new DOMParser().parseFromString(html, "text/html").body;
  for (const each of holder.querySelectorAll(BLOCKS)) each.after("\n");
  return holder.textContent.replace(/\n{2,}/gu, "\n").trim();
};

const chosen = (f, value) => {
  const option = f && [...f.querySelectorAll("option")].find((each) => each.value === String(value ?? ""));
  return option?.textContent.trim();
};

/** What a person reads of a value. */
export const textOf = ({ row, field, language }, value) => {
  if (value === null || value === undefined || value === "" || value.length === 0) return word("store.empty");
  const f = find(row, field, language);
  if (field === "body") return plain(value);
  if (field === "photo" || field === "lead_photo") return word("store.photo", { number: String(value) });
  if (Array.isArray(value)) {
    return value.map((each) => nameOfChip(field, Array.isArray(each) ? each[0] : each)).join(", ");
  }
  return chosen(f, value) ?? String(value);
};

// Chips carry their names; one that is not on the page is named by its number.
const nameOfChip = (field, id) => {
  const chip = document.querySelector(`.f[data-field="${field}"] [data-id="${id}"]`);
  return chip?.dataset.name ?? chip?.textContent.trim() ?? `#${id}`;
};

/** `value` with what it adds to `other` marked; "del" marks what `other` loses, too. */
export const marked = (name, other, value, { both = false } = {}) => {
  const parts = excerpt(diff(textOf(name, other), textOf(name, value)));
  const box = make("p", { class: "ver", lang: name.language || null });
  const shown = parts.filter(([kind]) => both || kind !== "del");
  for (const [kind, text] of shown) box.append(kind === "same" ? text : make(kind, {}, text));
  if (parts.every(([kind]) => kind === "same")) box.append(" ", make("em", {}, word("store.format_only")));
  return box;
};

const numberOf = (element) => (element && /\d+/u.exec($(".no", element)?.textContent ?? "")?.[0]) ?? "?";

/** "Slide 3, Danish, Heading". */
export const whereOf = ({ row, field, language }) => {
  const f = find(row, field, language);
  const number = numberOf(rowElement(row));
  const kind = rowElement(row)?.dataset.kind ?? (row ? "slide" : "");
  const names = [
    row ? (kind === "link" ? word("board.link") : word("board.slide", { number })) : "",
    language ? word(`store.${language}`) : "",
    f ? labelOf(f) : word(`store.field.${field}`),
  ];
  return names.filter(Boolean).join(", ");
};

/** "slide 7" of a row's key. */
export const whereOfRow = (row) => {
  const element = rowElement(row);
  if (!element || !row) return "";
  if (element.dataset.kind === "link") return word("board.link");
  return word("store.slide", { number: numberOf(element) });
};
