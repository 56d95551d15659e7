// What screen readers are told at a field: the notes below it, and whether something stops publication.

import { $, $$ } from "./page.js";

const NOTES = ".notes > :is(.finding, .conflict)[id]";

// What one writes in, not the tools above it.
const controlOf = (f) =>
  $(".rt", f) ?? $$("input:not([type=hidden]), textarea, select, .pic, .empty, button", f).find((each) => !each.closest(".tools, .notes")) ?? null;

/** Brings the field's description up to date with its notes. */
export const describe = (f) => {
  const control = controlOf(f);
  if (!control) return;
  if (control.matches("input, textarea, select, .rt")) {
    if ($(".finding.block", f)) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
  const own = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !/^(?:fi|conflict)-/u.test(id));
  const ids = [...own, ...$$(NOTES, f).map((each) => each.id)];
  if (ids.length) control.setAttribute("aria-describedby", ids.join(" "));
  else control.removeAttribute("aria-describedby");
};
