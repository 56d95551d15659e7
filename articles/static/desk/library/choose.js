// In a chooser's window a click gives the photo to the page behind it. The admin's script does so
// for what the page came with; this does for what was fetched since.

export const choose = (root) => {
  root.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-popup-opener]");
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    window.opener?.dismissRelatedLookupPopup(window, link.dataset.popupOpener);
  });
};
