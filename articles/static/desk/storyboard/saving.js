// Everything is saved by itself; who wants to, saves by hand, which makes a version of its own.

import { $ } from "./page.js";
import * as store from "./store.js";
import { shortcut } from "./keys.js";

const save = () => {
  store.flush({ save: true });
};

/** Starts: called once by main.js. */
export const start = () => {
  // The plain form is for those without script: here Enter in a field saves, and the page stays.
  $("#article_form").addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  shortcut({ keys: "Ctrl+S", group: "looking", label: "board.keys.save", act: save });
};
