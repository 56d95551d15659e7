// Shows what is arranged in the rows of the page, and in the fields that its form sends.

import { filled, visible } from "./model.js";
import { $, $$, config, word } from "./page.js";

const groups = () => ({ top: $("#top"), waiting: $("#waiting"), hidden: $("#hidden") });

/** The row's element. */
export const elementOf = (key) => $(`.front-row[data-key="${key}"]`);

/** What the page says of its rows when it comes from the server. */
export const readRows = () => {
  let age = 0;
  return $$(".front-row").map((element) => {
    const { key, article, state, why } = element.dataset;
    return {
      key,
      article,
      state,
      why: why ?? "",
      place: Number($(`[name="place-${key}"]`, element).value) || 0,
      from: $(`[name="from-${key}"]`, element).value,
      until: $(`[name="until-${key}"]`, element).value,
      age: state === "auto" ? age++ : null,
    };
  });
};

const show = (row, index) => {
  const element = elementOf(row.key);
  element.dataset.state = row.state;
  if (row.why) element.dataset.why = row.why;
  else delete element.dataset.why;
  $(`[name="state-${row.key}"]`, element).value = row.state === "gone" ? "auto" : row.state;
  const place = row.why || row.state === "hidden" ? row.place : index + 1;
  $(`[name="place-${row.key}"]`, element).value = row.state === "pinned" ? place : "";
  for (const name of ["from", "until"]) {
    const input = $(`[name="${name}-${row.key}"]`, element);
    if (input.value !== row[name]) input.value = row[name];
  }
  const label = index === 0 ? word("lead_place") : index > 0 ? String(index + 1) : "";
  $(".place", element).textContent = row.why && row.place ? String(row.place) : label;
  element.hidden = row.state === "gone";
  return element;
};

// An element that is where it should be stays untouched: moving it would take its focus.
const put = (list, elements) => {
  elements.forEach((element, at) => {
    if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
  });
};

/** Puts every row where it belongs. */
export const render = (rows) => {
  const { top, waiting, hidden } = groups();
  const page = filled(rows, config.last);
  const seen = visible(page, config.top);
  const onPage = new Set(page.map((row) => row.key));
  const rest = rows.filter((row) => !onPage.has(row.key));
  const elements = page.map((row, index) => {
    const element = show(row, index);
    element.classList.toggle("beyond", index >= seen);
    $('[data-do="up"]', element).disabled = index === 0;
    $('[data-do="down"]', element).disabled = index === page.length - 1;
    return element;
  });
  const away = rest.filter((row) => row.state === "hidden").map((row) => show(row, -1));
  const later = rest.filter((row) => row.state === "pinned").map((row) => show(row, -1));
  // What is neither is kept at the end of the page, out of sight: undoing brings it back.
  const spare = rest.filter((row) => row.state !== "hidden" && row.state !== "pinned").map((row) => show(row, -1));
  spare.forEach((element) => (element.hidden = true));
  put(top, [...elements, ...spare]);
  put(hidden, away);
  put(waiting, later);
  $("#s-hidden").hidden = !away.length;
  $("#s-waiting").hidden = !later.length;
  const none = $("#none");
  if (none) none.hidden = elements.length > 0;
};

/** A row for an article that a search has found. */
export const addRow = (found) => {
  const markup = $("#new-row").content.firstElementChild.cloneNode(true);
  for (const element of [markup, ...$$("*", markup)]) {
    for (const attribute of element.attributes) {
      attribute.value = attribute.value.replace("__key__", found.key).replace("__headline__", () => found.headline);
    }
  }
  markup.dataset.article = String(found.article);
  $(".headline", markup).textContent = found.headline;
  $(".topic", markup).textContent = found.topic;
  $(".published", markup).textContent = found.published;
  if (found.thumbnail) {
    const image = Object.assign(new Image(60, 40), { src: found.thumbnail, alt: "" });
    $(".thumb", markup).append(image);
  }
  $("#top").append(markup);
};
