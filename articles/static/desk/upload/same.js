// The same for all selected: fills what is empty, or overwrites where that is asked for; with Undo.

import { cell, control, form, isEmpty, isSelected, rows, type } from "./fields.js";
import { save } from "./save.js";
import { say, sayMany } from "./words.js";

const box = document.getElementById("same");
let done = [];

const tell = (text) => (box.querySelector(".same-said").textContent = text);
const undoButton = () => box.querySelector('[data-do="undo"]');

const typed = () =>
  [...box.querySelectorAll('[name^="all-"]:not([type=checkbox])')]
    .map((input) => [input.name.replace("all-", ""), input.value.trim()])
    .filter(([, value]) => value);

export const apply = async () => {
  const overwrite = box.querySelector('[name="all-overwrite"]').checked;
  const changes = [];
  for (const row of rows().filter(isSelected)) {
    for (const [name, value] of typed()) {
      const input = control(cell(row, name));
      if (input.value === value || !(overwrite || isEmpty(input))) continue;
      changes.push({ row, input, before: input.value, value });
    }
  }
  changes.forEach(({ input, value }) => type(input, value));
  done = changes;
  undoButton().hidden = !changes.length;
  tell(changes.length ? sayMany("filled", changes.length) : say("nothingToFill"));
  const wrong = await save([...new Set(changes.map(({ row }) => row))]);
  // The register's own spelling may have come back: that is what is to be taken back.
  changes.forEach((change) => (change.value = change.input.value));
  if (wrong) tell(say(wrong));
};

export const undo = async () => {
  const back = done.filter(({ input, value }) => input.value === value);
  back.forEach(({ input, before }) => type(input, before));
  done = [];
  undoButton().hidden = true;
  box.querySelector('[data-do="same"]').focus();
  tell(say("undone"));
  const wrong = await save([...new Set(back.map(({ row }) => row))]);
  if (wrong) tell(say(wrong));
};

export const startSame = () => {
  const overwrite = box.querySelector('[name="all-overwrite"]');
  const button = box.querySelector('[data-do="same"]');
  overwrite.addEventListener("change", () => {
    button.textContent = overwrite.checked ? overwrite.dataset.over : overwrite.dataset.fill;
  });
  undoButton().addEventListener("click", undo);
  // Enter in one of these fields means to fill in, not to save.
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("textarea, input:not([type=checkbox])")) return;
    event.preventDefault();
    event.stopPropagation();
    form.requestSubmit(button);
  });
};
