/* An official table whose totals and balance follow the typing.
 *
 *   <report-grid data-readonly>
 *     <script type="application/json">
 *       {"sums": [{"total": "t.r.total", "parts": ["t.r.a", "t.r.b"]}],
 *        "balances": [{"column": "a", "left": ["t.r.a"], "right": ["t.s.a"]}]}
 *     </script>
 *     <table> … <td><input id="t.r.a" data-kind="count"></td> <td><output id="t.r.total"></output></td>
 *             … <td><output data-balance="a"></output></td> </table>
 *   </report-grid>
 *
 * Says "grid-counted" with {blanks, numbers} whenever it has computed; `sheet` is the table as rows and columns.
 * The server computes again; this only shows. Hears "section-saved" with {values, marks}: what the server says by cell.
 */

import { CellNotes } from "../lib/cell-notes.js";
import { Unreadable, add, plain, readNumber } from "../lib/figures.js";
import { HearingElement } from "../lib/hearing.js";
import { sheetOf } from "../lib/sheet.js";

export class ReportGrid extends HearingElement {
  sheet = null;
  #declaration = { sums: [], balances: [] };
  #inputs = [];
  #notes = null;
  #read = new Map();

  // Lifecycle

  connectedCallback() {
    const declared = this.querySelector('script[type="application/json"]');
    if (declared) this.#declaration = JSON.parse(declared.textContent);
    this.sheet = sheetOf(this.querySelector("table"), this.#declaration.sums);
    this.#inputs = this.sheet.cells.filter(({ total }) => !total).map(({ entry }) => entry);
    this.#notes = new CellNotes(this.sheet.cells.map(({ entry }) => entry));
    this.#read.clear();
    this.hear(this, "input", () => this.compute());
    this.hear(window, "pageshow", () => this.compute());
    this.hear(document, "section-saved", ({ detail }) => this.mark(detail));
    this.compute();
  }

  get readonly() {
    return "readonly" in this.dataset;
  }

  // Actions

  /** Read what was changed, show every total and the balance of every column. */
  compute() {
    const numbers = new Map(this.#inputs.map((input) => [input.id, this.#number(input)]));
    for (const { total, parts } of this.#declaration.sums) {
      const sum = add(parts.map((part) => numbers.get(part) ?? null));
      numbers.set(total, sum ?? numbers.get(total) ?? null);
    }
    for (const { total } of this.#declaration.sums) setText(document.getElementById(total), plain(numbers.get(total)));
    const columns = columnsOf(this.#inputs);
    const open = columnsOf(this.#inputs.filter((input) => numbers.get(input.id) === null));
    for (const balance of this.#declaration.balances) {
      const blank = columns.has(balance.column) ? open.has(balance.column) : open.size > 0; // of totals: any
      this.#weigh(balance, numbers, blank);
    }
    const blanks = this.#inputs.filter((input) => input.value.trim() === "").length;
    this.dispatchEvent(new CustomEvent("grid-counted", { bubbles: true, detail: { blanks, numbers } }));
  }

  /** Draw what the server says of the entries it has saved (`values`); of one changed since, when it is changed back. */
  mark({ values = {}, marks = {} }) {
    for (const { entry } of this.sheet.cells) {
      if (entry.id in values) entry.defaultValue = values[entry.id];
      this.#notes.mark(entry, marks[entry.id]);
    }
    this.#read.clear();
    this.compute();
  }

  // Private

  /** The number in an input, read again only when it is another one than before. */
  #number(input) {
    const state = `${input.value}\n${input.defaultValue}`;
    const before = this.#read.get(input);
    if (before?.state === state) return before.number;
    const { number, sentence } = this.#reading(input);
    if (before || sentence || input.value !== input.defaultValue) this.#notes.show(input, sentence);
    this.#read.set(input, { state, number });
    return number;
  }

  #reading(input) {
    try {
      return { number: readNumber(input.value, input.dataset.kind), sentence: "" };
    } catch (problem) {
      if (!(problem instanceof Unreadable)) throw problem;
      return { number: null, sentence: problem.message };
    }
  }

  #weigh({ column, left, right }, numbers, blank) {
    const output = this.querySelector(`[data-balance="${column}"]`);
    if (!output) return;
    const of = (addresses) => add(addresses.map((address) => numbers.get(address) ?? null)) ?? 0n;
    const gap = of(left) - of(right);
    const holds = gap !== 0n ? "no" : blank ? "" : "yes"; // blank is not 0
    if (output.dataset.holds !== holds) output.dataset.holds = holds;
    const text = { yes: "✓ 相等", no: `相差 ${plain(gap < 0n ? -gap : gap)}`, "": "暂无法核对" };
    setText(output, text[holds]);
  }
}

function columnsOf(inputs) {
  return new Set(inputs.map(({ id }) => id.slice(id.lastIndexOf(".") + 1)));
}

/** Only what is another text is laid out again. */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
