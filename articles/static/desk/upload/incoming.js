// Files from wherever they come: dropped anywhere on the page, folders included; chosen; pasted.

const entries = (directory) =>
  new Promise((resolve) => {
    const reader = directory.createReader();
    const found = [];
    const more = () =>
      reader.readEntries((batch) => {
        if (!batch.length) return resolve(found);
        found.push(...batch);
        more();
      }, () => resolve(found));
    more();
  });

const files = async (entry) => {
  if (entry.isFile) return new Promise((resolve) => entry.file((file) => resolve([file]), () => resolve([])));
  const inside = (await entries(entry)).filter((each) => !each.name.startsWith("."));
  return (await Promise.all(inside.map(files))).flat();
};

const dropped = async (transfer) => {
  const found = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!found.some((entry) => entry.isDirectory)) return [...transfer.files];
  return (await Promise.all(found.map(files))).flat();
};

const named = (file) => {
  const now = new Date().toISOString().slice(0, 19).replace(/[:T]/g, "-");
  return new File([file], `pasted-${now}.${file.type.split("/")[1] || "png"}`, { type: file.type });
};

// Calls `take(files)` with an array, whenever some arrive.
export const listen = ({ form, take }) => {
  const input = form.querySelector("[type=file]");
  const chosen = () => {
    const found = [...input.files];
    input.value = "";
    if (found.length) take(found);
  };
  input.addEventListener("change", chosen);
  chosen(); // somebody may have been quicker than this script
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  let depth = 0;
  const over = (by) => {
    depth = Math.max(0, depth + by);
    document.body.classList.toggle("is-dragging", depth > 0);
  };
  addEventListener("dragenter", (event) => holdsFiles(event) && over(1));
  addEventListener("dragleave", (event) => holdsFiles(event) && over(-1));
  addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
  addEventListener("drop", async (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    over(-depth);
    const found = await dropped(event.dataTransfer);
    if (found.length) take(found);
  });
  addEventListener("paste", (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (!pasted.length) return;
    event.preventDefault();
    take(pasted.map((file) => (/^image\.\w+$/.test(file.name) ? named(file) : file)));
  });
};
