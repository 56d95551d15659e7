// The focal point, set beside the slide: a click, a drag or the arrow keys; the crops follow.

import { cropBox, objectPosition } from "../photo/crops.js";
import { $, $$, config, post, say, word } from "./page.js";
import { close, open } from "./dialogs.js";

const dialog = document.getElementById("dlg-focal");
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
let now = null; // {photo, data, done}
let point = [50, 50];

const within = (value) => Math.round(Math.min(100, Math.max(0, value)));

const show = () => {
  const [x, y] = point;
  const handle = $(".handle", dialog);
  handle.style.left = `${x}%`;
  handle.style.top = `${y}%`;
  handle.setAttribute("aria-valuenow", x);
  handle.setAttribute("aria-valuetext", word("photo.at", { across: x, down: y }));
  const [width, height] = now.data.size;
  for (const crop of $$("[data-ratio]", dialog)) {
    const [across, down] = crop.dataset.ratio.split(" ").map(Number);
    const image = $("img", crop);
    image.style.aspectRatio = `${across} / ${down}`;
    image.style.objectPosition = objectPosition(width, height, cropBox(width, height, across / down, x / 100, y / 100));
  }
};

const put = (x, y) => {
  point = [within(x), within(y)];
  show();
};

const aim = (event) => {
  const box = $(".aimed", dialog).getBoundingClientRect();
  put(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
};

const save = async () => {
  const { photo, data, done } = now;
  const { status, data: answer } = await post(config.photos.focal.replace("/0/", `/${photo}/`), { focal: point, seen: data.focal });
  if (status !== 200) {
    $(".wrong", dialog).textContent = answer?.message ?? word("photo.unsaved");
    return;
  }
  say(word("photo.focal"));
  close("dlg-focal");
  done();
};

/** Opens the dialog for `photo`, whose cell is `data`; `done` is called when it was set. */
export const focal = (photo, data, done) => {
  if (!dialog) return false;
  now = { photo, data, done };
  $(".wrong", dialog).textContent = "";
  for (const image of $$("img", dialog)) {
    image.width = data.size[0];
    image.height = data.size[1];
    image.src = data.preview;
  }
  open("dlg-focal", { focus: ".handle" });
  put(...data.focal);
  return true;
};

if (dialog) {
  const stage = $(".aimed", dialog);
  stage.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    stage.setPointerCapture(event.pointerId);
    aim(event);
    $(".handle", dialog).focus({ preventScroll: true });
  });
  stage.addEventListener("pointermove", (event) => {
    if (stage.hasPointerCapture(event.pointerId)) aim(event);
  });
  dialog.addEventListener("keydown", (event) => {
    const step = event.target.matches(".handle") ? STEPS[event.key] : null;
    if (!step || event.altKey) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 1;
    put(point[0] + step[0] * far, point[1] + step[1] * far);
  });
  $("[data-set]", dialog).addEventListener("click", save);
  $$("[data-close]", dialog).forEach((each) => each.addEventListener("click", () => dialog.close()));
}
