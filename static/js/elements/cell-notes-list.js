/* The notes and sources below a table: reached from their cells by Shift+F2, left by Esc, shown at their cells.
 *
 *   <form> <report-grid> … <button data-to-note hidden></button> … <td><input id="t.r.a" data-kind="count"></td> …
 *   </report-grid>
 *   <cell-notes-list data-table="t"><details> <span data-keys hidden></span> <table>
 *     <tbody><tr data-place="t.r.a"><th></th> <td><input name="note:t.r.a"></td> <td><input name="source:t.r.a"></td></tr>
 *     </tbody>
 *     <tbody><tr><th><select> <optgroup label="行"><option value="t.r.b">列</option></optgroup> </select></th>
 *       <td><input name="add_note"></td> <td><input name="add_source"></td></tr></tbody>
 *   </table> <template><table>…<tr>…</tr></table></template> </details></cell-notes-list> </form>
 *
 * Hears "fields-needed" with {names}: makes the lines for those of notes that are not there.
 */

import { showNoted } from "../lib/cell-notes.js";
import { HearingElement } from "../lib/hearing.js";

const LABELS = { note: "批注", source: "数据来源" };

export class CellNotesList extends HearingElement {
  #cell = null;

  // Lifecycle

  connectedCallback() {
    const form = this.closest("form");
    this.hear(form, "focusin", ({ target }) => (this.#cell = isCell(target) ? target : this.#cell));
    this.hear(form, "keydown", (event) => this.#key(event));
    this.hear(form, "click", ({ target }) => target.closest("[data-to-note]") && this.open(this.#cell?.id ?? this.dataset.table));
    this.hear(form, "grid-counted", () => this.#draw());
    this.hear(form, "fields-needed", ({ detail }) => this.#need(detail.names));
    this.hear(this, "input", (event) => this.#typed(event));
    this.hear(this, "change", ({ target }) => target === this.#select && target.value && this.open(target.value));
    for (const hint of [...this.querySelectorAll("[data-keys]"), ...form.querySelectorAll("[data-to-note]")]) hint.hidden = false;
    if (!this.#blanks.some(({ value }) => value)) this.#fold();
    else if (this.#select.value) this.open(this.#select.value);
  }

  // Actions

  /** Go to the note of a cell, or of the whole table; a line is made when there is none. */
  open(place) {
    const line = this.#line(place);
    if (!line) return;
    const [note, source] = line.querySelectorAll("input");
    if (this.#blanks.some(({ value }) => value)) {
      [note.value, source.value] = this.#blanks.map(({ value }) => value); // typed before a cell was chosen
      this.#fold();
      for (const input of [note, source]) input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    note.focus();
    note.scrollIntoView({ block: "nearest" });
  }

  // Private

  get #select() {
    return this.querySelector("select");
  }

  get #blanks() {
    return [...this.#select.closest("tr").querySelectorAll("input")];
  }

  get #lines() {
    return [...this.querySelectorAll("[data-place]")];
  }

  /** The blank line only chooses a cell: whatever is typed belongs to one. */
  #fold() {
    this.#select.removeAttribute("name");
    this.#select.value = "";
    for (const blank of this.#blanks) {
      blank.removeAttribute("name");
      Object.assign(blank, { value: "", hidden: true });
    }
  }

  #line(place) {
    this.querySelector("details").open = true;
    const known = this.#lines.find((line) => line.dataset.place === place);
    if (known) return known;
    const option = [...this.#select.options].find(({ value }) => value === place);
    if (!option) return undefined;
    const row = option.closest("optgroup")?.label;
    const name = row ? `${row} · ${option.textContent}` : option.textContent;
    option.remove();
    const line = this.querySelector("template").content.querySelector("tr").cloneNode(true);
    line.dataset.place = place;
    const link = line.querySelector("a");
    Object.assign(link, { href: `#${place}`, textContent: name });
    if (!row) link.replaceWith(name);
    for (const input of line.querySelectorAll("input")) {
      const kind = input.name;
      input.dataset.field = `${kind}:${place}`;
      input.removeAttribute("name"); // a field only once something is typed
      input.id = `id_${kind}:${place}`;
      input.setAttribute("aria-label", `${LABELS[kind]}（${name}）`);
    }
    this.querySelector("tbody").append(line);
    return line;
  }

  #need(names) {
    for (const name of names) {
      const place = /^(?:note|source):(.+)$/.exec(name)?.[1];
      const line = place && this.#line(place);
      const input = line && [...line.querySelectorAll("input")].find(({ dataset }) => dataset.field === name);
      if (input) input.name = name;
    }
  }

  #typed({ target }) {
    if (target.dataset.field) target.name = target.dataset.field;
    this.#draw();
  }

  #key(event) {
    const { target, key } = event;
    if (event.isComposing) return;
    if (key === "F2" && event.shiftKey && isCell(target)) this.open(target.id);
    else if (["Escape", "Enter"].includes(key) && target.closest("[data-place] input")) this.#back(target);
    else return;
    event.preventDefault();
  }

  #back(input) {
    const cell = document.getElementById(input.closest("[data-place]").dataset.place);
    (isCell(cell) ? cell : (this.#cell ?? this.querySelector("summary"))).focus();
  }

  /** What is noted, at the cells. */
  #draw() {
    for (const line of this.#lines) {
      const cell = document.getElementById(line.dataset.place);
      if (cell) showNoted(cell, ...[...line.querySelectorAll("input")].map(({ value }) => value.trim()));
    }
  }
}

function isCell(element) {
  return Boolean(element?.matches("input[data-kind]"));
}
