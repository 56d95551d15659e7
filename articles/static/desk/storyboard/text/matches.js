// Words in a text, and other words in their place. Pure: strings in, strings out; slide text keeps its marks.

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
const LETTER = "[\\p{L}\\p{N}_]";

/** What to look for, or null where nothing is asked: a blank also finds a fixed one. */
export const pattern = (query, { matchCase = false, wholeWord = false } = {}) => {
  if (!query) return null;
  const words = escaped(query).replace(/[ \u00a0]/g, "[ \\u00a0]");
  const source = wholeWord ? `(?<!${LETTER})${words}(?!${LETTER})` : words;
  return new RegExp(source, matchCase ? "gu" : "giu");
};

const AROUND = 32; // characters shown on either side

const found = (text, sought) =>
  [...text.matchAll(sought)].map((match) => {
    const end = match.index + match[0].length;
    return {
      start: match.index,
      end,
      before: (match.index > AROUND ? "…" : "") + text.slice(Math.max(0, match.index - AROUND), match.index),
      words: match[0],
      after: text.slice(end, end + AROUND) + (end + AROUND < text.length ? "…" : ""),
    };
  });

/** [{start, end, before, words, after}] of a plain text. */
export const inText = (text, sought) => found(text, sought);

/** `text` with `other` in place of the match of that number, or of every one. */
export const replaceText = (text, sought, other, only = null) => {
  let at = -1;
  return text.replace(sought, (words) => {
    at += 1;
    return only === null || only === at ? other : words;
  });
};

const BLOCKS = new Set(["P", "LI", "UL", "OL", "BR", "DIV"]);

/** The text nodes of each stretch that reads on without a break. */
export const runs = (root) => {
  const all = [[]];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      all.at(-1).push(node);
      return;
    }
    const breaks = BLOCKS.has(node.nodeName);
    if (breaks) all.push([]);
    node.childNodes.forEach(walk);
    if (breaks) all.push([]);
  };
  root.childNodes.forEach(walk);
  return all.filter((run) => run.length);
};

const textOf = (run) => run.map((node) => node.data).join("");
const bodyOf = (html) => new DOMParser().parseFromString(html, "text/html").body;

/** As `inText`, of slide text. */
export const inHtml = (html, sought) => runs(bodyOf(html)).flatMap((run) => found(textOf(run), sought));

/** Ranges in `root` (on the page) of every match, in their order. */
export const rangesIn = (root, sought) =>
  runs(root).flatMap((run) =>
    found(textOf(run), sought).map(({ start, end }) => {
      const range = document.createRange();
      let passed = 0;
      for (const node of run) {
        const { length } = node.data;
        if (start >= passed && start <= passed + length) range.setStart(node, start - passed);
        if (end > passed && end <= passed + length) range.setEnd(node, end - passed);
        passed += length;
      }
      return range;
    }),
  );

// The new words bear the marks of where the old ones began.
const replaceRange = (run, { start, end }, other) => {
  let passed = 0;
  let isPut = false;
  for (const node of run) {
    const { data } = node;
    const from = Math.max(start - passed, 0);
    const to = Math.min(end - passed, data.length);
    if (from < to) {
      node.data = data.slice(0, from) + (isPut ? "" : other) + data.slice(to);
      isPut = true;
    }
    passed += data.length;
  }
};

/** As `replaceText`, of slide text: still to be brought into the editor's own form. */
export const replaceHtml = (html, sought, other, only = null) => {
  const body = bodyOf(html);
  let at = 0;
  for (const run of runs(body)) {
    const all = found(textOf(run), sought);
    const first = at;
    at += all.length;
    all
      .filter((_match, index) => only === null || only === first + index)
      .reverse() // from the end, so that the places before stay right
      .forEach((match) => replaceRange(run, match, other));
  }
  return body.innerHTML;
};
