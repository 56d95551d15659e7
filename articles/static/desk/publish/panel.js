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

/** Says under the time what it means, and asks which of two where it comes twice. */
const answerHour = async (form) => {
  const line = form.querySelector(".hour");
  if (!line) return;
  const asked = new URLSearchParams({
    day: form.elements.day?.value ?? "",
    time: form.elements.time?.value ?? "",
    which: form.querySelector('[name="which"]:checked')?.value ?? "",
  });
  let said;
  try {
    const answer = await fetch(`${form.dataset.hour}?${asked}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    said = await answer.json();
  } catch {
    return;
  }
  line.replaceChildren(said.text);
  line.classList.toggle("wrong", said.wrong);
  form.querySelector("fieldset.which")?.remove();
  for (const [value, label] of said.choices) {
    const radio = document.createElement("input");
    Object.assign(radio, { type: "radio", name: "which", value, checked: asked.get("which") === value });
    const choice = document.createElement("label");
    choice.append(radio, ` ${label}`);
    line.append(document.createElement("br"), choice);
  }
};

const pick = (form, button) => {
  form.querySelector('[name="when"][value="later"]').checked = true;
  form.elements.day.value = button.dataset.day;
  form.elements.time.value = button.dataset.time;
};

/** Sets a panel's form to work. */
export const enhance = (form) => {
  for (const each of all(form, ".picks, .all-none")) each.hidden = false;
  const follow = () => {
    nameButton(form);
    answerHour(form);
  };
  form.addEventListener("change", follow);
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[type=button]");
    if (!button) return;
    if (button.dataset.day) pick(form, button);
    const name = button.dataset.all ?? button.dataset.none;
    if (name) for (const box of all(form, `[name="${name}"]`)) box.checked = "all" in button.dataset;
    follow();
  });
  follow();
};
