// The article's own menu on the bar: closed by Escape and by a press beside it; a copy is made of what is saved.

import { $ } from "./page.js";
import * as store from "./store.js";

/** Starts: called once by main.js. */
export const start = () => {
  const menu = document.getElementById("article-more");
  if (!menu) return;
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("toggle", () => ($(".stage").inert = menu.open)); // what it covers half
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    $("summary", menu).focus();
  });
  menu.addEventListener("submit", async (event) => {
    event.preventDefault();
    await store.flush();
    event.target.submit();
  });
};
