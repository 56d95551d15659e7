// Texts and credit: how long a text is, what the file offers, and the line that readers will see.

const counters = document.querySelectorAll(".f textarea");
const count = (area) => {
  const counter = area.closest(".f").querySelector(".count");
  if (!counter) return;
  const most = Number(counter.dataset.most);
  counter.hidden = false;
  counter.textContent = `${area.value.length} / ${most}`;
  counter.classList.toggle("over", area.value.length > most);
};
counters.forEach((area) => {
  count(area);
  area.addEventListener("input", () => count(area));
});

for (const button of document.querySelectorAll("[data-use]")) {
  const field = document.getElementById(button.dataset.use);
  if (!field) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    field.value = button.dataset.text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
}

// The same rule as credit_line in articles/text/credits.py.
export const creditLine = (prefix, creator, credit) => {
  const parts = [...new Set([creator.trim(), credit.trim()].filter(Boolean))];
  return parts.length ? `${prefix}: ${parts.join("/")}` : "";
};

const byline = document.getElementById("id_byline");
const credit = document.getElementById("id_credit");
const sees = document.getElementById("readers-see");
const tell = () => {
  const name = credit.value ? credit.selectedOptions[0].textContent : "";
  for (const line of sees.querySelectorAll("[data-prefix]")) {
    line.textContent = creditLine(line.dataset.prefix, byline.value, name) || "–";
  }
};
if (byline && credit && sees) {
  byline.addEventListener("input", tell);
  credit.addEventListener("change", tell);
  // A new credit comes from the admin's window through jQuery, whose events the browser does not see.
  window.django?.jQuery(credit).on("change", tell);
}
