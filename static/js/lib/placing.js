/* Where the cells of a pasted block go in an official table, and what of it does not fit.
 *
 * A misfit is {row, column, text, reason}, counted in the block without heads and labels; row -1 is the head of a
 * column, column -1 the label of a row. What is a misfit, or stands under one, is not written.
 */

import { Unreadable, add, plain, readNumber } from "./figures.js";
import { bare, isFigure, isNothing, stripped } from "./stripping.js";

/**
 * What pasting a block at a place would do: {rows, labels, places, writes: [{id, text}], totals: [{id, text}], misfits}.
 * `places` are the rows and columns of the sheet it goes to. A blank writes a blank. Totals are never written.
 */
export function plan(block, sheet, place) {
  const pasted = stripped(block, sheet);
  const [drawn, apart, short] = arrangements(pasted.rows, sheet, place).map((places) => placed(pasted, sheet, places));
  if (apart.misfits.length < drawn.misfits.length) return apart;
  if (!short || short.misfits.length > drawn.misfits.length) return drawn;
  return drawn.misfits.length === short.misfits.length && sumsHold(drawn, sheet) ? drawn : short;
}

/** The pasted totals that differ from what the table computes: [{id, stated, computed}]. */
export function differingTotals(planned, computed) {
  return planned.totals
    .map(({ id, text }) => ({ id, stated: tidy(text, "money"), computed: computed(id) }))
    .filter(({ stated, computed: own }) => stated !== own && !(stated === "0" && own === "")); // SUM() of blanks is 0
}

/**
 * The places as they are drawn; with merged cells as one, for who has none in the spreadsheet; and without the totals,
 * where a block has just as many rows or columns as entries.
 */
function arrangements(rows, sheet, { row, column }) {
  const width = rows[0]?.length ?? 0;
  const drawn = { rows: rows.map((_, index) => row + index), columns: Array.from({ length: width }, (_, index) => column + index) };
  const each = drawn.rows.map((index) => ownColumns(sheet.rows[index]?.cells ?? [], column, width));
  const apart = { ...drawn, columns: each[0] ?? [], each };
  const open = (cells) => cells.some((cell) => cell && !cell.total);
  const entryRows = sheet.rows.flatMap(({ cells }, index) => (index >= row && open(cells) ? [index] : []));
  const entryColumns = Array.from({ length: sheet.width }, (_, index) => index)
    .filter((index) => index >= column && open(sheet.rows.map(({ cells }) => cells[index])));
  const short = {
    rows: rows.length === entryRows.length ? entryRows : drawn.rows,
    columns: width === entryColumns.length ? entryColumns : drawn.columns,
  };
  return String([short.rows, short.columns]) === String([drawn.rows, drawn.columns]) ? [drawn, apart] : [drawn, apart, short];
}

/** The first `width` columns from `column` on in which a row has a cell; those behind lie outside the table. */
function ownColumns(cells, column, width) {
  const own = [...cells.keys()].filter((index) => index >= column && cells[index]);
  return Array.from({ length: width }, (_, index) => own[index] ?? cells.length + index);
}

function placed({ rows, labels, heads }, sheet, places) {
  const planned = { rows, labels, places, writes: [], totals: [], misfits: [] };
  const misplaced = heads.map((text, column) => otherColumn(text, sheet, places, column));
  misplaced.forEach((reason, column) => reason && planned.misfits.push({ row: -1, column, text: heads[column], reason }));
  const known = sheet.rows.map((row) => bare(row.labels.at(-1) ?? ""));
  rows.forEach((row, number) => {
    const target = sheet.rows[places.rows[number]];
    const reason = otherRow(labels[number], target, known) || (row.length ? "" : "没有数字");
    if (reason) planned.misfits.push({ row: number, column: -1, text: labels[number], reason });
    else row.forEach((text, column) => misplaced[column] || put(planned, target, { row: number, column, text: text.trim() }));
  });
  return planned;
}

/** Plan one cell: a write, a total to compare, or a misfit. */
function put({ places, writes, totals, misfits }, target, { row, column, text }) {
  const cell = target?.cells[(places.each?.[row] ?? places.columns)[column]];
  const entry = isNothing(text) ? "" : text;
  if (cell?.total) return entry && totals.push({ id: cell.id, text: entry });
  const reason = cell ? unfit(entry, cell) : entry && (cell === null ? "这里是合并的一格" : "超出表格");
  if (reason) return misfits.push({ row, column, text, reason });
  return cell && !cell.locked && writes.push({ id: cell.id, text: tidy(entry, cell.kind) });
}

/** Why a cell cannot take an entry, "" when it can. */
function unfit(entry, cell) {
  if (cell.locked) return ["", "0"].includes(tidy(entry, cell.kind)) ? "" : "这一格固定为 0";
  if (!isFigure(entry)) return "不是数字";
  try {
    readNumber(entry, cell.kind);
    return "";
  } catch (problem) {
    if (problem instanceof Unreadable) return "不能填在这一格";
    throw problem;
  }
}

/** Why a row with this label does not belong into the target, "" when it does. */
function otherRow(label, target, known) {
  if (label === "") return "";
  if (!target) return "超出表格";
  const seen = bare(label);
  const own = target.labels.map(bare);
  if (own.length === 0 || own.includes(seen)) return "";
  const alike = own.some((text) => text.startsWith(seen) || seen.startsWith(text));
  return alike && !known.includes(seen) ? "" : `表中这一行是“${target.labels.at(-1)}”`;
}

/** Why a column under this head does not belong where it would go: it is the head of another one. */
function otherColumn(head, sheet, { rows, columns }, column) {
  const cell = sheet.rows[rows[0]]?.cells[columns[column]];
  const seen = bare(head);
  if (!cell || seen === "" || sheet.innerHeads.length || bare(cell.head) === seen) return "";
  const isHead = sheet.rows[0].cells.some((other) => other && bare(other.head) === seen);
  return isHead ? `表中这一列是“${cell.head}”` : "";
}

/** Whether the pasted totals are the sums of what is pasted with them, and not all of them 0. */
function sumsHold({ writes, totals }, sheet) {
  const numbers = new Map([...writes, ...totals].map(({ id, text }) => [id, numberOf(text)]));
  const pasted = sheet.sums.filter(({ total, parts }) => numbers.has(total) && parts.every((part) => numbers.has(part)));
  const hold = ({ total, parts }) => add(parts.map((part) => numbers.get(part))) === numbers.get(total);
  return pasted.some(({ total }) => numbers.get(total)) && pasted.every(hold);
}

function numberOf(text) {
  return isFigure(text) ? readNumber(text, text.includes(".") ? "money" : "change") : null;
}

/** A number in its plain notation ("1,234" and "１２" too); any other text as it is. */
function tidy(entry, kind) {
  try {
    return plain(readNumber(entry, kind));
  } catch (problem) {
    if (problem instanceof Unreadable) return entry;
    throw problem;
  }
}
