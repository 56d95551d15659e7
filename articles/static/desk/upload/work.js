// Photos that are still being prepared say when they are ready, without a new page.

import { form, rows } from "./fields.js";

const FIRST = 4000; // ms
const LONGEST = 30_000;
let wait = FIRST;
let timer = 0;

const inWork = () => rows().filter((row) => row.querySelector(".work:not(.failed)"));

const ask = async () => {
  timer = 0;
  const waiting = inWork();
  const ids = waiting.map((row) => row.dataset.photo).join(",");
  const address = `${new URL(form.action).pathname}?ids=${ids}`;
  const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.headers.get("Content-Type")?.startsWith("application/json")) return;
  const told = (await answer.json()).work;
  for (const row of waiting) {
    const html = told[row.dataset.photo];
    if (html !== undefined) row.querySelector(".work").outerHTML = html || "<span></span>";
  }
  wait = Math.min(LONGEST, wait * 1.5);
  watchWork();
};

export const watchWork = () => {
  if (!timer && inWork().length) timer = setTimeout(ask, wait);
};
