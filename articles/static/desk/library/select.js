// Ticking photos: one by one, a range with Shift, all shown; the bar says how many.

const form = () => document.querySelector("[data-selecting]");
const boxes = () => [...(form()?.querySelectorAll("[data-pick]") ?? [])];

let last = null;

const fill = (element, template, number) => {
  element.textContent = template.replace("{n}", number);
};

const count = () => {
  const bar = form()?.querySelector("[data-bulk]");
  if (!bar) return;
  const number = boxes().filter((box) => box.checked).length;
  const words = bar.querySelector("[data-selected]");
  fill(words, words.dataset.selected, number);
  const same = bar.querySelector("[data-same]");
  if (same) fill(same, same.dataset.same, number);
  bar.querySelector("[data-all]").hidden = number === boxes().length;
  bar.querySelector("[data-none]").hidden = number === 0;
};

const setAll = (checked) => {
  boxes().forEach((box) => (box.checked = checked));
  count();
};

const range = (from, to, checked) => {
  const all = boxes();
  const [start, end] = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b);
  all.slice(start, end + 1).forEach((box) => (box.checked = checked));
};

// The pictures are fetched anew with each page, and the boxes with them.
export const renew = () => {
  last = null;
  count();
};

export const select = (root) => {
  root.addEventListener("click", (event) => {
    const box = event.target.closest?.("[data-pick]");
    if (box) {
      if (event.shiftKey && last?.isConnected && last !== box) range(last, box, box.checked);
      last = box;
      count();
      return;
    }
    if (event.target.closest?.("[data-all]")) setAll(true);
    if (event.target.closest?.("[data-none]")) {
      setAll(false);
      boxes()[0]?.focus();
    }
    // With something ticked, a click on a picture ticks as well: nobody means to leave then.
    const picture = event.target.closest?.("[data-selecting] .picture");
    if (picture && !picture.dataset.popupOpener && boxes().some((each) => each.checked) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      picture.parentElement.querySelector("[data-pick]")?.dispatchEvent(
        new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: event.shiftKey }),
      );
    }
  });
  // Shift and a click mark text otherwise.
  root.addEventListener("mousedown", (event) => {
    if (event.shiftKey && event.target.closest?.(".pick, [data-selecting] .picture")) event.preventDefault();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest?.("[data-selecting]") && boxes().some((b) => b.checked)) {
      if (event.target.closest("details[open]")) event.target.closest("details").open = false;
      else setAll(false);
    }
  });
  addEventListener("pageshow", count); // the browser keeps ticks when one comes back
  count();
};
