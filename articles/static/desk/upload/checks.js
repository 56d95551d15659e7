// What is plainly wrong with a file is said before it is sent. Pure; the server judges the rest.

const NEVER = /^(application\/pdf|application\/zip|audio\/|video\/|text\/|image\/(svg|gif|bmp|tiff|vnd|x-))/;
const NEVER_NAMED = /\.(pdf|zip|svg|gif|tiff?|bmp|psd|ai|eps|docx?|xlsx?|pptx?|mov|mp4|txt|html?|cr[23]|nef|arw|dng)$/i;

export const key = (file) => `${file.name}|${file.size}|${file.lastModified}`;

// Why `file` is not sent: a word of upload_words.py, or "" if it is.
export const objection = (file, { maxBytes, room, known }) => {
  if (known.has(key(file))) return "twice";
  if (room < 1) return "tooMany";
  if (file.size === 0) return "empty";
  if (file.size > maxBytes) return "tooLarge";
  if (NEVER.test(file.type) || NEVER_NAMED.test(file.name)) return "notAPhoto";
  return "";
};
