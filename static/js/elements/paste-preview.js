/* A dialog that shows a pasted block before it is put in, with what does not fit and why.
 *
 *   <paste-preview>
 *     <dialog aria-labelledby="…"> <p data-why></p> <div><table data-block></table></div> <p data-rest hidden></p>
 *       <button type="button" value="fill">填入能放下的</button> <button type="button" value="">取消</button> </dialog>
 *   </paste-preview>
 */

import { HearingElement } from "../lib/hearing.js";

const ROWS = 60;
const COLUMNS = 20;

export class PastePreview extends HearingElement {
  #answer = null;

  // Lifecycle

  connectedCallback() {
    this.hear(this.#dialog, "close", () => this.#closed());
    this.hear(this, "click", (event) => this.#click(event));
  }

  // Actions

  /** Show what pasting would do; true when what fits shall be put in. */
  ask(planned, sheet) {
    const { rows, misfits, writes } = planned;
    this.querySelector("[data-why]").textContent =
      `${rows.length} 行 ${rows[0].length} 列的内容里，有 ${misfits.length} 处放不下（标 ✗，写明原因）；能放下的有 ${writes.length} 格。`;
    this.querySelector("[data-block]").replaceChildren(this.#head(planned, sheet), this.#body(planned, sheet));
    const rest = this.querySelector("[data-rest]");
    rest.hidden = rows.length <= ROWS && rows[0].length <= COLUMNS;
    rest.textContent = `只显示前 ${ROWS} 行、${COLUMNS} 列。`;
    const fill = this.querySelector('button[value="fill"]');
    fill.disabled = writes.length === 0;
    this.#dialog.returnValue = "";
    this.#dialog.showModal();
    (fill.disabled ? this.querySelector('button[value=""]') : fill).focus();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  // Private

  get #dialog() {
    return this.querySelector("dialog");
  }

  #click({ target }) {
    const button = target.closest("button");
    if (button) this.#dialog.close(button.value);
  }

  #closed() {
    this.#answer?.(this.#dialog.returnValue === "fill");
    this.#answer = null;
  }

  #head({ rows, places, misfits }, sheet) {
    const head = document.createElement("thead");
    const line = head.insertRow();
    line.append(heading("col", "行"));
    for (let column = 0; column < Math.min(rows[0].length, COLUMNS); column += 1) {
      const cell = sheet.innerHeads.length ? undefined : sheet.rows[places.rows[0]]?.cells[places.columns[column]];
      line.append(heading("col", cell?.head || `第 ${column + 1} 列`, misfits.find((one) => one.row === -1 && one.column === column)));
    }
    return head;
  }

  #body({ rows, labels, places, misfits }, sheet) {
    const body = document.createElement("tbody");
    const wrong = new Map(misfits.map((one) => [`${one.row} ${one.column}`, one]));
    rows.slice(0, ROWS).forEach((row, number) => {
      const line = body.insertRow();
      const own = sheet.rows[places.rows[number]]?.labels.at(-1);
      line.append(heading("row", labels[number] || own || `第 ${number + 1} 行`, wrong.get(`${number} -1`)));
      row.slice(0, COLUMNS).forEach((text, column) => fillIn(line.insertCell(), text, wrong.get(`${number} ${column}`)));
    });
    return body;
  }
}

function heading(scope, text, misfit) {
  const cell = document.createElement("th");
  cell.scope = scope;
  return fillIn(cell, text, misfit);
}

/** The text, and why it does not fit. */
function fillIn(cell, text, misfit) {
  cell.textContent = misfit ? `✗ ${misfit.text || text}` : text;
  if (!misfit) return cell;
  cell.className = "is-misfit";
  const reason = document.createElement("small");
  reason.textContent = misfit.reason;
  cell.append(reason);
  return cell;
}
