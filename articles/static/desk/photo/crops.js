// Which part of a photo a crop shows: the same reckoning, to the pixel, as crop_box in
// articles/photos/geometry.py. tests/desk/test_photo_in_browser.py holds the two together.

const clamp = (value, least, most) => Math.max(least, Math.min(most, value));

// To the nearest whole number, halves to the even one: as Python rounds.
const round = (value) => {
  const down = Math.floor(value);
  const over = value - down;
  if (over !== 0.5) return over < 0.5 ? down : down + 1;
  return down % 2 === 0 ? down : down + 1;
};

// In pixels of the picture; `x` and `y` are the focal point as shares of 1.
export const cropBox = (width, height, ratio, x, y) => {
  const wide = Math.max(1, Math.min(width, round(height * ratio)));
  const high = Math.max(1, Math.min(height, round(width / ratio)));
  const left = clamp(round(x * width - wide / 2), 0, width - wide);
  const top = clamp(round(y * height - high / 2), 0, height - high);
  return [left, top, left + wide, top + high];
};

// The same as a value for object-position, which counts in the room that is left over.
export const objectPosition = (width, height, [left, top, right, bottom]) => {
  const share = (start, room) => (room > 0 ? (start / room) * 100 : 50);
  return `${share(left, width - right + left)}% ${share(top, height - bottom + top)}%`;
};
