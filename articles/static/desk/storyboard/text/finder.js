// What is found in the fields of one language, and what is put in its place: the page's part of it.

import { changed, find, isWritable, nameOf, read, write } from "../fields.js";
import { $$ } from "../page.js";
import { throughEditor } from "./editor.js";
import { inHtml, inText, rangesIn, replaceHtml, replaceText } from "./matches.js";

const KINDS = new Set(["line", "text", "rich"]);

const fieldsOf = (language) =>
  $$(`.f[data-language="${language}"]`).filter((f) => KINDS.has(f.dataset.kind) && isWritable(f));

const isRich = (f) => f.dataset.kind === "rich";

/** Every match in `language`, from top to bottom: [{f, index, start, end, before, words, after}]. */
export const allMatches = (language, sought) =>
  sought
    ? fieldsOf(language).flatMap((f) =>
        (isRich(f) ? inHtml : inText)(read(f) ?? "", sought).map((match, index) => ({ ...match, f, index })),
      )
    : [];

const replaced = (f, sought, other, only) =>
  isRich(f)
    ? throughEditor(replaceHtml(read(f), sought, other, only))
    : replaceText(read(f), sought, other, only);

const put = (f, value) => {
  write(f, value);
  changed(f);
};

/** Replaces those `matches`; returns what was there: [{row, field, language, before, after}]. */
export const replaceIn = (matches, sought, other) => {
  const byField = Map.groupBy(matches, (match) => match.f);
  return [...byField].map(([f, own]) => {
    const before = read(f);
    const only = matches.length === 1 ? own[0].index : null;
    const after = replaced(f, sought, other, only);
    put(f, after);
    return { ...nameOf(f), before, after };
  });
};

/** Puts `steps` back ("before") or forth ("after"), where nobody has written meanwhile. */
export const turn = (steps, way) => {
  const from = way === "before" ? "after" : "before";
  for (const step of steps) {
    const f = find(step.row, step.field, step.language);
    if (f && read(f) === step[from]) put(f, step[way]);
  }
};

const mark = (name, ranges) => {
  if (!globalThis.CSS?.highlights) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
};

/** Shows the matches in texts, and the one at hand; none where there are none. */
export const highlight = (matches, current, sought) => {
  $$(".f.is-found").forEach((f) => f !== current?.f && f.classList.remove("is-found"));
  current?.f.classList.add("is-found");
  const rich = new Set(matches.map((match) => match.f).filter(isRich));
  const ranges = [...rich].flatMap((f) => rangesIn(f.querySelector(".rt"), sought).map((range) => [f, range]));
  const own = ranges.filter(([f]) => f === current?.f).map(([, range]) => range);
  const here = current && isRich(current.f) ? own[current.index] : null;
  mark("found", ranges.map(([, range]) => range).filter((range) => range !== here));
  mark("found-here", here ? [here] : []);
};
