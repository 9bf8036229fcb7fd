/* An official table as rows and columns: which cell lies where, what its labels are, which is next.
 *
 * It is made from drawn rows, as fromCells takes them, in which the "text" of a figure's cell is a
 * {id, name, kind, total, locked}. Only rows with such cells are rows here; the labels of the others are heads.
 * A place is {row, column}, counted in these rows and in the columns behind the labels.
 */

import { fromCells } from "./block.js";

export class Sheet {
  rows = [];
  heads = [];
  innerHeads = []; // those between the rows
  sums = [];
  #places = new Map();

  constructor(drawn, { sums = [], heads = [] } = {}) {
    const grid = fromCells(drawn);
    const figureRows = grid.filter((row) => row.some(isCell));
    const labels = Math.min(...figureRows.map((row) => row.findIndex(isCell)));
    const above = [];
    this.sums = sums;
    this.heads = [...heads, ...grid.filter((row) => !row.some(isCell)).flat().filter(Boolean)];
    for (const row of grid) {
      if (row.some(isCell)) this.#add(row, labels, above);
      else this.#addHeads(row, above);
    }
  }

  get width() {
    return Math.max(...this.rows.map(({ cells }) => cells.length));
  }

  get cells() {
    return this.rows.flatMap(({ cells }) => cells.filter(Boolean));
  }

  /** Where a cell is; undefined for what is none of this table. */
  placeOf(id) {
    return this.#places.get(id);
  }

  /** The cell at a place; that of a merged one for all its places. */
  cellAt({ row, column }) {
    const cells = this.rows[row]?.cells ?? [];
    if (column < 0 || column >= cells.length) return undefined;
    return cells.slice(0, column + 1).findLast(Boolean);
  }

  /** The next cell from a place in a direction ({down} or {right}, 1 or -1) that is no total; undefined at the edge. */
  next(place, { down = 0, right = 0 }) {
    const from = this.cellAt(place);
    for (let row = place.row + down, column = place.column + right; ; row += down, column += right) {
      const cell = this.cellAt({ row, column });
      if (!cell) return undefined;
      if (cell !== from && !cell.total) return cell;
    }
  }

  /** The rows of cells between two places, whichever comes first; null where a merged cell goes on. */
  between(one, other) {
    const [top, bottom] = [one.row, other.row].sort((a, b) => a - b);
    const [left, right] = [one.column, other.column].sort((a, b) => a - b);
    return this.rows.slice(top, bottom + 1).map(({ cells }) => cells.slice(left, right + 1));
  }

  #addHeads(row, above) {
    row.forEach((text, column) => (above[column] = text || above[column]));
    if (this.rows.length) this.innerHeads.push(...row.filter(Boolean));
  }

  #add(row, labels, above) {
    const cells = row.slice(labels).map((item, column) =>
      isCell(item) ? { ...item, head: above[column + labels] ?? "" } : null);
    cells.forEach((cell, column) => cell && this.#places.set(cell.id, { row: this.rows.length, column }));
    this.rows.push({ labels: row.slice(0, labels).filter((text) => text !== ""), cells });
  }
}

function isCell(item) {
  return typeof item === "object";
}

/** The sheet of a <table> of the form; `sums` as the page declares them. Its cells also hold their element (`entry`)
 * and the <td> around it (`box`). */
export function sheetOf(table, sums) {
  const rows = [...table.querySelectorAll("thead tr, tbody tr")];
  const drawn = rows.map((row) =>
    [...row.cells].map((box) => ({ text: figureIn(box) ?? labelOf(box), rowspan: box.rowSpan, colspan: box.colSpan })));
  return new Sheet(drawn, { sums, heads: table.caption ? [table.caption.textContent.trim()] : [] });
}

/** What stands in a cell of the sheet. */
export function textOf({ entry }) {
  return entry.value ?? entry.textContent;
}

function figureIn(box) {
  const entry = box.querySelector("input[data-kind], output[id]");
  if (!entry) return undefined;
  const name = entry.getAttribute("aria-label").replace(/（[^（]*）$/, "");
  const total = entry.tagName === "OUTPUT";
  return { id: entry.id, name, kind: entry.dataset.kind ?? "money", total, locked: entry.readOnly === true, entry, box };
}

function labelOf(box) {
  return (box.querySelector("[data-label]") ?? box).textContent.trim();
}
