/* Last year's paragraphs in this year's text: which stand in it word for word, and putting one behind what stands there. */

import { insertAt } from "./inserting.js";

/** "copied" when all lines stand in the texts as they are, "same" when they are short besides, else "". */
export function kept(pieces, texts, short) {
  const lines = new Set(texts.flatMap(linesOf));
  if (!pieces.flatMap(linesOf).every((line) => lines.has(line))) return "";
  return pieces.join("").length > short ? "copied" : "same";
}

function linesOf(text) {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

/** Put a paragraph behind what stands in a field, as if it had been typed: the browser can undo it. */
export function append(field, paragraph) {
  const text = field.value.trim() ? `\n${paragraph}` : paragraph;
  field.setSelectionRange(field.value.trimEnd().length, field.value.length);
  insertAt(field, text);
}
