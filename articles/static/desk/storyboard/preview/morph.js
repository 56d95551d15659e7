// Brings one piece of a document to the state of another by changing what differs: no flicker, no lost scroll.

// Set by the reader's script or by the pane itself: not the document's own.
const KEPT = new Set(["hidden", "inert", "data-in-work"]);

const attributes = (from, to) => {
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && !KEPT.has(name)) from.removeAttribute(name);
  for (const { name, value } of to.attributes) if (!KEPT.has(name) && from.getAttribute(name) !== value) from.setAttribute(name, value);
};

const isAlike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id ?? "") === (b.id ?? "");

// The child that becomes `wanted`: by its id wherever it stands, else the next one that is alike.
const matching = (at, wanted) => {
  for (let each = at; each; each = each.nextSibling) {
    if (isAlike(each, wanted)) return each;
    if (!wanted.id && each.id) return null; // what has an id waits for its own
  }
  return null;
};

const children = (from, to) => {
  let at = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    const found = matching(at, wanted);
    if (!found) from.insertBefore(from.ownerDocument.importNode(wanted, true), at);
    else {
      if (found !== at) from.insertBefore(found, at);
      else at = at.nextSibling;
      morph(found, wanted);
    }
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
};

/** Makes the node `from` what `to` is. */
export const morph = (from, to) => {
  if (from.nodeType !== Node.ELEMENT_NODE) {
    if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
    return;
  }
  if (from.isEqualNode(to)) return;
  attributes(from, to);
  children(from, to);
};
