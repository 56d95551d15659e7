// The publish panel on a page of its own.

import { enhance } from "./publish/panel.js";

const form = document.getElementById("publish_form");
if (form) enhance(form);

// The stock search field for an article has no name of its own: it takes that of its label.
const nameSearch = (select) => {
  const label = document.querySelector(`label[for="${select.id}"]`);
  const box = select.parentElement.querySelector(".select2-selection");
  if (!label || !box) return;
  label.id ||= `label-${select.id}`;
  box.setAttribute("aria-labelledby", `${label.id} ${box.getAttribute("aria-labelledby") ?? ""}`.trim());
  box.querySelector("[role='textbox']")?.setAttribute("aria-labelledby", label.id);
  django.jQuery(select).on("select2:open", () => document.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", label.id));
};

// After the stock script has made its boxes.
window.django?.jQuery(() => document.querySelectorAll("select.admin-autocomplete").forEach(nameSearch));
