// The list of articles: ticking one by one, by the range, the page, or all that was found.

const form = document.getElementById("changelist-form");
const boxes = () => [...(form?.querySelectorAll("[data-pick]") ?? [])];
const bar = form?.querySelector("[data-bar]");
const page = form?.querySelector("[data-page]");
const across = form?.elements.across;
const found = Number(form?.dataset.found ?? 0);
let last = null;

const say = (element, template, number) => {
  const text = template.replace("{n}", number);
  if (element.textContent !== text) element.textContent = text;
};

const count = () => {
  if (!bar) return;
  const ticked = boxes().filter((box) => box.checked).length;
  const whole = ticked === boxes().length;
  if (!whole) across.value = "0";
  const selected = bar.querySelector("[data-selected]");
  say(selected, selected.dataset.selected, across.value === "1" ? found : ticked);
  const more = bar.querySelector("[data-across]");
  say(more, more.dataset.across, found);
  more.hidden = !whole || found === ticked || across.value === "1";
  bar.querySelector("[data-none]").hidden = ticked === 0;
  page.checked = whole && ticked > 0;
  page.indeterminate = ticked > 0 && !whole;
};

const setAll = (checked) => {
  for (const box of boxes()) box.checked = checked;
  across.value = "0";
  count();
};

const range = (from, to, checked) => {
  const all = boxes();
  const [start, end] = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b);
  for (const box of all.slice(start, end + 1)) box.checked = checked;
};

document.documentElement.classList.add("scripted");
for (const select of document.querySelectorAll("#toolbar select")) {
  // By keyboard one passes through the choices: they act when one leaves or presses Enter.
  let keyed = false;
  select.addEventListener("keydown", () => { keyed = true; });
  select.addEventListener("pointerdown", () => { keyed = false; });
  select.addEventListener("change", () => { if (!keyed) select.form.requestSubmit(); });
}
form?.addEventListener("click", (event) => {
  const box = event.target.closest("[data-pick]");
  if (box) {
    if (event.shiftKey && last?.isConnected && last !== box) range(last, box, box.checked);
    last = box;
    count();
  } else if (event.target === page) setAll(page.checked);
  else if (event.target.closest("[data-none]")) {
    setAll(false);
    boxes()[0]?.focus();
  } else if (event.target.closest("[data-across]")) {
    across.value = "1";
    count();
    bar.querySelector("[data-none]").focus();
  }
});
form?.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && boxes().some((box) => box.checked)) setAll(false);
});
addEventListener("pageshow", () => {
  if (!form) return;
  across.value = "0";
  count();
});
