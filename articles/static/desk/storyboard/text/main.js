// Writing: slide text, counters, addresses, lines. `start` is called once by the storyboard's main.js.

import { on } from "../page.js";
import { startCounters } from "./counters.js";
import { startFind } from "./find.js";
import { startLines } from "./lines.js";
import { forgetGone, startRich } from "./rich.js";
import { startSlugs } from "./slug.js";
import { startTools } from "./tools.js";

/** Starts all of it; rich texts themselves are started with the fields (fields.js: startFields). */
export const start = () => {
  startRich();
  startCounters();
  startLines();
  startSlugs();
  startTools();
  startFind();
  on("row-removed", forgetGone);
};
