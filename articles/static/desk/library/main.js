// The photo library, on top of what works without script: filters act at once, photos are ticked
// by the range. Each part takes care of itself again after the page was exchanged.

import { ask } from "./ask.js";
import { choose } from "./choose.js";
import { select } from "./select.js";

document.documentElement.classList.add("scripted");
select(document);
choose(document);
ask();
