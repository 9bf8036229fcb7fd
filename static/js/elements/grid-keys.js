/* A grid that is walked through with the keys of a spreadsheet.
 *
 *   <report-grid> … <grid-keys><table> … </table></grid-keys> … </report-grid>
 *
 * Arrows, Enter, Tab go from cell to cell; what is typed replaces the entry, after F2 or a double click the arrows
 * move inside it; Esc brings back what it was. F1 opens the help of the row. Says "grid-extend" with {down, right}
 * for Shift with an arrow. Hears "section-chosen" with {values}.
 */

import { HearingElement } from "../lib/hearing.js";

const ARROWS = {
  ArrowUp: { down: -1 }, ArrowDown: { down: 1 }, ArrowLeft: { right: -1 }, ArrowRight: { right: 1 },
};

export class GridKeys extends HearingElement {
  #entered = "";
  #inside = false;
  #fresh = false;
  #last = null;

  // Lifecycle

  connectedCallback() {
    this.hear(this, "focusin", (event) => this.#enter(event));
    this.hear(this, "mouseup", (event) => this.#mouseUp(event));
    this.hear(this, "dblclick", () => (this.#inside = true));
    this.hear(this, "keydown", (event) => this.#key(event));
    const given = ({ detail }) => (this.#entered = detail.values[this.#last?.id] ?? this.#entered);
    this.hear(document, "section-chosen", given); // Esc brings back no older entry
    if (this.#grid.readonly) return;
    for (const stop of this.querySelectorAll("summary, input[readonly]")) stop.tabIndex = -1; // F1 leads to the help
  }

  // Actions

  /** Go to a cell of the sheet; what is typed there replaces its entry. */
  go({ entry }) {
    entry.focus();
    entry.select();
  }

  // Private

  get #grid() {
    return this.closest("report-grid");
  }

  #isCell(element) {
    return element.tagName === "INPUT" && this.#grid.sheet.placeOf(element.id) !== undefined;
  }

  #enter({ target }) {
    if (!this.#isCell(target)) return;
    this.#entered = target.value;
    this.#inside = false;
    this.#fresh = true;
    this.#last = target;
    target.select();
  }

  /** The click that brings the focus selects the entry, the next one sets the cursor. */
  #mouseUp({ target }) {
    if (this.#fresh && target === this.#last && target.selectionStart === target.selectionEnd) target.select();
    this.#fresh = false;
  }

  #key(event) {
    const { target, key } = event;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (target.tagName === "SUMMARY") this.#helpKey(event);
    if (!this.#isCell(target)) return;
    this.#fresh = false;
    const step = key === "Enter" ? { down: event.shiftKey ? -1 : 1 } : this.#step(event);
    if (step) this.#move(event, step);
    else if (key === "F2" && !event.shiftKey) this.#edit(event);
    else if (key === "Escape") this.#restore(event);
    else if (key === "F1") this.#help(event);
  }

  /** Where an arrow leads, when it leads out of the entry. */
  #step({ target, key }) {
    const step = ARROWS[key];
    if (!step || this.#inside) return undefined;
    const { selectionStart: start, selectionEnd: end, value } = target;
    const whole = start === 0 && end === value.length;
    const edge = step.right === 1 ? value.length : 0;
    return step.down || whole || (start === end && start === edge) ? step : undefined;
  }

  #move(event, step) {
    event.preventDefault();
    const { sheet } = this.#grid;
    if (event.shiftKey && event.key !== "Enter") {
      event.target.dispatchEvent(new CustomEvent("grid-extend", { bubbles: true, detail: step }));
      return;
    }
    const next = sheet.next(sheet.placeOf(event.target.id), step);
    if (next) this.go(next);
    else event.target.select();
  }

  #edit(event) {
    event.preventDefault();
    this.#inside = true;
    event.target.setSelectionRange(event.target.value.length, event.target.value.length);
  }

  #restore({ target }) {
    this.#inside = false;
    if (target.value !== this.#entered) {
      target.value = this.#entered;
      target.dispatchEvent(new Event("input", { bubbles: true }));
    }
    target.select();
  }

  #help(event) {
    const help = event.target.closest("tr").querySelector("details");
    event.preventDefault();
    if (!help) return;
    help.open = true;
    help.querySelector("summary").focus();
  }

  #helpKey(event) {
    if (!["Escape", "F1"].includes(event.key)) return;
    event.preventDefault();
    event.target.closest("details").open = false;
    this.#last?.focus();
  }
}
