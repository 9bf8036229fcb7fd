/* A grid into which a block from Excel, WPS or Word can be pasted, from the cell with the cursor on.
 *
 *   <report-grid> … <grid-steps>
 *     <grid-paste><grid-block> … <table> … </table> … </grid-block> <paste-preview> … </paste-preview></grid-paste>
 *   </grid-steps> … </report-grid>
 *
 * What does not fit is shown first.
 */

import { blockOf } from "../lib/block.js";
import { HearingElement } from "../lib/hearing.js";
import { differingTotals, plan } from "../lib/placing.js";
import { textOf } from "../lib/sheet.js";

const NAMED = 3;

export class GridPaste extends HearingElement {

  // Lifecycle

  connectedCallback() {
    this.hear(this, "paste", (event) => this.#paste(event));
    this.hear(this, "input", () => this.#unmark());
  }

  // Actions

  /** Put a block at a place; asks when something of it does not fit. */
  async put(block, place) {
    const planned = plan(block, this.#grid.sheet, place);
    if (!planned.rows.length) return this.#steps.say("粘贴的只有表头，没有数字");
    const asked = planned.misfits.length > 0;
    if (asked && !(await this.querySelector("paste-preview").ask(planned, this.#grid.sheet))) {
      return this.#steps.say("没有粘贴");
    }
    const [rows, columns] = [planned.rows.length, planned.rows[0].length];
    const what = asked ? `粘贴 ${rows}×${columns} 中能放下的` : `粘贴 ${rows}×${columns}`;
    this.#steps.take(planned.writes, what);
    this.#mark(planned.writes);
    this.#steps.say(`已${what}，撤销 Ctrl+Z`, ...this.#differences(planned));
  }

  // Private

  get #grid() {
    return this.closest("report-grid");
  }

  get #steps() {
    return this.closest("grid-steps");
  }

  async #paste(event) {
    const { target } = event;
    const place = this.#grid.sheet.placeOf(target.id);
    if (!place || this.#grid.readonly) return;
    const block = blockOf(event.clipboardData);
    if (!block) return;
    event.preventDefault();
    if (block.length === 1 && block[0].length === 1) return this.#type(target, block[0][0].trim());
    await this.put(block, this.querySelector("grid-block")?.corner ?? place);
    target.focus();
    target.select();
  }

  /** One entry goes to the cursor, as if it were typed. */
  #type(input, text) {
    if (input.readOnly) return;
    input.setRangeText(text, input.selectionStart, input.selectionEnd, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #differences(planned) {
    const { sheet } = this.#grid;
    const named = ({ id }) => sheet.cellAt(sheet.placeOf(id));
    const differing = differingTotals(planned, (id) => textOf(named({ id })));
    if (!differing.length) return [];
    const shown = differing.slice(0, NAMED).map((one) => `${named(one).name} 粘贴的是 ${one.stated}，算得 ${one.computed || "空白"}`);
    const more = differing.length > NAMED ? ` 等 ${differing.length} 处` : "";
    return [`粘贴内容里的总计与算得的不同：${shown.join("；")}${more}。表中按算得的显示，请核对`];
  }

  #mark(writes) {
    const { sheet } = this.#grid;
    for (const { id } of writes) sheet.cellAt(sheet.placeOf(id)).box.dataset.pasted = "";
  }

  #unmark() {
    for (const box of this.querySelectorAll("[data-pasted]")) delete box.dataset.pasted;
  }
}
