// The words of the screen, in the language of the desk: see articles/desk/photos/upload_words.py.

const words = JSON.parse(document.getElementById("upload-words").textContent);
const locale = document.documentElement.lang || "en";

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

// `say("sending", { percent: 64 })` is "64 %".
export const say = (key, values = {}) => fill(words[key], values);

// Singular or plural by `count`, which also fills in {count}.
export const sayMany = (key, count, values = {}) =>
  fill(words[key][count === 1 ? 0 : 1], { count: count.toLocaleString(locale), ...values });

export const size = (bytes) => {
  const [value, unit] = bytes < 1e6 ? [Math.max(1, bytes / 1024), "kB"] : [bytes / 1048576, "MB"];
  const digits = value < 9.95 ? 1 : 0;
  return `${value.toLocaleString(locale, { maximumFractionDigits: digits })} ${unit}`;
};

export const duration = (seconds) =>
  seconds < 90
    ? say("seconds", { count: Math.max(1, Math.round(seconds)) })
    : say("minutes", { count: Math.round(seconds / 60) });
