// What a clipboard holds, as the few elements that a slide may have. Word, Google Docs and web pages
// each say "bold", "list" and "paragraph" in their own way; everything else about them goes.
// Pure: a string in, a string out.

import { inline, isLink, tidy } from "./canonical.js";

const BLOCKS = new Set(
  ("p div h1 h2 h3 h4 h5 h6 blockquote section article header footer main aside nav figure figcaption " +
    "pre table tbody thead tfoot tr dl dt dd address form fieldset hr center").split(" "),
);
const NOTHING = new Set(
  "del head style script noscript template title meta link img svg video audio iframe object button select input textarea".split(" "),
);
const LISTS = new Set(["ul", "ol"]);

/** The declarations of what was a style attribute; under another name, or the policy forbids it. */
const styles = (element) =>
  Object.fromEntries(
    (element.getAttribute("data-style") ?? "")
      .split(";")
      .map((each) => each.split(/:(.*)/s).map((part) => part?.trim().toLowerCase()))
      .filter(([name]) => name),
  );

const isBold = (tag, weight) =>
  weight ? /^(bold|bolder|[6-9]\d\d)/.test(weight) : tag === "b" || tag === "strong" || undefined;
const isItalic = (tag, style) =>
  style ? /^(italic|oblique)/.test(style) : tag === "i" || tag === "em" || undefined;

/** Google leads every link through itself; readers should not. */
const target = (href) => {
  const address = href.trim();
  try {
    const url = new URL(address);
    if (/(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url") return url.searchParams.get("q") ?? "";
  } catch {
    return "";
  }
  return isLink(address) ? address : "";
};

const marked = (marks, element, tag, css) => {
  const next = { ...marks };
  // A heading is bold by its page's style, and becomes a paragraph.
  if (!/^h[1-6]$/.test(tag) && tag !== "th") {
    next.bold = isBold(tag, css["font-weight"]) ?? marks.bold;
    next.italic = isItalic(tag, css["font-style"]) ?? marks.italic;
  }
  if (tag === "a") next.link = target(element.getAttribute("href") ?? "") || marks.link;
  return next;
};

const piece = (text, { link, bold, italic }, br = false) => {
  const marks = [];
  if (link) {
    const href = link.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
    marks.push({ tag: "link", open: `<a href="${href}">` });
  }
  if (bold) marks.push({ tag: "bold", open: "<strong>" });
  if (italic) marks.push({ tag: "italic", open: "<em>" });
  return { text, br, marks };
};

/** Word's lists are paragraphs that say their level: `mso-list:l0 level2 lfo1`. */
const wordItem = (element, css) => {
  const level = /level(\d+)/.exec(css["mso-list"] ?? "")?.[1];
  if (!level) return null;
  const sign = [...element.querySelectorAll("[data-style]")].find((each) => styles(each)["mso-list"] === "ignore");
  return { level: Number(level), tag: /^\s*(\d+|[a-z]{1,3})[.)]/i.test(sign?.textContent ?? "") ? "ol" : "ul" };
};

/** Where an item at `level` goes: into the list that is being made, or into a new one. */
const placeFor = (blocks, { level, tag }) => {
  let inside = blocks;
  for (let depth = 1; depth <= level; depth += 1) {
    let last = inside.at(-1);
    if (!last?.word || (depth === level && last.list !== tag)) {
      last = { list: tag, word: true, items: [] };
      inside.push(last);
    }
    if (depth === level || !last.items.length) last.items.push([]);
    inside = last.items.at(-1);
  }
  return inside;
};

/** Reads a tree into blocks: [{words: [piece…], loose}, {list, items: [blocks…]}, …]. */
class Reader {
  constructor(blocks = []) {
    this.blocks = blocks;
    this.words = null;
  }

  end() {
    this.words = null;
  }

  say(each, isBlock) {
    // Blanks between two blocks are how the page was written, not words.
    if (!this.words && !each.br && !/\S/.test(each.text)) return;
    if (!this.words) {
      this.words = [];
      this.blocks.push({ words: this.words, loose: !isBlock });
    }
    this.words.push(each);
  }

  children(element, marks, isBlock) {
    for (const child of element.childNodes) this.read(child, marks, isBlock);
  }

  read(node, marks, isBlock) {
    if (node.nodeType === Node.TEXT_NODE) this.say(piece(node.data, marks), isBlock);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const tag = node.localName;
    const css = styles(node);
    if (NOTHING.has(tag) || css.display === "none" || css["mso-list"] === "ignore") return;
    if (css["mso-hide"] === "all" || node.classList.contains("Apple-interchange-newline")) return;
    if (tag === "br") this.say(piece("\n", marks, true), isBlock);
    else if (LISTS.has(tag)) this.list(node, marks);
    else if (BLOCKS.has(tag) || tag === "li") this.block(node, marks, css, tag);
    else {
      this.children(node, marked(marks, node, tag, css), isBlock);
      if (tag === "td" || tag === "th") this.say(piece(" ", {}), isBlock);
    }
  }

  block(node, marks, css, tag) {
    this.end();
    const item = wordItem(node, css);
    const reader = item ? new Reader(placeFor(this.blocks, item)) : this;
    reader.children(node, marked(marks, node, tag, css), true);
    this.end();
  }

  list(node, marks) {
    this.end();
    const list = { list: node.localName, items: [] };
    this.blocks.push(list);
    for (const child of node.children) {
      // Google Docs puts the inner list beside its item.
      const isInner = LISTS.has(child.localName);
      if (!isInner || !list.items.length) list.items.push([]);
      const reader = new Reader(list.items.at(-1));
      if (isInner) reader.list(child, marks);
      else reader.children(child, marked(marks, child, child.localName, styles(child)), true);
    }
  }
}

/** Two breaks in a row part paragraphs: that is how mail programs and old pages make them. */
const parted = (words) => {
  const runs = [[]];
  words.forEach((each, at) => {
    const before = words.slice(0, at).findLast((earlier) => earlier.br || /\S/.test(earlier.text));
    if (each.br && before?.br) runs.push([]);
    else runs.at(-1).push(each);
  });
  return runs;
};

const written = (blocks) =>
  blocks
    .flatMap((block) => {
      if (!block.list) return parted(block.words).map((words) => inline(words)).map((html) => html && `<p>${html}</p>`);
      const items = block.items.map(written).filter(Boolean);
      return items.length ? `<${block.list}>${items.map((html) => `<li>${html}</li>`).join("")}</${block.list}>` : "";
    })
    .join("");

const parse = (html) =>
  new DOMParser().parseFromString(
    html
      .replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<!\[[^>]*\]>/gi, "")
      .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/[\s"'](style|on[a-z]+)\s*=/gi, " data-$1=")),
    "text/html",
  ).body;

/** Clipboard HTML as clean paragraphs and lists; as bare words where it was part of a line. */
export const cleanPaste = (html) => {
  // From an editor of this kind, ours above all: where it was cut is noted in it.
  if (/data-pm-slice/.test(html) && !/<(b|i|h\d|span|div|table)[\s>]/i.test(html)) return html;
  const reader = new Reader();
  reader.children(parse(html), {}, false);
  const blocks = reader.blocks.filter((each) => each.list || inline(each.words));
  const [only] = blocks;
  if (blocks.length === 1 && only.loose && parted(only.words).length === 1) {
    const first = tidy(only.words[0].text), last = tidy(only.words.at(-1).text);
    // Words copied with the blank beside them keep it.
    return (/^\s/.test(first) ? " " : "") + inline(only.words) + (/\s$/.test(last) && last.trim() ? " " : "");
  }
  return written(blocks);
};
