// Starts the parts of the storyboard that the page has, each on its own: one that fails leaves the rest at work.

import * as fields from "./fields.js";
import * as dialogs from "./dialogs.js";
import * as keys from "./keys.js";
import * as undo from "./undo.js";
import * as view from "./view.js";
import * as current from "./current.js";
import * as fold from "./fold.js";
import * as jump from "./jump.js";
import * as languages from "./languages.js";
import * as glyphs from "./glyphs.js";
import * as board from "./board.js";
import * as order from "./order.js";
import * as menu from "./menu.js";
import * as title from "./title.js";
import "./chips.js";
import "./moment.js";
import * as text from "./text/main.js";
import "./photo.js";
import * as links from "./links.js";
import * as drops from "./drops.js";
import * as pane from "./preview/pane.js";
import * as share from "./preview/share.js";
import * as next from "./findings/next.js";
import * as findings from "./findings/findings.js";
import * as publish from "./publish.js";
import * as stage from "./stage.js";
import * as more from "./more.js";
import * as saved from "./saved.js";
import * as store from "./store.js";
import * as saving from "./saving.js";
import * as conflict from "./conflict.js";
import * as presence from "./presence.js";
import * as recover from "./recover.js";
import * as arrive from "./arrive.js";
import * as sync from "./sync.js";
import * as rows from "./rows.js";

// In this order: what listens stands before what speaks; the rows come last, since they put the focus.
const PARTS = [
  saved,
  store,
  dialogs,
  keys,
  undo,
  view,
  current,
  fold,
  jump,
  languages,
  glyphs,
  board,
  order,
  menu,
  title,
  text,
  saving,
  arrive,
  conflict,
  presence,
  sync,
  links,
  drops,
  next,
  findings,
  pane,
  share,
  publish,
  stage,
  more,
];

const begin = (part) => {
  try {
    part.start?.();
  } catch (error) {
    console.error(error);
  }
};

for (const part of PARTS) begin(part);
fields.startFields();
begin(rows);
begin(recover);
document.documentElement.classList.add("scripted");
