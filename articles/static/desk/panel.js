// The publish panel: its button says what it will do.
const button = document.querySelector("[data-later]");
const name = () => {
  const later = document.querySelector('[name="when"][value="later"]')?.checked;
  button.value = later ? button.dataset.later : button.dataset.now;
};
if (button) {
  document.getElementById("when").addEventListener("change", name);
  name();
}
