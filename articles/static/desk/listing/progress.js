// Many articles, one step after another; without script one presses Continue.

const screen = document.getElementById("progress");
const form = document.getElementById("step");
const status = screen.querySelector("[data-status]");
const bar = screen.querySelector("progress");
const LONGEST = 30000;

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

const run = async (wait) => {
  try {
    const { done, left } = await step();
    bar.value = done;
    status.textContent = screen.dataset.says.replace("{done}", done).replace("{total}", screen.dataset.total);
    if (left) run(1000);
    else location.reload(); // the server tells what came of each
  } catch {
    status.textContent = screen.dataset.trouble;
    setTimeout(() => run(Math.min(LONGEST, wait * 2)), wait);
  }
};

if (Number(screen.dataset.left)) {
  form.querySelector("button.default").hidden = true;
  run(1000);
}
