// Who else has this article open: initials in the bar, at the slide in the jump list, and a quiet word in the slide.

import { $, $$, config, make, on, rowElement, word } from "./page.js";
import { whereOfRow } from "./showing.js";

const COLOURS = ["b", "c", "d"];
const MOST = 4; // badges of others in the bar

let people = [];
let current = "";
let shown = "";

const colour = ({ user, me }) => (me ? " me" : ` ${COLOURS[user % COLOURS.length]}`);

const label = ({ name, row, me, user }) => {
  if (me) return word("store.you", { name });
  const where = row ? `${name}, ${whereOfRow(row)}` : name;
  return user === config.user?.id ? word("store.other_window", { where }) : where;
};

const badge = (person) =>
  make(
    "span",
    { class: `who${colour(person)}`, role: "img", "aria-label": label(person), title: label(person) },
    person.initials,
  );

// Somebody with several windows is one badge; alone there is nobody to show.
const bar = () => {
  const others = [...new Map(people.filter((each) => !each.me).map((each) => [each.user, each])).values()];
  const box = $(".artbar .present");
  if (!box) return;
  const rest = others.splice(MOST);
  const badges = others.length ? [...people.filter((each) => each.me), ...others].map(badge) : [];
  const names = rest.map(label).join("; ");
  if (names) badges.push(make("span", { class: "who", role: "img", "aria-label": names, title: names }, `+${rest.length}`));
  box.replaceChildren(...badges);
};

const jump = () => {
  $$(".jump .who").forEach((each) => each.remove());
  for (const person of people.filter((each) => !each.me && each.row)) {
    $(`.jump [data-jump="${person.row}"] a`)?.append(badge(person));
  }
};

const beside = () => {
  const here = people.filter((each) => !each.me && each.row === current && each.user !== config.user?.id);
  const row = rowElement(current);
  const names = here.map(({ name }) => name).join(", ");
  $$(".also-here").forEach((each) => each.closest(".row") !== row && each.remove());
  if (!row || current === null) return;
  let note = $(".also-here", row);
  if (!names) return note?.remove();
  if (!note) {
    note = make("p", { class: "also-here", role: "status" });
    ($(".row-grid", row) ?? row).before(note);
  }
  const text = word("store.also_here", { name: names });
  if (note.textContent !== text) note.textContent = text;
};

const draw = () => {
  const now = JSON.stringify(people.map(({ user, row, window }) => [user, row, window]));
  if (now !== shown) {
    shown = now;
    bar();
    jump();
  }
  beside();
};

/** Starts: called once by main.js. */
export const start = () => {
  on("present", (told) => {
    people = told.people;
    draw();
  });
  on("current", ({ row }) => {
    current = row;
    beside();
  });
  for (const type of ["row-added", "row-moved", "row-removed"]) on(type, () => setTimeout(jump));
};
