// What changed between two texts, word by word. Pure.

const LIMIT = 2500; // words on either side; beyond it a passage is replaced as a whole

const words = (text) => text.match(/\n|[^\S\n]+|[\p{L}\p{N}]+(?:[’'.,:-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu) ?? [];

const common = (a, b) => {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [start, end];
};

// Lengths of the longest common subsequences of all endings: a table of (a + 1) × (b + 1).
const table = (a, b) => {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  return (i, j) => lengths[i * width + j];
};

const middle = (a, b, add) => {
  if (a.length > LIMIT || b.length > LIMIT) {
    a.forEach((each) => add("del", each));
    b.forEach((each) => add("ins", each));
    return;
  }
  const length = table(a, b);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add("same", a[i]);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && length(i + 1, j) >= length(i, j + 1))) add("del", a[i++]);
    else add("ins", b[j++]);
  }
};

// "del ins same(space) del ins" reads better as one replacement than as a flicker of words.
const smooth = (parts) => {
  const calm = [];
  for (const [at, part] of parts.entries()) {
    const isGap = part[0] === "same" && /^\s+$/u.test(part[1]) && !part[1].includes("\n");
    const between = at > 0 && at < parts.length - 1 && parts[at - 1][0] !== "same" && parts[at + 1][0] !== "same";
    calm.push(...(isGap && between ? [["del", part[1]], ["ins", part[1]]] : [part]));
  }
  return calm;
};

// Runs of one kind become one; within a change what goes comes before what is new.
const joined = (parts) => {
  const runs = [];
  let [gone, added] = ["", ""];
  const close = () => {
    if (gone) runs.push(["del", gone]);
    if (added) runs.push(["ins", added]);
    [gone, added] = ["", ""];
  };
  for (const [kind, text] of parts) {
    if (kind === "del") gone += text;
    else if (kind === "ins") added += text;
    else {
      close();
      if (runs.at(-1)?.[0] === "same") runs.at(-1)[1] += text;
      else runs.push(["same", text]);
    }
  }
  close();
  return runs;
};

/**
 * The way from `before` to `after`: [["same" | "del" | "ins", text], …]. Everything but "ins" is
 * `before`, everything but "del" is `after`.
 */
export const diff = (before, after) => {
  const [a, b] = [words(before), words(after)];
  const [start, end] = common(a, b);
  const parts = a.slice(0, start).map((each) => ["same", each]);
  middle(a.slice(start, a.length - end), b.slice(start, b.length - end), (kind, text) => parts.push([kind, text]));
  parts.push(...a.slice(a.length - end).map((each) => ["same", each]));
  return joined(smooth(joined(parts)));
};

/** The same with long unchanged stretches cut to `around` characters at the changes: "… word". */
export const excerpt = (parts, around = 60) =>
  parts.map(([kind, text], at) => {
    if (kind !== "same" || text.length <= 2 * around + 3) return [kind, text];
    const head = at > 0 ? text.slice(0, around).replace(/\s\S*$/u, " ") : "";
    const tail = at < parts.length - 1 ? text.slice(-around).replace(/^\S*\s/u, " ") : "";
    return [kind, `${head}…${tail}`];
  });
