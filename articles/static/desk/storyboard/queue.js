// The changes of one window on their way to the server. Pure: knows neither page nor network.
//
// A change waits, is sent, and is answered. What was sent without an answer is sent again word for
// word (the server takes a change twice as once), so that what was written since never has to guess
// whether it arrived. Per field there is at most one change waiting.

/** Whether two values of the wire are the same. */
export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** The name of a field in maps: "row|field|language". */
export const keyOf = ({ row, field, language }) => `${row}|${field}|${language ?? ""}`;

const BLANK = {
  slide: { heading: "", body: "", caption: "", alt: "" },
  link: { label: "" },
};
const BLANK_PLAIN = { slide: { photo: null, languages: "both" }, link: { target: null, url: "" } };

const blank = (kind) => {
  const values = { ...BLANK_PLAIN[kind] };
  for (const [field, value] of Object.entries(BLANK[kind])) {
    for (const language of ["en", "da"]) values[`${field}_${language}`] = value;
  }
  return values;
};

const TRANSLATED = /^(.+)_(en|da)$/u;
const PLAIN = new Set(["assignee_en", "assignee_da"]);

/** "heading_da" is {field: "heading", language: "da"}; the assignees' names are their own. */
export const split = (name) => {
  const parts = PLAIN.has(name) ? null : TRANSLATED.exec(name);
  return parts ? { field: parts[1], language: parts[2] } : { field: name, language: "" };
};

export class Queue {
  /** `values` is {row: {heading_en: …}}, `versions` {row: n}; `now()` gives a moment as text. */
  constructor({ prefix, values = {}, versions = {}, order = 0, now = () => new Date().toISOString() }) {
    this.prefix = prefix;
    this.number = 0;
    this.now = now;
    this.known = new Map();
    this.versions = { ...versions };
    this.order = order;
    this.waiting = [];
    this.sent = [];
    this.conflicts = new Map();
    this.refused = new Map();
    this.tried = new Map(); // per field: what was sent since the server's last answer
    for (const [row, fields] of Object.entries(values)) this.learn(row, fields);
  }

  /** What the server has, as far as this window knows. */
  learn(row, fields) {
    for (const [name, value] of Object.entries(fields)) this.known.set(keyOf({ row, ...split(name) }), value);
  }

  get open() {
    return [...this.sent, ...this.waiting];
  }

  /** All that no answer has settled, for keeping: also what is in conflict or was refused. */
  get unsettled() {
    return [...this.open, ...this.conflicts.values(), ...this.refused.values()];
  }

  of(key, list = this.waiting) {
    return list.findLast((each) => each.op === "set" && keyOf(each) === key);
  }

  /** Whether this window has words of its own in that field. */
  isEdited(key) {
    return Boolean(this.of(key) ?? this.of(key, this.sent)) || this.conflicts.has(key) || this.refused.has(key);
  }

  /** What the field holds once everything before a change of it has been taken. */
  base(key) {
    return (this.of(key, this.sent) ?? { value: this.known.get(key) }).value;
  }

  add(change) {
    this.number += 1;
    const made = { id: `${this.prefix}-${this.number}`, made: this.now(), ...change };
    this.waiting.push(made);
    return made;
  }

  /**
   * A field's new value. Returns the change, or null where nothing is left to send.
   * What was typed beside what was `mended` is no mere mending any more.
   */
  edit({ row, field, language = "" }, value, { mended = false } = {}) {
    const key = keyOf({ row, field, language });
    const clash = this.conflicts.get(key);
    if (clash) return Object.assign(clash, { value, made: this.now() });
    this.refused.delete(key);
    const base = this.base(key) ?? null;
    const waiting = this.of(key);
    if (same(base, value)) {
      if (waiting) this.drop(waiting);
      return null;
    }
    if (waiting) return Object.assign(waiting, { value, made: this.now(), mended: mended && waiting.mended === true });
    return this.add({ op: "set", row, field, language, base, value, mended });
  }

  drop(change) {
    this.waiting = this.waiting.filter((each) => each !== change);
  }

  /** insert, move, remove, put_back, settle, wave: in the order in which they were done. */
  push(change) {
    const last = this.waiting.findLast((each) => !["set", "settle", "wave", "give_up"].includes(each.op));
    if (change.op === "move" && last?.op === "move" && last.row === change.row) {
      return Object.assign(last, { behind: change.behind });
    }
    if (change.op === "insert") this.learn(change.row, this.copied(change));
    if (change.op === "move") change = { ...change, version: this.order };
    if (change.op === "remove") change = { ...change, version: this.versions[change.row] ?? 0 };
    return this.add(change);
  }

