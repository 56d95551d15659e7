// The page of one photo, on top of what works without script.
import "./focal.js";
import "./words.js";
import "./saving.js";
import "./rendering.js";
