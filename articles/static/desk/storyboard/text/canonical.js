// What the editor holds, as the HTML that the server would store of it: articles/text/sanitise.py
// changes nothing in it. Pure: reads a document of ProseMirror and makes a string.

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]/g;
// A fixed blank means something between a number and its unit, and nothing elsewhere.
const FIXED = /(?<!\d)\u00a0|\u00a0(?=[\s\u00a0]|$)/g;
const BLANKS = /[\s\u0085]+/g;

/** `text` without invisible characters, with single blanks. */
export const tidy = (text) =>
  text
    .replace(INVISIBLE, "")
    .replace(FIXED, " ")
    .replace(BLANKS, (run) => (run === "\u00a0" ? run : " "));

const escapeText = (text) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\u00a0/g, "&nbsp;");
const escapeValue = (text) => escapeText(text).replace(/"/g, "&quot;");

/** Whether readers may get a link to `href`: as nh3 judges it on the server. */
export const isLink = (href) => {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(href)) return Boolean(href) && !href.startsWith("//");
  try {
    return ["http:", "https:", "mailto:"].includes(new URL(href).protocol);
  } catch {
    return false;
  }
};

const lang = (attrs) => (attrs.lang ? ` lang="${escapeValue(attrs.lang)}"` : "");
const opening = {
  link: (attrs) => `<a href="${escapeValue(attrs.href)}" rel="noopener">`,
  bold: (attrs) => `<strong${lang(attrs)}>`,
  italic: (attrs) => `<em${lang(attrs)}>`,
};
const closing = { link: "</a>", bold: "</strong>", italic: "</em>" };

const pieces = (block) => {
  const found = [];
  block.forEach((node) => {
    const marks = node.marks
      .filter((mark) => mark.type.name in opening && (mark.type.name !== "link" || isLink(mark.attrs.href)))
      .map((mark) => ({ tag: mark.type.name, open: opening[mark.type.name](mark.attrs) }));
    found.push(node.isText ? { text: node.text, marks } : { text: "\n", br: true, marks });
  });
  return found;
};

const isBlank = (piece) => !/\S/.test(piece.text);
/** What both stand within: marks are nested, so only the outer ones that are the same. */
const shared = (one, other) => {
  const first = one.findIndex((mark, at) => mark.open !== other[at]?.open);
  return first < 0 ? one : one.slice(0, first);
};

/** Blanks and breaks bear only the marks on both their sides: no mark is hollow, none at an edge. */
const settle = (all) => {
  const solid = all.map((piece, at) => (isBlank(piece) ? -1 : at)).filter((at) => at >= 0);
  if (!solid.length) return [];
  const within = all.slice(solid[0], solid.at(-1) + 1);
  let before = within[0].marks;
  within.forEach((piece, at) => {
    if (!isBlank(piece)) before = piece.marks;
    else piece.marks = shared(before, within.slice(at).find((next) => !isBlank(next)).marks);
  });
  within[0].text = within[0].text.trimStart();
  within.at(-1).text = within.at(-1).text.trimEnd();
  return within;
};

/** Blanks are single also where two pieces meet; none stands beside a break. */
const joined = (all) => {
  let blank = true;
  return all
    .map((piece, at) => {
      if (piece.br) {
        blank = true;
        return { ...piece, made: "<br>" };
      }
      let text = blank ? piece.text.replace(/^ /, "") : piece.text;
      const following = all.slice(at + 1).find((next) => next.br || !isBlank(next));
      if (following?.br) text = text.trimEnd();
      blank = text ? text.endsWith(" ") : blank;
      return { ...piece, made: escapeText(text) };
    })
    .filter((piece) => piece.made);
};

/** Blanks at the edges of what is marked, as pieces of their own: nobody means a bold blank. */
const apart = (piece) => {
  if (piece.br || !piece.marks.length || isBlank(piece)) return [piece];
  const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(piece.text);
  return [before, words, after].filter(Boolean).map((text) => ({ ...piece, text }));
};

/** [{text, br?, marks: [{tag, open}]}] as nested elements. */
export const inline = (all) => {
  const tidied = all.map((piece) => ({ ...piece, text: piece.br ? "\n" : tidy(piece.text) }));
  const open = [];
  let html = "";
  const close = (depth) => {
    while (open.length > depth) html += closing[open.pop().tag];
  };
  for (const piece of joined(settle(tidied.filter((each) => each.text).flatMap(apart)))) {
    let same = 0;
    while (same < open.length && open[same].open === piece.marks[same]?.open) same += 1;
    close(same);
    for (const mark of piece.marks.slice(same)) {
      html += mark.open;
      open.push(mark);
    }
    html += piece.made;
  }
  close(0);
  return html;
};

const item = (node) => {
  const made = [];
  node.forEach((child) => made.push([child, block(child)]));
  const full = made.filter(([, html]) => html);
  const paragraphs = full.filter(([child]) => child.type.name === "paragraph");
  // The plain form that articles.text.sanitise knows: no paragraph in an item that has but one.
  const plain = paragraphs.length === 1 && full[0][0] === paragraphs[0][0];
  const html = full.map(([child, own], at) => (plain && at === 0 ? inline(pieces(child)) : own)).join("");
  return html && `<li>${html}</li>`;
};

const list = (tag, node) => {
  let html = "";
  node.forEach((child) => (html += item(child)));
  return html && `<${tag}>${html}</${tag}>`;
};

const block = (node) => {
  if (node.type.name === "bulletList") return list("ul", node);
  if (node.type.name === "orderedList") return list("ol", node);
  const words = inline(pieces(node));
  return words && `<p${lang(node.attrs)}>${words}</p>`;
};

/** A whole document as the server stores it; "" where nothing visible is left. */
export const canonical = (doc) => {
  let html = "";
  doc.forEach((node) => (html += block(node)));
  return html;
};
