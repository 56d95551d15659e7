// The switch in a language's head: writing, ready, not planned. It sets the article's own field of that name.

import { $, $$, emit, on } from "./page.js";
import * as fields from "./fields.js";

const OURS = ["writing", "ready", "not_planned"];

// What is live or scheduled is so whatever its stage.
const tell = (select) => {
  const state = $(`.head[data-language="${select.dataset.stage}"] .state`);
  if (!OURS.some((each) => state?.classList.contains(each))) return;
  emit("states", { [select.dataset.stage]: { class: select.value, text: select.selectedOptions[0].text } });
};

const follow = (select) => {
  const f = fields.find("", "stage", select.dataset.stage);
  const value = f && fields.read(f);
  if (!value || value === select.value) return;
  select.value = value;
  tell(select);
};

/** Starts: called once by main.js. */
export const start = () => {
  const switches = $$("select[data-stage]");
  const all = () => switches.forEach(follow);
  for (const select of switches) {
    select.addEventListener("change", () => {
      const f = fields.find("", "stage", select.dataset.stage);
      fields.write(f, select.value);
      fields.changed(f);
      tell(select);
    });
  }
  // The field itself may be set by others, by what is put back, or where it stands in the cover.
  for (const event of ["changed", "arrived", "saved"]) on(event, all);
  all();
};
