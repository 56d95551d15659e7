// The upload screen and the completing grid; either may be there without the other.

import { startGrid } from "./grid.js";

if (document.getElementById("completing")) startGrid();
if (document.getElementById("photo_upload")) (await import("./batch.js")).startBatch();
document.documentElement.classList.add("scripted");
