// A colour is typed or picked: each field has the browser's own picker beside it.
for (const span of document.querySelectorAll(".colour")) {
  const [typed, picked] = span.querySelectorAll("input");
  picked.hidden = false;
  picked.addEventListener("input", () => (typed.value = picked.value));
  typed.addEventListener("input", () => {
    picked.value = /^#[0-9a-f]{6}$/i.test(typed.value) ? typed.value : span.dataset.default;
  });
}
