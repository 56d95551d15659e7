// Filters, sorting and pages act at once: the new page is fetched and put in place of the old one,
// so that the keyboard stays where it is. Anything odd, and the browser goes there as usual.

import { renew } from "./select.js";

const narrow = matchMedia("(max-width: 1100px)");
const library = () => document.querySelector("[data-library]");
const box = () => document.querySelector("[data-filterbox]");

let latest = 0;

const exchange = async (address, { push = true } = {}) => {
  const asked = (latest += 1);
  const shelf = library().querySelector(".shelf");
  shelf.classList.add("waiting");
  const focus = document.activeElement?.id;
  const opened = [...document.querySelectorAll("[data-library] details")].map((each) => each.open);
  let page;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    location.assign(address);
    return;
  }
  if (asked !== latest) return;
  const fresh = page.querySelector("[data-library]");
  if (!fresh) {
    location.assign(address);
    return;
  }
  const typed = document.getElementById("searchbar");
  const at = [typed.value, typed.selectionStart];
  library().replaceWith(document.adoptNode(fresh));
  library().querySelectorAll("details").forEach((each, index) => {
    if (index < 2) each.open = opened[index] ?? each.open;
  });
  if (push) history.pushState({}, "", address);
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  if (focus === "searchbar") {
    const search = document.getElementById("searchbar");
    if (search.value !== at[0]) search.value = at[0];
    search.setSelectionRange(at[1], at[1]);
  }
  renew();
};

// The address says what is asked and nothing else: no empty boxes, no page number of another list.
const asked = () => {
  const form = document.getElementById("library-ask");
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value && !(name === "sort" && value === "newest")) query.append(name, value);
  }
  return `${location.pathname}?${query}`;
};

const isAsking = (field) => field.form?.id === "library-ask";

const isTouched = (field) =>
  /^(checkbox|radio)$/.test(field.type)
    ? field.checked !== field.defaultChecked
    : "defaultValue" in field && field.type !== "hidden" && field.value !== field.defaultValue;

export const ask = () => {
  if (!library()) return;
  if (narrow.matches) box().open = false;
  narrow.addEventListener("change", () => (box().open = !narrow.matches)); // a tablet was turned
  document.addEventListener("change", (event) => {
    if (isAsking(event.target) && !event.target.matches("[type=search]")) exchange(asked());
  });
  let timer;
  document.addEventListener("input", (event) => {
    if (!isAsking(event.target) || !event.target.matches("[type=search]")) return;
    clearTimeout(timer);
    timer = setTimeout(() => exchange(asked()), 350);
  });
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "library-ask") return;
    event.preventDefault();
    clearTimeout(timer);
    exchange(asked());
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".chip, .library-pages a, .seg a");
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const paging = link.closest(".library-pages");
    exchange(link.href).then(() => {
      if (paging) library().scrollIntoView();
      if (document.activeElement === document.body) document.getElementById("searchbar")?.focus({ preventScroll: !paging });
    });
  });
  // What was typed or ticked before this script was there.
  const fields = [...document.getElementById("library-ask").elements];
  if (fields.some(isTouched)) exchange(asked());
  addEventListener("popstate", () => exchange(location.href, { push: false }));
};