  copied({ kind, copy_of: from }) {
    const values = blank(kind);
    if (!from) return values;
    for (const name of Object.keys(values)) {
      const key = keyOf({ row: from, ...split(name) });
      values[name] = this.of(key)?.value ?? this.base(key) ?? values[name];
    }
    return values;
  }

  /** What to send now: again what has no answer, else what waits, up to `most` changes or `bytes`. */
  take({ most = 200, bytes = 300_000 } = {}) {
    if (this.sent.length === 0) {
      let size = 0;
      let count = 0;
      for (const change of this.waiting.slice(0, most)) {
        size += JSON.stringify(change).length;
        if (count > 0 && size > bytes) break;
        count += 1;
      }
      this.sent = this.waiting.splice(0, count);
    }
    this.try(this.sent);
    return this.sent;
  }

  /** Everything at once, for the last moment of a page. */
  takeAll() {
    this.sent = this.open;
    this.waiting = [];
    this.try(this.sent);
    return this.sent;
  }

  try(changes) {
    for (const change of changes) {
      if (change.op !== "set") continue;
      const tried = this.tried.get(keyOf(change)) ?? [];
      if (!tried.some((each) => same(each, change.value))) this.tried.set(keyOf(change), [...tried, change.value]);
    }
  }

  /** Puts back what was sent, to be sent in other pieces. */
  untake() {
    this.waiting = this.open;
    this.sent = [];
  }

  /**
   * Takes the server's results in. Returns [{change, status, …}] of those that somebody has to
   * hear of: "done", "conflict", "refused"; a conflict with this window's own words is settled here.
   */
  answer({ results = [], order_version: order = this.order }) {
    const sent = this.sent;
    this.sent = [];
    const heard = [];
    const own = new Map(); // conflicts with what this window had sent itself
    const unanswered = [];
    for (const change of sent) {
      const result = results.find((each) => each.id === change.id);
      if (!result) unanswered.push(change);
      else if (change.op === "set") this.settleSet(change, result, own, heard);
      else heard.push({ change, ...result });
      if (result) this.learnVersion(change.row, result.version);
    }
    this.waiting.unshift(...unanswered);
    for (const move of this.waiting) if (move.op === "move" && move.version === this.order) move.version = order;
    this.order = order;
    for (const [key, change] of own) this.rebase(key, change);
    return heard;
  }

  learnVersion(row, version) {
    if (typeof version !== "number") return;
    for (const each of this.waiting) {
      if (each.op === "remove" && each.row === row && each.version === (this.versions[row] ?? 0)) each.version = version;
    }
    this.versions[row] = version;
  }

  settleSet(change, result, own, heard) {
    const key = keyOf(change);
    if (result.status === "done") {
      if (result.also) this.learn(change.row, result.also);
      own.delete(key);
      this.tried.delete(key);
      this.settled(key, "value" in result ? result.value : change.value);
      heard.push({ change, ...result });
    } else if (result.status === "conflict" && this.tried.get(key)?.some((each) => same(each, result.now))) {
      this.known.set(key, result.now);
      own.set(key, change);
    } else {
      this.keepAside(key, change, result);
      heard.push({ change, ...result });
    }
  }

  settled(key, value) {
    this.known.set(key, value);
    const waiting = this.of(key);
    if (!waiting) return;
    waiting.base = value;
    if (same(waiting.value, value)) this.drop(waiting);
  }

  rebase(key, change) {
    const now = this.known.get(key);
    const waiting = this.of(key);
    if (waiting) waiting.base = now;
    else if (!same(now, change.value)) this.add({ ...change, id: undefined, base: now });
    this.waiting.forEach((each) => (each.id ??= `${this.prefix}-${++this.number}`));
  }

  keepAside(key, change, result) {
    const latest = this.of(key);
    if (latest) this.drop(latest);
    const value = latest ? latest.value : change.value;
    if (result.status === "conflict") {
      const { now, by, at } = result;
      this.known.set(key, now);
      this.conflicts.set(key, { ...change, value, base: now, now, by, at });
    } else this.refused.set(key, { ...change, value, message: result.message });
  }

  /** The choice between two versions: "mine" is sent on top of theirs, or for the record. Returns the change or null. */
  choose(key, mine) {
    const clash = this.conflicts.get(key);
    this.conflicts.delete(key);
    this.tried.delete(key);
    if (!clash) return null;
    if (mine) return this.edit(clash, clash.value);
    const { row, field, language, value } = clash;
    return this.push({ op: "give_up", row, field, language, value });
  }
}
