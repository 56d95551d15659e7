// Many articles, one step after another; without script one presses Continue.

import { go } from "../steps.js";

const screen = document.getElementById("progress");
const form = document.getElementById("step");
const status = screen.querySelector("[data-status]");
const bar = screen.querySelector("progress");

const show = ({ done }) => {
  bar.value = done;
  status.textContent = screen.dataset.says.replace("{done}", done).replace("{total}", screen.dataset.total);
};

if (Number(screen.dataset.left)) {
  form.querySelector("button.default").hidden = true;
  go({ screen, form, status, show });
}
