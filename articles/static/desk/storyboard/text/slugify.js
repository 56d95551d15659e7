// The same words of an address as articles/text/slugs.py makes: tests/text/slugs.json is tried on both.

const MAX_LENGTH = 80;
const SPELLED = {
  æ: "ae", ø: "oe", å: "aa", ß: "ss", ð: "d", þ: "th", ł: "l", œ: "oe", đ: "d", ǽ: "ae", ǿ: "oe", ǻ: "aa",
};
const LETTERS = new RegExp(`[${Object.keys(SPELLED).join("")}]`, "g");

/** `text` as lower-case ASCII words joined by hyphens, cut at the last whole word that fits. */
export const slugify = (text) => {
  const lowered = text.normalize("NFC").toLowerCase().replace(LETTERS, (letter) => SPELLED[letter]);
  const slug = lowered
    .replace(/['’‘`´]/g, "")
    .normalize("NFKD")
    .replace(/[^\x00-\x7f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (slug.length <= MAX_LENGTH) return slug;
  const cut = slug.slice(0, MAX_LENGTH + 1);
  const whole = cut.slice(0, Math.max(cut.lastIndexOf("-"), 0));
  return (whole || cut.slice(0, MAX_LENGTH)).replace(/^-+|-+$/g, "");
};
