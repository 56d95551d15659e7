// The publish panel at work, on its own page and in the storyboard's dialog.

const all = (root, selector) => [...root.querySelectorAll(selector)];

/** Names the act on the button: "Schedule English". */
const nameButton = (form) => {
  const button = form.querySelector("[data-later]");
  if (!button) return;
  const when = form.querySelector('[name="when"]:checked')?.value === "later" ? "later" : "now";
  const ticked = all(form, '[name="languages"]:checked').map((each) => each.value);
  const which = ticked.length === 2 ? "both" : ticked[0];
  button.value = button.getAttribute(which ? `data-${when}-${which}` : `data-${when}`);
};

/** Asks for the kind only where readers have something in a language that is chosen. */
const offerKind = (form) => {
  const kind = form.querySelector("#kind");
  const ticked = all(form, '[name="languages"]:checked').map((each) => each.value);
  if (kind) kind.hidden = ticked.length > 0 && !ticked.some((language) => form.elements[`base_${language}`]);
};

let asked = 0;

/** Says under the time what it means, and asks which of two where it comes twice. */
const answerHour = async (form) => {
  const line = form.querySelector(".hour");
  if (!line) return;
  const query = new URLSearchParams({
    day: form.elements.day?.value ?? "",
    time: form.elements.time?.value ?? "",
    which: form.querySelector('[name="which"]:checked')?.value ?? "",
  });
  const turn = (asked += 1);
  let said;
  try {
    const answer = await fetch(`${form.dataset.hour}?${query}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    said = await answer.json();
  } catch {
    return;
  }
  if (turn !== asked) return; // the hour was changed meanwhile
  if (line.textContent !== said.text) line.textContent = said.text;
  line.classList.toggle("wrong", said.wrong);
  askWhich(form, line, said.choices);
};

// Left as it is while the hour is the same: the focus may be in it.
const askWhich = (form, line, choices) => {
  const shown = form.querySelector("fieldset.which:not(.asked)");
  const old = form.querySelector(".which.asked");
  const named = JSON.stringify(choices);
  if (old?.dataset.choices === named) return;
  shown?.remove();
  old?.remove();
  if (!choices.length) return;
  const group = document.createElement("div");
  Object.assign(group, { className: "which asked" });
  group.setAttribute("role", "radiogroup");
  group.setAttribute("aria-labelledby", (line.id ||= "hour-said"));
  group.dataset.choices = named;
  const chosen = shown?.querySelector(":checked")?.value;
  for (const [value, label] of choices) {
    const radio = document.createElement("input");
    Object.assign(radio, { type: "radio", name: "which", value, checked: chosen === value });
    const choice = document.createElement("label");
    choice.append(radio, ` ${label}`);
    group.append(choice);
  }
  line.after(group);
};

const LONG = 160; // signs of unchanged text that are shown in full
const BESIDE = 56; // signs that are left beside a change

/** Shortens long unchanged stretches between changes; a press on the dots shows them. */
const shorten = (form) => {
  for (const text of all(form, ".changes .text")) {
    if (!text.querySelector("ins, del")) continue;
    for (const node of [...text.childNodes]) {
      if (node.nodeType !== Node.TEXT_NODE || node.data.length < LONG) continue;
      const start = node.previousSibling ? node.data.lastIndexOf(" ", BESIDE) : 0;
      const end = node.nextSibling ? node.data.indexOf(" ", node.data.length - BESIDE) : node.data.length;
      if (start < 0 || end < 0) continue;
      const rest = node.splitText(start);
      rest.splitText(end - start);
      const hidden = document.createElement("span");
      hidden.hidden = true;
      const dots = document.createElement("button");
      Object.assign(dots, { type: "button", className: "link dots", textContent: "…", ariaLabel: form.dataset.whole, title: form.dataset.whole });
      dots.lang = document.documentElement.lang;
      rest.replaceWith(dots, hidden);
      hidden.append(rest);
    }
  }
};

const unfold = (dots) => {
  const text = dots.closest(".text");
  for (const each of all(text, "span[hidden]")) each.hidden = false;
  for (const each of all(text, ".dots")) each.remove();
  text.tabIndex = -1;
  text.focus();
};

const pick = (form, button) => {
  form.querySelector('[name="when"][value="later"]').checked = true;
  form.elements.day.value = button.dataset.day;
  form.elements.time.value = button.dataset.time;
};

/** Sets a panel's form to work. */
export const enhance = (form) => {
  for (const each of all(form, ".picks, .all-none")) each.hidden = false;
  shorten(form);
  const follow = () => {
    nameButton(form);
    offerKind(form);
    answerHour(form);
  };
  form.addEventListener("change", follow);
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[type=button]");
    if (!button) return;
    if (button.matches(".dots")) return unfold(button);
    if (button.dataset.day) pick(form, button);
    const name = button.dataset.all ?? button.dataset.none;
    if (name) for (const box of all(form, `[name="${name}"]`)) box.checked = "all" in button.dataset;
    follow();
  });
  follow();
};
