// A page in a frame brings a header and a main part of its own: the desk's get names, so that one tells them apart.

/** Names the desk's own landmarks. */
export const nameLandmarks = ({ desk, main }) => {
  document.getElementById("header")?.setAttribute("aria-label", desk);
  document.getElementById("content-start")?.setAttribute("aria-label", main);
};
