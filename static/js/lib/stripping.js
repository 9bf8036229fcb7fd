/* A pasted block without its heads and labels: what is figure, what only says which figure it is. */

import { Unreadable, readNumber } from "./figures.js";

const NOTHING = /^[/／\\\-－—–―无*]*$/;
const ORDINAL = /^(\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十\d]{1,2}[、.,:])/;

/** A text as labels are compared: NFKC, letters and digits only, without its ordinal. */
export function bare(text) {
  return letters(text.normalize("NFKC").replace(/\s+/g, "").replace(ORDINAL, ""));
}

/** A blank, or a sign for nothing: "/", "-", "无". */
export function isNothing(text) {
  return NOTHING.test(text.trim());
}

/** Whether a cell may be one of figures: blank, a sign for nothing, a number. "1." and "1.属于国家秘密" are none. */
export function isFigure(text) {
  const entry = text.trim();
  if (isNothing(entry)) return true;
  if (/^\d+[.、]$/.test(entry.normalize("NFKC"))) return false;
  try {
    readNumber(entry, entry.includes(".") ? "money" : "change");
    return true;
  } catch (problem) {
    if (problem instanceof Unreadable) return false;
    throw problem;
  }
}

/**
 * The block without its column heads and its row labels: {rows, labels, heads}. `labels` are those of each row,
 * `heads` the lowest text above each column, "" where there is none. A lone cell is left as it is.
 */
export function stripped(block, sheet) {
  if (block.length === 1 && block[0].length === 1) return { rows: block, labels: [""], heads: [""] };
  const top = headRows(block, headTest(sheet.heads));
  const isInner = headTest(sheet.innerHeads);
  const body = block.slice(top).filter((row) => !isInner(row));
  const first = labelColumns(body);
  return {
    rows: body.map((row) => row.slice(first)),
    labels: body.map((row) => row.slice(0, first).findLast((text) => text.trim() !== "")?.trim() ?? ""),
    heads: (block[0] ?? []).slice(first).map((_, column) => headOf(block.slice(0, top), first + column)),
  };
}

function letters(text) {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

/** Says of a row whether all its words are heads; with their ordinals, for 总计 is a head and （七）总计 a row. */
function headTest(heads) {
  const known = new Set(heads.map(letters));
  return (row) => {
    const words = row.filter((text) => text.trim() !== "");
    return words.length > 0 && words.every((text) => known.has(letters(text)));
  };
}

/** How many rows on top are heads; blank ones count with the heads below them. */
function headRows(block, isHead) {
  const end = block.findIndex((row) => !isHead(row) && row.some((text) => text.trim() !== ""));
  const top = end < 0 ? block : block.slice(0, end);
  return top.findLastIndex(isHead) + 1;
}

function headOf(top, column) {
  return top.findLast((row) => row[column].trim() !== "")?.[column].trim() ?? "";
}

/** How many columns in front hold labels: up to the last one with words in it and no number. */
function labelColumns(body) {
  let count = 0;
  for (let column = 0; column < (body[0]?.length ?? 0); column += 1) {
    const texts = body.map((row) => row[column].trim()).filter(Boolean);
    if (texts.some((text) => isFigure(text) && !isNothing(text))) break;
    if (texts.some((text) => !isFigure(text))) count = column + 1;
  }
  return count;
}
