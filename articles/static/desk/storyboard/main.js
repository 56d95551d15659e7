// Starts the parts of the storyboard that the page has, each on its own: one that fails leaves the rest at work.

import * as fields from "./fields.js";
import * as store from "./store.js";
import * as sync from "./sync.js";

const PARTS = [store, sync];

for (const part of PARTS) {
  try {
    part.start?.();
  } catch (error) {
    console.error(error);
  }
}
fields.startFields();
document.documentElement.classList.add("scripted");
