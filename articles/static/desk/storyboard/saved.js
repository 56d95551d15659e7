// Whether all is saved, in the bar: quiet while it is, plain words when it is not.

import { $, config, icon, make, on, say, word } from "./page.js";
import * as store from "./store.js";

const SLOW = 600; // ms: a save that is faster needs no word

let last = "";
let trouble = "";
let message = "";
let slow = 0;

const place = () => $(".artbar .saved");

// In conflict or refused: no answer of the server will save it.
const heldBack = () => store.unsettled().length - store.pending().length;

const text = ({ count, saving, kept }) => {
  if (trouble === "offline") return kept ? word("store.offline", { count }) : word("store.unkept");
  if (trouble) return message || word(`store.${trouble}`, { count });
  if (!kept && count) return word("store.unkept");
  if (saving === "slow") return word("store.saving");
  const held = heldBack();
  if (held) return word("store.held", { count: held });
  if (last) return word("store.saved", { time: last });
  return config.article ? "" : word("store.new");
};

const show = (state) => {
  const box = place();
  if (!box) return;
  const said = text(state);
  const kind = trouble || (heldBack() ? "held" : state.count ? "waiting" : "saved");
  box.dataset.state = kind;
  if (box.dataset.said === said) return;
  box.dataset.said = said;
  const sign = said ? icon(trouble ? "retry" : kind === "held" ? "warn" : "cloud") : null;
  box.replaceChildren(...[sign, make("span", {}, said)].filter(Boolean));
};

const banner = (kind, text) => {
  $(".banner.trouble")?.remove();
  if (!kind) return;
  const box = make("div", { class: "banner trouble" }, icon("warn"), make("span", {}, text));
  if (kind === "login") {
    const link = make("a", { class: "link", href: $("#logout-form")?.dataset.login ?? "/admin/", target: "_blank" });
    link.append(word("store.log_in"));
    box.append(make("span", { class: "end" }, link));
  } else if (kind !== "gone") {
    const again = make("button", { type: "button", class: "link" }, word("store.again"));
    again.addEventListener("click", () => store.flush());
    box.append(make("span", { class: "end" }, again));
  }
  $(".banners")?.append(box);
};

const status = (state) => {
  clearTimeout(slow);
  show(state);
  if (state.saving) slow = setTimeout(() => store.isSaving() && show({ ...state, saving: "slow" }), SLOW);
  const line = $(".banner.trouble > span");
  if (trouble && line) line.textContent = message || word(`store.${trouble}.long`, { count: state.count });
};

const failed = ({ kind, count, message: told }) => {
  trouble = kind;
  message = told ?? "";
  const long = message || word(`store.${kind}.long`, { count });
  banner(kind, long);
  say(long);
};

const recovered = () => {
  trouble = "";
  message = "";
  banner("");
  say(word("store.online"));
};

/** Starts: called once by main.js, before the store. */
export const start = () => {
  // The bar speaks by itself only of trouble: "Saved" every few seconds would drown the text being written.
  place()?.setAttribute("aria-live", "off");
  on("status", status);
  on("offline", failed);
  on("online", recovered);
  on("saved", ({ saved }) => (last = saved ?? last));
};
