// Names for new rows, made by the page.

import { rowElement } from "./page.js";

// Twenty-eight letters and figures that nobody mistakes for one another, and no words.
const LETTERS = "bcdfghjkmnpqrstvwxz23456789";

/** A key for a new row. */
export const newKey = () => {
  const numbers = crypto.getRandomValues(new Uint8Array(5));
  const key = [...numbers].map((each) => LETTERS[each % LETTERS.length]).join("");
  return rowElement(key) ? newKey() : key;
};
