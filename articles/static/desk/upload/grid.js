// The completing grid: what works without script as a form saves itself, counts, and goes by keys.

import { cell, cells, control, form, isSelected, list, rows, section, type } from "./fields.js";
import { apply, startSame } from "./same.js";
import { dirtyRows, isDirty, mark, remember, save } from "./save.js";
import { say, sayMany } from "./words.js";
import { watchWork } from "./work.js";

const put = (name, text) => (section.querySelector(`[data-count="${name}"]`).textContent = text);

const count = () => {
  const all = rows();
  const selected = all.filter(isSelected).length;
  put("rows", all.length);
  put("complete", sayMany("complete", all.filter((row) => row.classList.contains("is-complete")).length));
  put("selected", sayMany("sameFor", selected));
  const every = section.querySelector('[data-do="all"]');
  every.checked = selected === all.length;
  every.indeterminate = selected > 0 && selected < all.length;
};

const countCharacters = (place) => {
  const counter = place.querySelector(".counter");
  if (!counter) return;
  const length = control(place).value.length;
  counter.textContent = length ? say("counter", { count: length, max: counter.dataset.max }) : "";
};

const prepare = (row) => {
  remember(row);
  row.querySelectorAll("button[hidden]").forEach((button) => (button.hidden = false));
  cells(row).forEach(countCharacters);
};

// Adds a row that came with an answer, as HTML.
export const addRow = (html) => {
  if (!section) return;
  const template = document.createElement("template");
  template.innerHTML = html;
  const row = template.content.firstElementChild;
  if (list.querySelector(`[data-photo="${row.dataset.photo}"]`)) return;
  list.append(row);
  prepare(row);
  section.hidden = false;
  count();
  watchWork();
};

export const removeRow = (number) => {
  list?.querySelector(`[data-photo="${number}"]`)?.remove();
  if (section) count();
};

const saveAll = async () => {
  const said = section.querySelector(".saved-said");
  said.textContent = "";
  const wrong = await save(dirtyRows());
  if (wrong || !said.textContent) said.textContent = say(wrong || "saved");
};

const go = (event) => {
  const row = event.target.closest(".photo-row");
  const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  if (!row) return;
  event.preventDefault();
  if (!next) return;
  const name = event.target.closest("[data-field]")?.dataset.field;
  const target = name ? control(cell(next, name)) : next.querySelector('[name="selected"]');
  target.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
};

const keys = (event) => {
  if (event.altKey && ["ArrowDown", "ArrowUp"].includes(event.key)) go(event);
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s" && rows().length) {
    event.preventDefault();
    saveAll();
  }
  // An alt text is one line, though its field grows.
  if (event.key === "Enter" && event.target.matches("textarea.line")) {
    event.preventDefault();
    form.requestSubmit();
  }
};

const enlarge = (link) => {
  const dialog = document.getElementById("enlarged");
  const image = dialog.querySelector("img");
  image.src = link.href;
  dialog.onclick = (event) => event.target === dialog && dialog.close();
  dialog.showModal();
};

const click = (event) => {
  const button = event.target.closest("[data-do]");
  if (!button) return;
  const row = button.closest(".photo-row");
  const place = button.closest("[data-field]");
  const acts = {
    enlarge: () => {
      event.preventDefault();
      enlarge(button);
    },
    offer: () => {
      type(control(place), button.dataset.value);
      control(place).focus();
      button.hidden = true;
    },
    theirs: () => {
      type(control(place), button.dataset.value);
      control(place).focus();
      save([row]);
    },
    accept: () => {
      control(cells(row)[0]).focus();
      save([row], { accepted: true });
    },
    all: () => {
      rows().forEach((each) => (each.querySelector('[name="selected"]').checked = button.checked));
      count();
    },
  };
  acts[button.dataset.do]?.();
};

const typed = (event) => {
  const place = event.target.closest("[data-field]");
  const row = event.target.closest(".photo-row");
  if (!place || !row) return;
  countCharacters(place);
  if (event.target !== control(place)) return;
  place.querySelector(".from-file")?.remove();
  mark(row, isDirty(row) ? "unsaved" : "");
};

const leave = (event) => {
  const row = event.target.closest(".photo-row");
  if (row && !row.contains(event.relatedTarget) && isDirty(row)) save([row]);
};

const change = (event) => {
  if (event.target.name === "selected") count();
  if (event.target.name?.endsWith("-add")) save([event.target.closest(".photo-row")]);
};

export const startGrid = () => {
  section.querySelector(".select-all").hidden = false;
  rows().forEach(prepare);
  count();
  startSame();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.name === "_same") apply();
    else saveAll();
  });
  form.addEventListener("input", typed);
  form.addEventListener("change", change);
  form.addEventListener("focusout", leave);
  form.addEventListener("rows-saved", count);
  section.addEventListener("click", click);
  document.addEventListener("keydown", keys);
  addEventListener("beforeunload", (event) => {
    if (dirtyRows().length) event.preventDefault();
  });
  watchWork();
};
