// The article's page, on top of what works without script: slides move by button, and a chosen
// photo is shown at once. The order itself is in the "Position" fields, which the server reads.

const group = document.querySelector(".slides-group");
const rows = () => [...group.querySelectorAll(".slide:not(.empty-form)")];
const place = (row) => row.querySelector("input.place");

const renumber = () =>
  rows().forEach((row, index) => {
    if (place(row)) place(row).value = index + 1;
    row.querySelector(".inline_label").textContent = `#${index + 1}`;
  });

const showMoves = (row) => row.querySelectorAll(".move").forEach((button) => (button.hidden = false));

const move = (button) => {
  const row = button.closest(".slide");
  const all = rows();
  const beside = all[all.indexOf(row) + Number(button.dataset.move)];
  if (!beside) return;
  if (button.dataset.move === "-1") beside.before(row);
  else beside.after(row);
  renumber();
  button.focus();
  row.scrollIntoView({ block: "nearest" });
  const status = group.querySelector("[data-moves]");
  status.textContent = status.dataset.moves.replace("{number}", rows().indexOf(row) + 1);
};

// The admin's script numbers the forms anew when one is taken out, in the order of the page: it
// must find them in the order of their names, or saved slides and new ones would change places.
const byName = (row) => Number(row.id.split("-").pop());
const aroundRemoval = () => {
  const shown = rows();
  const end = group.querySelector(".empty-form");
  [...shown].sort((a, b) => byName(a) - byName(b)).forEach((row) => end.before(row));
  setTimeout(() => {
    shown.forEach((row) => end.before(row));
    renumber();
  });
};

if (group) {
  rows().forEach(showMoves);
  group.addEventListener("click", (event) => {
    const button = event.target.closest(".move");
    if (button) move(button);
  });
  document.addEventListener("formset:added", (event) => {
    if (event.detail.formsetName !== "slides") return;
    showMoves(event.target);
    event.target.querySelector(".inline_label").textContent = `#${rows().length}`;
    event.target.querySelector("input[lang], textarea")?.focus();
  });
  document.addEventListener("formset:removed", (event) => {
    if (event.detail.formsetName === "slides") aroundRemoval();
  });
}

const showPhoto = (input) => {
  const chooser = input.closest(".photo-chooser");
  if (!chooser) return;
  const picture = chooser.querySelector(".picture");
  picture.replaceChildren();
  if (!/^\d+$/.test(input.value)) return;
  const image = Object.assign(new Image(), { className: "thumb", alt: "" });
  image.src = chooser.dataset.thumbnail.replace("/0/", `/${input.value}/`);
  picture.append(image);
};
// The admin's windows answer through jQuery, whose events the browser does not see.
window.django?.jQuery(document).on("change", ".photo-chooser input", (event) => showPhoto(event.target));

// What is typed and not yet saved is not lost to a click on Preview or Publish without a question.
const form = document.getElementById("article_form");
if (form) {
  let touched = false;
  form.addEventListener("input", () => (touched = true));
  form.addEventListener("change", () => (touched = true));
  form.addEventListener("submit", () => (touched = false));
  addEventListener("beforeunload", (event) => {
    if (touched) event.preventDefault();
  });
}
