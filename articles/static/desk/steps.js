// Long work in steps: a screen (`#progress`) that asks the server to go on (`#step`) until nothing is left.

const FIRST = 1000; // ms before a step that failed is tried again; then twice as long each time
const LONGEST = 30_000;

const step = async (form) => {
  const answer = await fetch(location.href, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
  const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
  if (!answer.ok || !isJson) throw new Error(String(answer.status));
  return answer.json();
};

/** Steps until the server has nothing `left`, which then tells how it ended. `show(answer)` after each. */
export const go = ({ screen, form, status, show }) => {
  const run = async (wait) => {
    try {
      const answer = await step(form);
      show(answer);
      if (answer.left) run(FIRST);
      else location.reload();
    } catch {
      status.textContent = screen.dataset.trouble;
      setTimeout(() => run(Math.min(LONGEST, wait * 2)), wait);
    }
  };
  run(FIRST);
};
