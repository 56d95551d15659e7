// Small pictures of the files before they are sent: drawn on a canvas, one file at a time, so that
// two hundred do not decode at once. No object addresses, hence none to give back.

const WIDTH = 104;
const HEIGHT = 70;
let last = Promise.resolve();

const draw = async (file) => {
  const bitmap = await createImageBitmap(file, { resizeWidth: WIDTH * 2, resizeQuality: "low" });
  const canvas = Object.assign(document.createElement("canvas"), { width: WIDTH, height: HEIGHT });
  const scale = Math.max(WIDTH / bitmap.width, HEIGHT / bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  canvas.getContext("2d").drawImage(bitmap, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
  bitmap.close();
  return canvas;
};

// Puts the picture of `file` in place of what `holder` has; a format that the browser does not
// know leaves it as it is, until the server's thumbnail is there.
export const preview = (file, holder) => {
  last = last.then(async () => {
    if (holder.dataset.stored) return;
    try {
      const canvas = await draw(file);
      if (holder.dataset.stored) return;
      holder.replaceChildren(canvas);
      holder.classList.remove("noimg");
    } catch {
      // a HEIC, or no picture at all
    }
  });
};

export const stored = (address, holder) => {
  holder.dataset.stored = "1";
  const image = Object.assign(new Image(WIDTH / 2, HEIGHT / 2), { alt: "", loading: "lazy" });
  image.addEventListener("load", () => {
    holder.replaceChildren(image);
    holder.classList.remove("noimg");
  });
  image.loading = "eager";
  image.src = address;
};
