/* What is done in a grid, step by step, so that it can be undone: typing, pasting, filling blanks with 0.
 *
 *   <form> <report-grid> … <grid-steps>
 *     <p data-hint hidden>…</p> … <table> … </table> … <p data-said role="status"></p>
 *   </grid-steps> … </report-grid> <button name="action" value="fill_zero">空白补 0</button> </form>
 *
 * Ctrl+Z undoes, Ctrl+Y or Ctrl+Shift+Z does again. Others have their steps done by `take`, and speak by `say`.
 * Hears the document's "section-chosen" {values}.
 */

import { HearingElement } from "../lib/hearing.js";
import { History } from "../lib/history.js";

export class GridSteps extends HearingElement {
  #history = new History();
  #known = new Map();
  #last = null; // the cell that had the cursor

  // Lifecycle

  connectedCallback() {
    if (this.#grid.readonly) return;
    this.#look();
    for (const hint of this.querySelectorAll("[data-hint]")) hint.hidden = false;
    this.hear(this, "input", (event) => this.#typed(event));
    this.hear(this, "focusin", (event) => this.#enter(event));
    this.hear(this.closest("form"), "click", (event) => this.#click(event));
    this.hear(document, "section-chosen", ({ detail }) => this.#learn(detail.values), { capture: true });
    this.hear(document, "keydown", (event) => this.#key(event));
    this.hear(window, "pageshow", () => this.#look());
  }

  // Actions

  /** Write entries ([{id, text}]) as one step, called `what`. */
  take(writes, what) {
    const changes = writes.map(({ id, text }) => ({ id, before: this.#known.get(id), after: text }));
    this.#history.note(changes, { what });
    this.#write(changes.map(({ id, after }) => ({ id, value: after })));
  }

  /** Say something, aloud too; what has to be looked at stays until something else is said. */
  say(words, ...important) {
    const lines = important.map((text) => Object.assign(document.createElement("strong"), { textContent: text }));
    this.querySelector("[data-said]").replaceChildren(words, ...lines);
  }

  /** Write 0 into every blank cell. */
  fill() {
    const blanks = this.#entries.filter((entry) => !entry.readOnly && entry.value.trim() === "");
    if (!blanks.length) return this.say("没有空白的格");
    const what = `空白补 0（${blanks.length} 格）`;
    this.take(blanks.map(({ id }) => ({ id, text: "0" })), what);
    this.say(`已${what}，撤销 Ctrl+Z`);
  }

  // Private

  get #grid() {
    return this.closest("report-grid");
  }

  get #entries() {
    return this.#grid.sheet.cells.filter(({ total }) => !total).map(({ entry }) => entry);
  }

  #look() {
    for (const entry of this.#entries) this.#known.set(entry.id, entry.value);
  }

  /** What comes from others is no step of this person: it is not undone. */
  #learn(values) {
    for (const [id, value] of Object.entries(values)) {
      if ((this.#known.get(id) ?? value) === value) continue;
      this.#known.set(id, value);
      this.#history.forget(id);
    }
  }

  #enter({ target }) {
    this.#history.pause();
    if (this.#known.has(target.id)) this.#last = target;
  }

  #typed({ target }) {
    const before = this.#known.get(target.id);
    if (before === undefined || before === target.value) return;
    this.#known.set(target.id, target.value);
    const { sheet } = this.#grid;
    const what = `输入（${sheet.cellAt(sheet.placeOf(target.id)).name}）`;
    this.#history.note([{ id: target.id, before, after: target.value }], { what, typing: true });
    if (!this.querySelector("[data-said] strong")) this.say("");
  }

  #click(event) {
    if (!event.target.closest('button[value="fill_zero"]')) return;
    event.preventDefault();
    this.fill();
    this.#last?.focus({ preventScroll: true }); // its key has put the focus on the button
  }

  #key(event) {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !["z", "y"].includes(key) || event.isComposing) return;
    const { target } = event;
    const writesElsewhere = target.matches("input, textarea, select") && !this.#known.has(target.id);
    if (writesElsewhere || target.closest("dialog")) return;
    event.preventDefault();
    if (key === "z" && !event.shiftKey) this.#again(this.#history.undo(), "撤销");
    else this.#again(this.#history.redo(), "恢复");
  }

  #again(step, word) {
    if (!step) return this.say(`没有可以${word}的操作`);
    this.#write(step.entries);
    this.say(`已${word}：${step.what}`);
    const [only, ...others] = step.entries;
    const entry = others.length ? document.activeElement : document.getElementById(only.id);
    if (!this.#known.has(entry.id)) return undefined;
    entry.focus();
    return entry.select();
  }

  /** One event for all of them, for the totals and whoever saves. */
  #write(entries) {
    for (const { id, value } of entries) {
      document.getElementById(id).value = value;
      this.#known.set(id, value);
    }
    document.getElementById(entries[0]?.id)?.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
