// While the public files are in work the page asks how far they are, ever more seldom.

const card = document.getElementById("renditions");
const SLOWEST = 15000;

const ask = async (wait) => {
  let state = null;
  try {
    const answer = await fetch(card.dataset.state, { headers: { Accept: "application/json" } });
    if (answer.ok) state = await answer.json();
  } catch {
    // The network is away: ask again later.
  }
  if (state) {
    const status = card.querySelector(".cnt");
    status.className = `end cnt ${state.level}`;
    status.querySelector(".text").textContent = state.text;
    if (!state.open) {
      refresh();
      return;
    }
  }
  const next = Math.min(SLOWEST, wait * 1.4);
  setTimeout(() => ask(next), wait);
};

// There is a larger picture now; the list of files comes with the next load of the page.
const refresh = () => {
  for (const image of document.querySelectorAll(".focal img, .crop img")) {
    image.src = `${image.src.replace(/&made$/, "")}&made`;
  }
};

if (card?.dataset.open) ask(1500);
