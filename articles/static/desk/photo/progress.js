// The progress screen goes on by itself, step by step; without script one presses Continue.

const screen = document.getElementById("progress");
const form = document.getElementById("step");
const list = document.getElementById("made");
const status = screen.querySelector("[role=status]");
const bar = screen.querySelector("progress");
const LONGEST = 30000;
let done = Number(screen.dataset.done);

const step = async () => {
  const answer = await fetch(location.href, {
    method: "POST",
    body: new FormData(form),
    headers: { Accept: "application/json" },
  });
  if (!answer.ok || !answer.headers.get("Content-Type").startsWith("application/json")) {
    throw new Error(String(answer.status));
  }
  return answer.json();
};

const line = ({ language, address, headline }) => {
  const item = document.createElement("li");
  const tag = Object.assign(document.createElement("span"), { className: "tag" });
  const link = Object.assign(document.createElement("a"), { href: address, lang: language });
  tag.textContent = language.toUpperCase();
  link.hreflang = language;
  link.textContent = headline;
  item.append(tag, " ", link);
  return item;
};

const show = ({ made, left }) => {
  done += made.length;
  bar.max = Math.max(1, done + left);
  bar.value = done + left ? done : 1;
  status.textContent = screen.dataset.says.replace("{done}", done).replace("{total}", done + left);
  for (const page of made) {
    list.prepend(line(page));
  }
};

const run = async (wait) => {
  try {
    const answer = await step();
    show(answer);
    // The server says once more how it ended, and offers to go on.
    if (answer.left) run(1000);
    else location.reload();
  } catch {
    status.textContent = screen.dataset.trouble;
    setTimeout(() => run(Math.min(LONGEST, wait * 2)), wait);
  }
};

if (Number(screen.dataset.left)) {
  form.querySelector("button").hidden = true;
  run(1000);
}
