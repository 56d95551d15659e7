// Also read rows: an article is searched for by typing, and the row says what readers will see.

import { changed, find, fieldOf, isWritable, nameOf, read, register } from "./fields.js";
import { $, $$, config, make, on, rowElement, rowOf, say, word } from "./page.js";
import * as store from "./store.js";

const PAUSE = 200; // ms
const OFTEN = 60_000; // ms between two looks at what became of the targets
const known = new Map(); // article's number: what readers see of it

const valueOf = (f) => JSON.parse(f.dataset.value ?? "null");
const boxOf = (f) => $("[data-q]", f);
const listOf = (f) => $(".offers", f);

// --- What readers see ------------------------------------------------------------------------

const seenOf = async (target) => {
  if (!known.has(target)) {
    const answer = await fetch(config.link_seen.replace("/0/", `/${target}/`), { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    known.set(target, await answer.json());
  }
  return known.get(target);
};

const glyph = (state) => make("span", { class: `leaf-glyph ${state}`, "aria-hidden": "true" });

const put = (aim, { headline, out, state, language }) => {
  if (headline) aim.replaceChildren(glyph("live"), make("span", { class: "t", lang: language }, headline));
  else if (out) aim.replaceChildren(glyph(state), make("span", { class: "out" }, out));
  else aim.replaceChildren();
};

const ownLabel = (row, language) => {
  const f = find(row.dataset.row, "label", language);
  return f ? (read(f) ?? "").trim() : "";
};

const linkRows = () => $$('.row[data-kind="link"]');

const urlOf = (row) => ($('.f[data-field="url"] input', row)?.value ?? "").trim();

const targetOf = (row) => {
  const f = $('.f[data-kind="target"]', row);
  return f ? valueOf(f) : null;
};

// Of two links to the same place readers get the first.
const isRepeated = (row, stands) => {
  const leads = (each) => (targetOf(each) === null ? urlOf(each) : targetOf(each));
  const mine = leads(row);
  const above = linkRows();
  return mine !== "" && above.slice(0, above.indexOf(row)).some((each) => leads(each) === mine && stands(each));
};

/** Says in each language what readers will get of the link in `row`. */
const show = async (row) => {
  const f = $('.f[data-kind="target"]', row);
  const target = valueOf(f);
  const url = urlOf(row);
  const seen = target === null ? null : (await seenOf(target).catch(() => null))?.seen;
  if (valueOf(f) !== target) return;
  for (const aim of $$("[data-aim]", row)) {
    const language = aim.dataset.aim;
    const own = ownLabel(row, language);
    if (target !== null && target === store.article) put(aim, { out: word("link.itself"), state: "missing" });
    else if (isRepeated(row, (each) => targetOf(each) !== null || ownLabel(each, language))) put(aim, { out: word("link.twice"), state: "missing" });
    else if (seen) {
      const { headline, out, state } = seen[language];
      put(aim, { headline: out ? "" : own || headline, out, state, language });
    } else if (url) put(aim, { headline: own, out: own ? "" : word("link.address"), state: "missing", language });
    else if (target === null) put(aim, { out: word("link.nowhere"), state: "missing" });
  }
};

const showAll = () => {
  for (const row of linkRows()) show(row);
};

const know = (row) => {
  const target = targetOf(row);
  const drawn = $$("[data-aim]", row).map(({ dataset }) => [dataset.aim, { headline: dataset.headline, out: dataset.out, state: dataset.state }]);
  if (target !== null && drawn.every(([, { state }]) => state)) known.set(target, { name: boxOf(row)?.value ?? "", seen: Object.fromEntries(drawn) });
};

// Targets go live and are withdrawn while this page is open. What can not be fetched stays as it was.
const askAgain = async () => {
  const before = new Map(known);
  known.clear();
  await Promise.all([...new Set(linkRows().map(targetOf))].filter((each) => each !== null).map((each) => seenOf(each).catch(() => before.has(each) && known.set(each, before.get(each)))));
  showAll();
};

// --- Choosing --------------------------------------------------------------------------------

const linked = () => $$('.f[data-kind="target"]').map(valueOf).filter((each) => each !== null);

const options = (f) => $$(".offer:not([aria-disabled])", listOf(f));

const mark = (f, option) => {
  for (const each of options(f)) each.setAttribute("aria-selected", String(each === option));
  if (option) {
    boxOf(f).setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else boxOf(f).removeAttribute("aria-activedescendant");
};

const marked = (f) => $('.offer[aria-selected="true"]', listOf(f));

const close = (f) => {
  listOf(f).hidden = true;
  boxOf(f).setAttribute("aria-expanded", "false");
  mark(f, null);
};

const fill = async (f) => {
  const box = boxOf(f);
  const query = box.value === box.dataset.name ? "" : box.value.trim();
  const mine = valueOf(f);
  const but = linked().filter((each) => each !== mine);
  const number = (Number(f.dataset.asked) || 0) + 1;
  f.dataset.asked = number;
  try {
    const answer = await fetch(`${store.addresses.links}?${new URLSearchParams({ q: query, but: but.join(",") })}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const data = await answer.json();
    if (Number(f.dataset.asked) !== number || document.activeElement !== box) return;
    const list = listOf(f);
    mark(f, null);
    list.innerHTML = data.html; // our own template, escaped on the server
    options(f).forEach((option, at) => (option.id = `${list.id}-${at}`));
    list.hidden = false;
    list.scrollIntoView({ block: "nearest" }); // at the foot of the screen it would open out of sight
    box.setAttribute("aria-expanded", "true");
    say(word(query ? "link.found" : "link.related", { count: data.count }));
  } catch {
    say(word("link.lost"));
  }
};

const take = (f, option) => {
  const box = boxOf(f);
  f.dataset.value = option.dataset.article;
  box.value = option.dataset.name;
  box.dataset.name = option.dataset.name;
  const url = $('.f[data-field="url"] input', rowOf(f));
  if (url?.value) url.value = ""; // a link leads to one place: the server clears it as well
  close(f);
  changed(f);
  showAll();
};

const clear = (f) => {
  f.dataset.value = "null";
  boxOf(f).dataset.name = "";
  changed(f);
  showAll();
};

const keys = (f, event) => {
  const all = options(f);
  const at = all.indexOf(marked(f));
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (event.altKey) return; // goes to the next row
    event.preventDefault();
    if (listOf(f).hidden) fill(f);
    else mark(f, all[(at + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length] ?? null);
  } else if (event.key === "Enter") {
    if (event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const chosen = marked(f) ?? (listOf(f).hidden ? null : all[0]);
    if (chosen) take(f, chosen);
  } else if (event.key === "Escape" && !listOf(f).hidden) {
    event.stopPropagation();
    close(f);
  }
};

const start = (f) => {
  const box = boxOf(f);
  if (!box || !isWritable(f)) return;
  box.dataset.name = box.value;
  let timer = 0;
  box.addEventListener("focus", () => {
    box.select();
    fill(f);
  });
  box.addEventListener("input", () => {
    clearTimeout(timer);
    if (box.value === "" && valueOf(f) !== null) clear(f);
    timer = setTimeout(() => fill(f), PAUSE);
  });
  box.addEventListener("keydown", (event) => keys(f, event));
  // Words that name no article are no link: the box says again what is chosen.
  box.addEventListener("blur", () => {
    close(f);
    box.value = box.dataset.name ?? "";
  });
  listOf(f).addEventListener("pointerdown", (event) => {
    event.preventDefault(); // the box keeps the focus
    const option = event.target.closest(".offer");
    if (option && event.button === 0) take(f, option);
  });
};

register("target", {
  read: valueOf,
  async write(f, value) {
    f.dataset.value = JSON.stringify(value);
    const name = value === null ? "" : ((await seenOf(value).catch(() => null))?.name ?? "");
    const box = boxOf(f);
    if (valueOf(f) === value && box && document.activeElement !== box) {
      box.value = name;
      box.dataset.name = name;
    }
    show(rowOf(f));
  },
  focus: (f) => boxOf(f)?.focus(),
  start,
});

const listen = () => {
  on("row-added", ({ row, el, mine }) => {
    const f = el?.dataset.kind === "link" ? $('.f[data-kind="target"]', el) : null;
    if (f && mine !== false) boxOf(f)?.focus();
    if (f) show(rowElement(row) ?? el);
  });
  document.addEventListener("input", (event) => {
    const f = fieldOf(event.target);
    if (!f || !["label", "url"].includes(nameOf(f).field)) return;
    const row = rowOf(f);
    if (nameOf(f).field === "url" && event.target.value && valueOf($('.f[data-kind="target"]', row)) !== null) {
      const target = $('.f[data-kind="target"]', row);
      target.dataset.value = "null";
      if (boxOf(target)) Object.assign(boxOf(target), { value: "" }).dataset.name = "";
    }
    showAll();
  });
  // The server has drawn these: they are asked for anew only when something may have changed.
  for (const row of linkRows()) know(row);
  showAll();
  on("row-moved", showAll);
  on("row-removed", showAll);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) askAgain();
  });
  setInterval(() => !document.hidden && askAgain(), OFTEN);
};

export { listen as start };
