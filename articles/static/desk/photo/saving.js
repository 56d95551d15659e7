// The save button says what it will do, and what is typed is not lost without a question.

const form = document.getElementById("photo_form");
const button = document.getElementById("save");
const touched = new Set();
let leaving = false;

const nameOf = (field) => field.name.replace(/_[01]$/, "").replace(/^after$/, "substitute");
const valueOf = (field) => (field.type === "checkbox" ? String(field.checked) : field.value);
const fields = () => [...form.elements].filter((field) => field.name && field.type !== "hidden");
const before = new Map();

const isChanged = (field) =>
  field.type === "radio" ? field.checked !== field.defaultChecked : valueOf(field) !== before.get(field);

const label = () => {
  const languages = JSON.parse(button.dataset.languages);
  const labels = JSON.parse(button.dataset.labels);
  const shown = new Set([...touched].flatMap((name) => languages[name] ?? []));
  const text = shown.size === 0 ? "" : labels[shown.size > 1 ? "both" : [...shown][0]];
  button.textContent = text || button.dataset.plain;
};

const look = () => {
  touched.clear();
  fields().filter(isChanged).forEach((field) => touched.add(nameOf(field)));
  label();
};

if (form && button) {
  fields().forEach((field) => before.set(field, valueOf(field)));
  form.addEventListener("input", look);
  form.addEventListener("change", look);
  window.django?.jQuery(form).on("change", "input, select", look);
  form.addEventListener("submit", () => (leaving = true));
  // What was sent and came back with notes is still not saved.
  const unsaved = form.querySelector(".errornote") !== null;
  addEventListener("beforeunload", (event) => {
    if (!leaving && (unsaved || touched.size)) event.preventDefault();
  });
}
