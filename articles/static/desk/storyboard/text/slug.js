// The address follows the headline of its language until somebody writes it or readers know it.

import { changed, find, isWritable, read, write } from "../fields.js";
import { config, make, on, word } from "../page.js";
import { base } from "../store.js";
import { slugify } from "./slugify.js";

const LANGUAGES = ["en", "da"];
const follows = {};
const touched = {}; // headlines that were changed in this window

const fieldsOf = (language) => ({
  headline: find("", "headline", language),
  slug: find("", "slug", language),
});

/** {en: {address, state}}: what readers know, and whether it is live; see desk/storyboard/slugs.py. */
const known = (language) => config.addresses?.[language] ?? null;

const noteOf = (f) => {
  let note = f.querySelector(".slug-note");
  if (!note) {
    note = make("p", { class: "slug-note", id: `slug-note-${f.dataset.language}` });
    (f.querySelector(".notes") ?? f).append(note);
    const input = f.querySelector("input, textarea");
    const described = [input?.getAttribute("aria-describedby"), note.id].filter(Boolean).join(" ");
    input?.setAttribute("aria-describedby", described);
  }
  return note;
};

const tell = (language) => {
  const { slug } = fieldsOf(language);
  if (!slug || !isWritable(slug)) return;
  const kept = known(language);
  const value = read(slug);
  let text = "";
  if (kept && value && value !== kept.slug) text = word("text.slug_redirects", { address: kept.address });
  else if (kept && (touched[language] || slug.contains(document.activeElement))) text = word(`text.slug_${kept.state}`);
  const note = noteOf(slug);
  if (note.textContent !== text) note.textContent = text;
  note.hidden = !text;
};

const judge = (language) => {
  const { headline, slug } = fieldsOf(language);
  if (!headline || !slug) return;
  const value = read(slug);
  follows[language] = !known(language) && (!value || value === slugify(read(headline) ?? ""));
};

const onHeadline = (language) => {
  touched[language] = true;
  const { headline, slug } = fieldsOf(language);
  if (slug && isWritable(slug) && follows[language]) {
    const made = slugify(read(headline) ?? "");
    if (made !== read(slug)) {
      write(slug, made);
      changed(slug);
    }
  }
  tell(language);
};

const onSlug = (language) => {
  judge(language);
  if (!read(fieldsOf(language).slug)) follows[language] = !known(language);
  tell(language);
};

const onLeave = (event) => {
  const f = event.target.closest?.('.f[data-field="slug"]');
  if (!f || !isWritable(f)) return;
  const language = f.dataset.language;
  const value = read(f);
  const kept = known(language);
  // Emptied: of a known address that is the known one again, else the headline's.
  const made = value ? slugify(value) : (kept?.slug ?? slugify(read(fieldsOf(language).headline) ?? ""));
  if (made !== value) {
    write(f, made);
    changed(f);
  }
  tell(language);
};

// Published while this page is open: readers have the address that is saved.
const onStates = (states) => {
  for (const language of LANGUAGES) {
    if (known(language) || !["live", "changed"].includes(states[language]?.state)) continue;
    const slug = base("", "slug", language);
    config.addresses = { ...config.addresses, [language]: { slug, address: slug, state: "live" } };
    judge(language);
    tell(language);
  }
};

/** Lets each address follow its headline. */
export const startSlugs = () => {
  for (const language of LANGUAGES) {
    judge(language);
    tell(language);
  }
  on("changed", ({ row, field, language, f }) => {
    if (row !== "" || !LANGUAGES.includes(language)) return;
    if (field === "headline") onHeadline(language);
    // Its own following is no writing by hand.
    if (field === "slug" && f.contains(document.activeElement)) onSlug(language);
  });
  on("states", onStates);
  on("arrived", () => LANGUAGES.forEach((language) => (judge(language), tell(language))));
  document.addEventListener("focusout", onLeave);
  document.addEventListener("focusin", (event) => {
    const f = event.target.closest?.('.f[data-field="slug"]');
    if (f) tell(f.dataset.language);
  });
};
