// Type to find a live article; Enter or a click adds it.

import { $, config, say, word } from "./page.js";

const PAUSE = 200; // ms
let timer = 0;
let asked = null;
let found = [];
let chosen = -1;

const input = () => $("#add-search");
const list = () => $("#add-found");

const close = () => {
  list().hidden = true;
  input().setAttribute("aria-expanded", "false");
  input().removeAttribute("aria-activedescendant");
  chosen = -1;
};

const choose = (index) => {
  chosen = index;
  [...list().children].forEach((option, at) => {
    option.setAttribute("aria-selected", String(at === index));
    if (at !== index) return;
    input().setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  });
};

const optionOf = (row, index, take) => {
  const option = document.createElement("li");
  option.id = `found-${index}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  const headline = Object.assign(document.createElement("span"), { textContent: row.headline, lang: config.language });
  headline.className = "headline";
  const about = document.createElement("span");
  about.className = "about";
  about.textContent = [row.topic, row.published].filter(Boolean).join(" · ");
  option.append(headline, about);
  option.addEventListener("mousedown", (event) => event.preventDefault());
  option.addEventListener("click", () => take(row));
  return option;
};

const show = (take) => {
  list().replaceChildren(...found.map((row, index) => optionOf(row, index, take)));
  if (!found.length) {
    const none = Object.assign(document.createElement("li"), { className: "none", textContent: word("nothing") });
    none.setAttribute("role", "option");
    none.setAttribute("aria-disabled", "true");
    list().append(none);
  }
  list().hidden = false;
  input().setAttribute("aria-expanded", "true");
  if (found.length) choose(0);
  say(found.length ? word("found", { count: found.length }) : word("nothing"));
};

const ask = async (take) => {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  try {
    const query = new URLSearchParams({ q: input().value });
    const answer = await fetch(`${config.search}?${query}`, { signal, redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    ({ found } = await answer.json());
    show(take);
  } catch (error) {
    if (error.name !== "AbortError") say(word("failed"));
  }
};

/** `take(found)` is called with the article that was chosen. */
export const start = (add) => {
  const take = (row) => {
    input().value = "";
    close();
    add(row);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(take), PAUSE);
  };
  input().addEventListener("input", soon);
  input().addEventListener("focus", soon);
  input().addEventListener("blur", () => {
    clearTimeout(timer);
    asked?.abort();
    close();
  });
  input().addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      event.preventDefault();
      choose((chosen + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault(); // it does not save the page
      if (!list().hidden && found[chosen]) take(found[chosen]);
    } else if (event.key === "Escape" && !list().hidden) {
      event.preventDefault();
      close();
    }
  });
};
