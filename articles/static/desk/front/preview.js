// The readers' own front page, made by the server from what is arranged and not saved.

import { $, $$, config, say, word } from "./page.js";
import { nameLandmarks } from "../landmarks.js";

const PAUSE = 350; // ms
let timer = 0;
let asked = null;

const box = () => $(".pframe");

// A new frame each time: navigating one would fill the browser's Back button.
const show = (html) => {
  const old = $("iframe", box());
  const top = old?.contentWindow?.scrollY ?? 0;
  const frame = document.createElement("iframe");
  frame.title = box().dataset.title;
  frame.srcdoc = html;
  frame.addEventListener("load", () => {
    frame.contentWindow.scrollTo(0, top);
    // To look at, not to walk away in.
    frame.contentDocument.addEventListener("click", (event) => event.preventDefault(), true);
    frame.contentDocument.addEventListener("submit", (event) => event.preventDefault(), true);
    old?.remove();
    frame.classList.add("is-shown");
    fit();
  });
  box().append(frame);
};

const ask = async () => {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(config.preview, {
      method: "POST",
      body: new FormData($("#front-form")),
      signal: asked.signal,
      redirect: "error",
    });
    if (!answer.ok) throw new Error(String(answer.status));
    show(await answer.text());
  } catch (error) {
    if (error.name !== "AbortError") say(word("preview_failed"));
  }
};

/** Makes the preview anew, a moment after the last change. */
export const refresh = () => {
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
};

const WIDTHS = { phone: 390, desktop: 1280 };
let width = "phone";

const fit = () => {
  const scale = Math.min(1, box().clientWidth / WIDTHS[width]);
  for (const frame of $$("iframe", box())) {
    frame.style.width = `${WIDTHS[width]}px`;
    frame.style.height = `${box().clientHeight / scale}px`;
    frame.style.transform = `scale(${scale})`;
  }
};

/** Shows it, and lets one choose its width. */
export const start = () => {
  nameLandmarks({ desk: word("desk"), main: word("main") });
  for (const button of $$("[data-width]")) {
    button.addEventListener("click", () => {
      width = button.dataset.width;
      $$("[data-width]").forEach((each) => each.setAttribute("aria-pressed", String(each === button)));
      fit();
    });
  }
  new ResizeObserver(fit).observe(box());
  ask();
};
