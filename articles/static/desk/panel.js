// The publish panel on a page of its own.

import { enhance } from "./publish/panel.js";

const form = document.getElementById("publish_form");
if (form) enhance(form);
