// The chosen file beside the present one, drawn here: nothing is sent before one says so.

const input = document.getElementById("id_file");
const figure = document.getElementById("new");
const canvas = figure?.querySelector("canvas");
const text = figure?.querySelector("figcaption span");
const WIDEST = 480;

const draw = async (file) => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, WIDEST / picture.width);
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  text.textContent = `${picture.width} × ${picture.height}`;
  picture.close();
};

input?.addEventListener("change", async () => {
  const [file] = input.files;
  figure.hidden = !file;
  if (!file) return;
  try {
    await draw(file);
    canvas.hidden = false;
  } catch {
    canvas.hidden = true;
    text.textContent = figure.dataset.none;
  }
});
