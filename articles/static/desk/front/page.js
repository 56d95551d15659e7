// The screen's own few helpers: its data, its words, what is said to screen readers.

/** What the server said: see articles/desk/front/screen.py. */
export const config = JSON.parse(document.getElementById("front-config").textContent);

/** A text of the desk with its values. */
export const word = (name, values = {}) =>
  (config.words[name] ?? name).replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);

/** The first element that matches. */
export const $ = (selector, within = document) => within.querySelector(selector);

/** All that match. */
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

/** Says `text` to screen readers, also when it is the same as before. */
export const say = (text) => {
  const live = document.getElementById("say");
  live.textContent = "";
  setTimeout(() => (live.textContent = text), 40);
};
