// A day and an hour on a Copenhagen clock: two inputs, one value.

import { $, $$ } from "./page.js";
import * as fields from "./fields.js";

const parts = (f) => $$("input", f);

const read = (f) => {
  const [day, hour] = parts(f);
  return day?.value ? `${day.value}T${hour.value || "00:00"}` : "";
};

const write = (f, value) => {
  const [day, hour] = parts(f);
  if (!day || read(f) === (value ?? "")) return;
  const [date, time] = (value ?? "").split("T");
  day.value = date ?? "";
  hour.value = time ?? "";
};

const start = (f) => {
  // The day is listened to in fields.js, as any control.
  $("input[type='time']", f)?.addEventListener("change", () => fields.changed(f));
};

fields.register("moment", { read, write, start });
