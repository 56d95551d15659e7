// The bar on top: the headline as it is typed; its height, which what sticks below it stands on.

import { $, config, on } from "./page.js";
import * as fields from "./fields.js";

const headline = () => {
  const order = config.language === "da" ? ["da", "en"] : ["en", "da"];
  for (const language of order) {
    const f = fields.find("", "headline", language);
    const text = f && !f.classList.contains("readonly") ? fields.read(f) : $(".readonly", f ?? document.body)?.textContent;
    if (text?.trim()) return text.trim();
  }
  return "";
};

const show = () => {
  const text = headline();
  for (const place of [$(".artbar h1"), $(".breadcrumbs .crumb")]) if (text && place) place.textContent = text;
};

/** Starts: called once by main.js. */
export const start = () => {
  on("changed", ({ row, field }) => row === "" && field === "headline" && show());
  on("arrived", ({ values }) => "" in (values ?? {}) && show());
  const bar = $(".artbar");
  new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);
};
