// Two pictures side by side in a dialog: which one stays?

import { token } from "./send.js";
import { say } from "./words.js";

const dialog = document.getElementById("compare");

const remove = async (button, form) => {
  const body = new FormData();
  body.append("post", "yes");
  body.append("csrfmiddlewaretoken", token(form));
  const answer = await fetch(button.dataset.delete, { method: "POST", body });
  return answer.ok && answer.redirected && new URL(answer.url).pathname !== form.dataset.login;
};

// `removed(number)` is told the number of the photo that was deleted.
export const openCompare = (row, form, removed) => {
  dialog.innerHTML = row.told.compare;
  dialog.onclick = async (event) => {
    const button = event.target.closest("[data-do]");
    if (event.target === dialog || button?.dataset.do === "close") dialog.close();
    if (button?.dataset.do !== "use-old") return;
    button.disabled = true;
    if (await remove(button, form).catch(() => false)) {
      row.gone(row.told.like);
      removed(row.told.number);
      dialog.close();
    } else {
      button.replaceWith(Object.assign(document.createElement("p"), { className: "errornote", textContent: say("notDeleted") }));
    }
  };
  dialog.showModal();
};
