// The rows of the completing grid and the fields in them.

export const section = document.getElementById("completing");
export const form = document.getElementById("complete_form");
export const list = section?.querySelector(".photo-rows");

export const rows = () => [...list.children];
export const isSelected = (row) => row.querySelector('[name="selected"]').checked;
export const cells = (row) => [...row.querySelectorAll("[data-field]")];
export const cell = (row, name) => row.querySelector(`[data-field="${name}"]`);
export const control = (place) => place.querySelector(":is(input, select, textarea):not([type=checkbox])");

// What stands in a row's fields, by name.
export const values = (row) => Object.fromEntries(cells(row).map((each) => [each.dataset.field, control(each).value]));

export const isEmpty = (element) => element.value.trim() === "" || element.value === "unknown";

// Sets a value as if it were typed, so that everything that listens hears of it.
export const type = (element, value) => {
  element.value = value;
  element.dispatchEvent(new Event("input", { bubbles: true }));
};
