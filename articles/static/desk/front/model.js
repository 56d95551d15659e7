// What is arranged, as plain data: rows with their state; the page from it. Pure.

/** A row: {key, article, state: auto|pinned|hidden|gone, place, from, until, why, age}. */

/**
 * The page from top to bottom: pins at their places, the newest in between. `rows` in any order;
 * `age` orders those that nothing is pinned for, 0 the newest.
 */
export const filled = (rows, last) => {
  const pins = new Map();
  for (const row of rows) if (row.state === "pinned" && !row.why) pins.set(row.place, row);
  const taken = new Set([...pins.values()].map((row) => row.article));
  const away = new Set(rows.filter((row) => row.state === "hidden").map((row) => row.article));
  const free = rows
    .filter((row) => row.state === "auto" && row.age !== null && !taken.has(row.article) && !away.has(row.article))
    .sort((one, other) => one.age - other.age);
  const page = [];
  for (let place = 1; place <= last; place += 1) {
    const row = pins.get(place) ?? free.shift();
    if (row) page.push(row);
  }
  return page;
};

/** How many of `page` readers see: the first few, and as far as something is pinned. */
export const visible = (page, top) => Math.max(top, page.findLastIndex((row) => row.state === "pinned") + 1);

/**
 * `rows` after `key` was put at `index` (from 0) of the page: pinned there. Whatever else is pinned
 * keeps its place in the order.
 */
export const placed = (rows, key, index, last) => {
  const before = filled(rows, last);
  const moving = rows.find((row) => row.key === key);
  const page = before.filter((row) => row.key !== key);
  page.splice(Math.min(index, page.length), 0, moving);
  const places = new Map(page.map((row, at) => [row.key, at + 1]));
  return rows.map((row) => {
    const place = places.get(row.key);
    if (row.key === key) return { ...row, state: "pinned", place, why: "" };
    if (row.state !== "pinned" || row.why || !place) return row;
    return place > last ? { ...row, state: "auto", place: 0 } : { ...row, place };
  });
};

/** `rows` with one of them changed. */
export const changedRow = (rows, key, values) => rows.map((row) => (row.key === key ? { ...row, ...values } : row));
