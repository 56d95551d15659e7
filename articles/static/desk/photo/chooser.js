// A photo chosen in the library's window is shown at once, in place of the one before.

const showPhoto = (input) => {
  const chooser = input.closest(".photo-chooser");
  if (!chooser) return;
  const picture = chooser.querySelector(".picture");
  picture.replaceChildren();
  if (!/^\d+$/.test(input.value)) return;
  const image = Object.assign(new Image(), { className: "thumb", alt: "" });
  image.src = chooser.dataset.thumbnail.replace("/0/", `/${input.value}/`);
  picture.append(image);
};

// The admin's windows answer through jQuery, whose events the browser does not see.
window.django?.jQuery(document).on("change", ".photo-chooser input", (event) => showPhoto(event.target));
