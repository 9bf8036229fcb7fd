/* A block of cells that is marked with Shift and arrows or the mouse, copied as spreadsheets take it, and cleared.
 *
 *   <report-grid> … <grid-block><grid-keys><table> … </table></grid-keys></grid-block> … </report-grid>
 *
 * The cursor stays in the cell where the block begins. `corner` is its upper left place.
 */

import { toHtml, toText } from "../lib/block.js";
import { HearingElement } from "../lib/hearing.js";
import { textOf } from "../lib/sheet.js";

export class GridBlock extends HearingElement {
  #from = null;
  #to = null;
  #pressed = null;

  // Lifecycle

  connectedCallback() {
    this.hear(this, "grid-extend", (event) => this.#extend(event));
    this.hear(this, "focusin", () => this.clear());
    this.hear(this, "input", () => this.clear());
    this.hear(this, "mousedown", (event) => this.#press(event));
    this.hear(this, "dragstart", (event) => event.preventDefault()); // of the selected entry, instead of the block
    this.hear(this, "mouseover", (event) => this.#drag(event));
    this.hear(this, "keydown", (event) => this.#key(event));
    this.hear(this, "copy", (event) => this.#copy(event));
    this.hear(this, "cut", (event) => this.#copy(event) && this.#empty());
    this.hear(document, "mouseup", () => (this.#pressed = null));
  }

  get corner() {
    if (!this.#to) return undefined;
    return { row: Math.min(this.#from.row, this.#to.row), column: Math.min(this.#from.column, this.#to.column) };
  }

  // Actions

  /** Mark the cells between two places. */
  mark(from, to) {
    this.#unmark();
    [this.#from, this.#to] = [from, to];
    const rows = this.#rows;
    for (const cell of rows.flat().filter(Boolean)) cell.box.dataset.marked = "";
    this.#say(`已选 ${rows.length}×${rows[0].length}`);
  }

  /** Nothing is marked. */
  clear() {
    if (!this.#to) return;
    this.#unmark();
    this.#to = null;
    this.#say("");
  }

  // Private

  get #grid() {
    return this.closest("report-grid");
  }

  get #rows() {
    return this.#grid.sheet.between(this.#from, this.#to);
  }

  #extend({ target, detail: { down = 0, right = 0 } }) {
    const { sheet } = this.#grid;
    const from = sheet.placeOf(target.id);
    const { row, column } = this.#to ?? from;
    const to = { row: row + down, column: column + right };
    const cell = sheet.cellAt(to);
    if (!cell) return;
    this.mark(from, to);
    cell.entry.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #press(event) {
    if (event.button !== 0) return;
    const place = this.#placeAt(event.target);
    const active = this.#grid.sheet.placeOf(document.activeElement.id);
    if (place && active && event.shiftKey) {
      event.preventDefault();
      this.mark(active, place);
      return;
    }
    this.clear();
    this.#pressed = event.target.tagName === "INPUT" ? event.target : null;
  }

  #drag(event) {
    if (!this.#pressed || !(event.buttons & 1)) return;
    const place = this.#placeAt(event.target);
    const from = this.#grid.sheet.placeOf(this.#pressed.id);
    if (!place || (this.#grid.sheet.cellAt(place).entry === this.#pressed && !this.#to)) return;
    this.mark(from, place);
    this.#pressed.select();
  }

  #placeAt(element) {
    const entry = element.closest("td")?.querySelector("input[data-kind], output[id]");
    return entry ? this.#grid.sheet.placeOf(entry.id) : undefined;
  }

  #key(event) {
    if (!this.#to) return;
    if (event.key === "Escape") this.clear();
    if (!["Delete", "Backspace"].includes(event.key)) return;
    event.preventDefault();
    this.#empty();
  }

  /** Put the block on the clipboard, or the whole entry when no part of it is selected; false when neither. */
  #copy(event) {
    const { target, clipboardData } = event;
    const part = target.selectionStart !== target.selectionEnd;
    if (!this.#to && (part || this.#grid.sheet.placeOf(target.id) === undefined)) return false;
    const rows = this.#to ? this.#rows.map((row) => row.map((cell) => cell && textOf(cell))) : [[target.value]];
    event.preventDefault();
    clipboardData.setData("text/plain", toText(rows));
    clipboardData.setData("text/html", toHtml(rows));
    this.#say(`已复制 ${rows.length}×${rows[0].length}`);
    return this.#to !== null;
  }

  #empty() {
    const cells = this.#rows.flat().filter((cell) => cell && !cell.total && !cell.locked);
    if (!cells.length) return;
    const what = `清除 ${cells.length} 格`;
    this.closest("grid-steps")?.take(cells.map(({ id }) => ({ id, text: "" })), what);
    this.#say(`已${what}，撤销 Ctrl+Z`);
  }

  #say(words) {
    this.closest("grid-steps")?.say(words);
  }

  #unmark() {
    for (const box of this.querySelectorAll("[data-marked]")) delete box.dataset.marked;
  }
}
