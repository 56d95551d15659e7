// A slide that stands in one language alone: the other leaf says so, the grip bears a tag.

import { $, $$, make, on, rowElement } from "./page.js";
import * as fields from "./fields.js";
import { list } from "./board.js";

/** Shows in which languages a slide stands. */
export const show = (row) => {
  const f = fields.find(row.dataset.row, "languages");
  const value = (f && !f.classList.contains("readonly") && fields.read(f)) || row.dataset.languages || "both";
  row.dataset.languages = value;
  $(".pin .only", row)?.remove();
  if (value !== "both") $(".pin .no", row)?.after(make("span", { class: "tag only" }, value.toUpperCase()));
};

/** Starts: called once by main.js. */
export const start = () => {
  $$(".slide", list).forEach(show);
  on("changed", ({ row, field }) => field === "languages" && show(rowElement(row)));
  on("row-added", ({ el }) => el.matches(".slide") && show(el));
  document.addEventListener("written", (event) => {
    const row = event.target.matches(".f-languages") ? event.target.closest(".slide") : null;
    if (row) show(row);
  });
};
