/* Putting words into a text as if they were typed, so that the browser's own undo takes them out again. */

/** In the place of what is selected; the browser says "input" itself where it can insert. */
export function insertAt(text, words) {
  text.focus();
  if (document.execCommand("insertText", false, words)) return;
  text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}
