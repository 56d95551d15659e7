// The focal point: a click, a drag or the arrow keys set it, the two number fields hold it, and the
// crops follow.
import { cropBox, objectPosition } from "./crops.js";

const round = (value) => Math.round(value * 10) / 10;
const within = (value) => Math.min(100, Math.max(0, value));
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const picker = document.getElementById("focal");
const fields = ["id_focal_x", "id_focal_y"].map((id) => document.getElementById(id));
const handle = picker?.querySelector(".handle");
const [width, height] = picker ? [Number(picker.dataset.width), Number(picker.dataset.height)] : [];
const read = () => fields.map((field) => within(Number(field.value.replace(",", ".")) || 0));

const show = () => {
  const [x, y] = read();
  picker.style.setProperty("--x", `${x}%`);
  picker.style.setProperty("--y", `${y}%`);
  handle.setAttribute("aria-valuenow", Math.round(x));
  const says = picker.dataset.says.replace("{across}", Math.round(x)).replace("{down}", Math.round(y));
  handle.setAttribute("aria-valuetext", says);
  for (const crop of document.querySelectorAll(".crop")) {
    const [across, down] = crop.dataset.ratio.split(" ").map(Number);
    const box = cropBox(width, height, across / down, x / 100, y / 100);
    crop.querySelector("img").style.objectPosition = objectPosition(width, height, box);
  }
};

const put = (x, y) => {
  fields[0].value = round(within(x));
  fields[1].value = round(within(y));
  fields.forEach((field) => field.dispatchEvent(new Event("input", { bubbles: true })));
};

const aim = (event) => {
  const box = picker.getBoundingClientRect();
  put(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
};

if (handle && fields.every(Boolean)) {
  document.querySelectorAll(".needs-script").forEach((each) => (each.hidden = false));
  handle.hidden = false;
  picker.classList.add("aims");
  fields.forEach((field) => field.addEventListener("input", show));
  picker.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    picker.setPointerCapture(event.pointerId);
    aim(event);
    handle.focus({ preventScroll: true });
  });
  picker.addEventListener("pointermove", (event) => {
    if (picker.hasPointerCapture(event.pointerId)) aim(event);
  });
  handle.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const [[x, y], far] = [read(), event.shiftKey ? 10 : 1];
    put(x + step[0] * far, y + step[1] * far);
  });
  document.getElementById("focal-reset").addEventListener("click", () => put(50, 50));
  show();
} else if (picker) {
  picker.classList.add("still");
}
