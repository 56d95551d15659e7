// The publish panel in the storyboard: what is typed is saved first, then the panel is fetched and posted.

import { $, config, emit, icon, make, on, post, say, word } from "./page.js";
import * as dialogs from "./dialogs.js";
import { shortcut } from "./keys.js";
import * as store from "./store.js";
import { enhance } from "../publish/panel.js";

const dialog = () => document.getElementById("dlg-publish");

const head = (title) => {
  const close = make("button", { type: "button", class: "ib", "aria-label": word("board.close") }, icon("x"));
  close.addEventListener("click", () => dialog().close());
  return make("div", { class: "dh" }, make("h2", { id: "publish-h", tabindex: "-1" }, title), close);
};

const show = (...content) => showAs(word("publish.title"), ...content);

const showAs = (title, ...content) => {
  dialog().replaceChildren(head(title), make("div", { class: "db" }, ...content));
  dialogs.open("dlg-publish");
  // Filled anew, it is read from its top.
  if (!dialog().contains(document.activeElement)) $("h2", dialog()).focus();
};

const where = (correct = "") => `${config.urls.publish}?dialog=1${correct ? `&correct=${correct}` : ""}`;

// A finding's link leads to its field on this very page.
const toField = (event) => {
  const link = event.target.closest(".findings a[href*='#'], .stops a");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  dialog().close();
  field.closest(".row")?.scrollIntoView({ block: "center" });
  const target = field.matches("input, textarea, select, button, [tabindex], a") ? field : $("input, textarea, button, [contenteditable]", field);
  (target ?? field).focus();
};

// What is offline, refused or in conflict is not in what the panel shows.
const held = () => {
  const count = store.unsettled().length;
  return count ? [make("p", { class: "errornote", role: "status" }, word(count === 1 ? "publish.held" : "publish.held_many", { count }))] : [];
};

const fill = (html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const form = parsed.getElementById("publish_form");
  if (!form) return show(make("p", { role: "alert" }, word("publish.failed")));
  show(...held(), document.adoptNode(form));
  enhance(form);
  form.addEventListener("submit", send);
  form.addEventListener("click", toField);
  $(".errornote", form)?.scrollIntoView({ block: "nearest" });
};

const done = ({ done: lines, states, owed }) => {
  const told = lines.map(({ text, href }) => make("p", {}, text, " ", href ? make("a", { href }, word("publish.see")) : null));
  const close = make("button", { type: "button", class: "btn main-act", "data-do": "closedlg" }, word("board.close"));
  showAs(word("publish.done"), ...told, make("p", { class: "end" }, close));
  say(lines.map((line) => line.text).join(" "));
  emit("states", states);
  showOwed(owed);
};

// What waits or is scheduled is called off, and the panel shown anew.
const callOff = async (url) => {
  const { status, data } = await post(url, {});
  if (status !== 200) return fail();
  emit("states", data.states);
  if (data.owed) showOwed(data.owed);
  await refill();
  say(data.text);
};

const fail = () => {
  const form = $("form", dialog());
  $(".send-failed", form)?.remove();
  form.prepend(make("p", { class: "errornote send-failed", role: "alert" }, word("publish.failed")));
  $(".send-failed", form).scrollIntoView({ block: "nearest" });
};

let sending = false; // a second press of the button is no second publication

const send = async (event) => {
  event.preventDefault();
  if (sending) return;
  sending = true;
  try {
    await sendForm(event.currentTarget, event.submitter);
  } finally {
    sending = false;
  }
};

const sendForm = async (form, button) => {
  if (button?.hasAttribute("formaction")) return callOff(button.getAttribute("formaction"));
  const body = new FormData(form, button?.name ? button : null);
  try {
    const answer = await fetch(where(), { method: "POST", body, credentials: "same-origin", headers: { "X-CSRFToken": body.get("csrfmiddlewaretoken") } });
    if (answer.headers.get("Content-Type")?.startsWith("application/json")) done(await answer.json());
    else if (answer.ok || answer.status === 422) fill(await answer.text());
    else throw new Error(String(answer.status));
  } catch {
    fail();
  }
};

const openPanel = async (correct) => {
  await store.flush();
  if (config.urls.publish) await refill(correct); // else nothing was written yet: there is no article to publish
};

const refill = async (correct) => {
  try {
    const answer = await fetch(where(correct), { credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    fill(await answer.text());
  } catch {
    show(make("p", { role: "alert" }, word("publish.failed")));
  }
};

const banner = ({ kind, text, cancel, label }) => {
  const button = make("button", { type: "button", class: "link" }, label);
  button.addEventListener("click", async () => {
    const { status, data } = await post(cancel, {});
    if (status !== 200) return say(word("publish.failed"));
    emit("states", data.states);
    dialogs.toast({ text: data.text });
    document.getElementById("to-publish")?.focus();
  });
  return make("div", { class: `banner publication ${kind}` }, icon("clock"), make("span", { role: "status" }, text), make("span", { class: "end" }, button));
};

// What one language was corrected in and the other not: drawn by the server, and anew after each publication.
const owedBanner = ({ language, text, note, note_language, correct, correct_label, waive, waive_label }) => {
  const ways = make("span", { class: "end" });
  ways.append(make("a", { class: "link", href: correct, "data-do": "publish", "data-correct": language }, correct_label));
  ways.append(make("a", { class: "link", href: waive }, waive_label));
  const quoted = make("q", { lang: note_language }, note);
  return make("div", { class: "banner owed" }, icon("warn"), make("span", {}, text, " ", quoted), config.may.correct ? ways : null);
};

const showOwed = (owed) => {
  for (const each of document.querySelectorAll(".banner.owed")) each.remove();
  $(".banners")?.append(...owed.map(owedBanner));
  const publish = document.getElementById("to-publish");
  if (!owed.some((each) => each.language === publish?.dataset.correct)) delete publish?.dataset.correct;
};

// What came of it stands in the languages' heads, and what waits or failed on top of the board.
const showStates = (states) => {
  for (const [language, state] of Object.entries(states)) {
    const shown = $(`.head[data-language="${language}"] .state`);
    if (!shown) continue;
    const look = state.class ?? state.state;
    shown.className = `state ${look}`;
    shown.replaceChildren(make("span", { class: `leaf-glyph ${look}`, "aria-hidden": "true" }), make("span", {}, state.text));
  }
  if (!states.en || !("banner" in states.en)) return; // findings tell where a language stands, and no more
  $(".banner.publication")?.remove();
  if (states.en.banner) $(".banners")?.append(banner(states.en.banner));
};

/** Starts: called once by main.js. */
export const start = () => {
  on("states", showStates);
  if (config.publication) $(".banners")?.append(banner(config.publication));
  // Offered to whoever may publish, on a page without an article yet as well.
  if (!document.getElementById("to-publish") || !dialog()) return;
  on("created", ({ urls }) => Object.assign(config.urls, urls));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do='publish']");
    if (!button) return;
    event.preventDefault();
    openPanel(button.dataset.correct);
  });
  shortcut({ keys: "Ctrl+Shift+P", group: "looking", label: "publish.title", act: () => void openPanel(document.getElementById("to-publish").dataset.correct) });
};
