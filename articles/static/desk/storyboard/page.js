// What every part of the storyboard shares: the page's data, its words, its one event target, its door to the server.

const data = document.getElementById("storyboard-config");

/** What the server said about this page: see articles/desk/storyboard/config.py. */
export const config = data ? JSON.parse(data.textContent) : { words: {}, values: {}, urls: {}, may: {} };

const locale = document.documentElement.lang || "en";

/** A text of the desk: `word("store.saved", { time })`; [singular, plural] is chosen by `count`. */
export const word = (name, values = {}) => {
  const text = config.words[name] ?? name;
  const chosen = Array.isArray(text) ? text[values.count === 1 ? 0 : 1] : text;
  return chosen.replace(/\{(\w+)\}/g, (all, key) => {
    const value = values[key] ?? all;
    return typeof value === "number" ? value.toLocaleString(locale) : value;
  });
};

/** The first element that matches, or null. */
export const $ = (selector, within = document) => within.querySelector(selector);

/** All elements that match, as an array. */
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

/** An element: `make("p", { class: "note", lang: "da" }, "text", child)`; null attributes are left out. */
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};

/** One of the page's icons (`<symbol id="i-name">`), hidden from screen readers. */
export const icon = (name) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "i");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
};

/** A moment on Copenhagen's clock, as the server writes it: "14:31", in Danish "14.31". */
export const clock = (when, more = {}) =>
  new Date(when).toLocaleString(locale === "en" ? "en-GB" : locale, { timeZone: "Europe/Copenhagen", hour: "2-digit", minute: "2-digit", ...more });

// Below an open dialog nothing is read: it has a place of its own for what is said meanwhile.
const spoken = () => {
  const modal = [...document.querySelectorAll("dialog:modal")].at(-1);
  if (!modal) return document.getElementById("say");
  const there = modal.querySelector(":scope > .spoken");
  if (there) return there;
  const made = make("div", { class: "spoken visually-hidden", "aria-live": "assertive" });
  modal.append(made);
  return made;
};

/** Says `text` to screen readers, also when it is the same as before. */
export const say = (text) => {
  const live = spoken();
  if (!live) return;
  live.textContent = "";
  setTimeout(() => (live.textContent = text), 40);
};

/** The row (slide, link or cover) that `element` stands in, or null. */
export const rowOf = (element) => element?.closest?.("[data-row]") ?? null;

/** The row of that key: "" is the article itself. */
export const rowElement = (key) => $(`.row[data-row="${key}"]`);

const target = new EventTarget();

/** `on("saved", (detail) => …)`; returns what takes it off again. */
export const on = (type, listener) => {
  const heard = (event) => listener(event.detail);
  target.addEventListener(type, heard);
  return () => target.removeEventListener(type, heard);
};

/** Tells everybody who listens, at once. */
export const emit = (type, detail = {}) => target.dispatchEvent(new CustomEvent(type, { detail }));

/** The token for a request of one's own. Logging in again in another window changes the cookie: so it comes first. */
export const csrf = () => {
  const names = config.csrf_cookie ? [config.csrf_cookie] : ["__Host-csrf", "csrftoken"];
  const cookies = document.cookie.split("; ").map((each) => each.split("="));
  const found = cookies.find(([name]) => names.includes(name));
  return found?.[1] ?? $("[name=csrfmiddlewaretoken]")?.value ?? "";
};

const TIMEOUT = 20_000; // ms

const parsed = async (answer) => {
  const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
  return isJson ? answer.json() : null;
};

/**
 * Posts JSON. Answers `{status, data}`; `data` is null unless the answer was JSON. Never throws:
 * status 0 is no answer (no network, timeout, aborted), 401 is logged out.
 */
export const post = async (url, body, { keepalive = false, timeout = TIMEOUT, signal } = {}) => {
  const limit = AbortSignal.timeout(timeout);
  try {
    const answer = await fetch(url, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrf() },
      credentials: "same-origin",
      redirect: "manual",
      keepalive,
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
    });
    // The desk sends who is not logged in to its login page.
    if (answer.type === "opaqueredirect") return { status: 401, data: null };
    const said = await parsed(answer);
    // A 403 that is no JSON is the CSRF check: logged out, or logged in anew elsewhere.
    return { status: answer.status === 403 && !said ? 401 : answer.status, data: said };
  } catch {
    return { status: 0, data: null };
  }
};
