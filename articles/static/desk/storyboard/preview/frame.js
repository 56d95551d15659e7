// The frame with the reader's page: loads it, brings it up to date in place, follows the slide in work.

import { morph } from "./morph.js";

const frame = document.getElementById("pv");
let language = "";
let aim = "";

const page = () => frame.contentDocument;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** The language of the page in the frame. */
export const shownLanguage = () => language;

const mark = () => {
  for (const each of page()?.querySelectorAll("[data-in-work]") ?? []) each.removeAttribute("data-in-work");
  const slide = aim && page()?.getElementById(`slide-${aim}`);
  if (slide) slide.setAttribute("data-in-work", "");
  return slide;
};

/** Scrolls the frame, and nothing else, to the slide of that key; "" is the top. */
export const follow = (key) => {
  aim = key;
  const slide = mark();
  const view = frame.contentWindow;
  if (!view || (key && !slide)) return;
  const top = slide ? slide.getBoundingClientRect().top + view.scrollY - 16 : 0;
  view.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
};

/** Brings the page to `html`; false where that is another page, which has to be loaded. */
export const update = (html) => {
  const next = new DOMParser().parseFromString(html, "text/html");
  const [from, to] = [page()?.getElementById("main"), next.getElementById("main")];
  if (!from || !to || page().documentElement.lang !== next.documentElement.lang) return false;
  if (page().title !== next.title) page().title = next.title;
  const [header, other] = [page().querySelector("header.site"), next.querySelector("header.site")];
  if (header && other) morph(header, other);
  const had = Boolean(mark());
  morph(from, to);
  if (mark() && !had) follow(aim); // the slide in work has only now come
  return true;
};

// Within the page one goes about in the frame; whatever leads away opens beside the desk.
const click = (event, onLanguage) => {
  const link = event.target.closest?.("a[href]");
  if (!link || link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  if (link.closest(".languages")) onLanguage(link.hreflang);
  else window.open(link.href, "_blank", "noopener");
};

/** Loads the saved page of a language from `address`. Answers once it is there. */
export const load = (code, address, onLanguage) =>
  new Promise((done) => {
    language = code;
    const ready = () => {
      page()?.addEventListener("click", (event) => click(event, onLanguage), true);
      if (aim) follow(aim);
      done();
    };
    frame.addEventListener("load", ready, { once: true });
    frame.src = address;
  });

/** Fits a page of `width` px into the frame's place. */
export const fit = (width) => {
  const place = frame.parentElement;
  const style = getComputedStyle(place);
  const wide = place.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const high = place.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  if (wide <= 0 || high <= 0) return;
  const scale = Math.min(1, wide / width);
  frame.style.width = `${width}px`;
  frame.style.height = `${high / scale}px`;
  frame.style.transform = `scale(${scale})`;
};
