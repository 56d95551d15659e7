// The files of a batch, three at a time. Knows no page: it is told how to send, and tells changes.
//
// An item's state: waiting, sending, judging (sent, no answer yet), pausing (before another try),
// done (with its answer), failed (Retry sends it again), refused (not sent), cancelled.

const AT_ONCE = 3;
const PAUSES = [1000, 3000]; // ms before the second and the third try
const AGAIN = new Set(["network", "server"]);

export class Queue {
  // `send(file, {onProgress})` -> {done, cancel}; `changed(item)` after every change.
  constructor({ send, changed }) {
    this.items = [];
    this.send = send;
    this.changed = changed;
    this.held = false; // nobody is logged in: nothing more is sent before a retry
  }

  add(file, objection = "") {
    const state = objection ? "refused" : "waiting";
    const item = { file, state, objection, loaded: 0, tries: 0, since: 0, cancelSending: null };
    this.items.push(item);
    this.changed(item);
    return item;
  }

  count = (...states) => this.items.filter((item) => states.includes(item.state)).length;

  get unfinished() {
    return this.count("waiting", "sending", "judging", "pausing", "failed");
  }

  get active() {
    return this.count("waiting", "sending", "judging", "pausing");
  }

  go() {
    if (this.held) return;
    for (const item of this.items) {
      if (this.count("sending", "judging") >= AT_ONCE) return;
      if (item.state === "waiting") this.start(item);
    }
  }

  async start(item) {
    Object.assign(item, { loaded: 0, tries: item.tries + 1, since: performance.now() });
    const { done, cancel } = this.send(item.file, {
      onProgress: (loaded, total) => {
        item.loaded = Math.min(1, loaded / total) * item.file.size;
        this.change(item, loaded < total ? "sending" : "judging");
      },
    });
    item.cancelSending = cancel;
    this.change(item, "sending");
    this.settle(item, await done);
    this.go();
  }

  settle(item, result) {
    item.cancelSending = null;
    item.result = result;
    if (result.kind === "answer" && !result.answer.again) {
      item.loaded = item.file.size;
      this.change(item, "done");
    } else if (result.kind === "cancelled") {
      this.change(item, "cancelled");
    } else if (AGAIN.has(result.kind) && item.tries <= PAUSES.length) {
      this.pause(item, PAUSES[item.tries - 1]);
    } else {
      this.held = result.kind === "login";
      this.change(item, "failed");
    }
  }

  pause(item, milliseconds) {
    item.pause = milliseconds;
    this.change(item, "pausing");
    item.timer = setTimeout(() => {
      this.change(item, "waiting");
      this.go();
    }, milliseconds);
  }

  cancel(item) {
    clearTimeout(item.timer);
    if (item.cancelSending) item.cancelSending();
    else if (["waiting", "pausing", "failed"].includes(item.state)) this.change(item, "cancelled");
  }

  cancelRest() {
    [...this.items].forEach((item) => this.cancel(item));
  }

  retry(...items) {
    this.held = false;
    items.forEach((item) => {
      item.tries = 0;
      this.change(item, "waiting");
    });
    this.go();
  }

  change(item, state) {
    item.state = state;
    this.changed(item);
  }
}
