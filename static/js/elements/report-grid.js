/* An official table whose totals and balance follow the typing, and which is walked through like a spreadsheet.
 *
 *   <report-grid>
 *     <script type="application/json">
 *       {"sums": [{"total": "t.r.total", "parts": ["t.r.a", "t.r.b"]}],
 *        "balances": [{"column": "a", "left": ["t.r.a"], "right": ["t.s.a"]}]}
 *     </script>
 *     <table> … <td><input id="t.r.a" data-kind="count"></td> <td><output id="t.r.total"></output></td>
 *             … <td><output data-balance="a"></output></td> </table>
 *   </report-grid>
 *
 * Says "grid-counted" with {blanks} whenever it has computed. The server computes again; this only shows.
 */

import { Unreadable, add, plain, readNumber } from "../lib/figures.js";

export class ReportGrid extends HTMLElement {
  #declaration = { sums: [], balances: [] };
  #inputs = [];
  #served = new Map();
  #listening = null;

  // Lifecycle

  connectedCallback() {
    const declared = this.querySelector('script[type="application/json"]');
    if (declared) this.#declaration = JSON.parse(declared.textContent);
    this.#inputs = [...this.querySelectorAll("td > input[data-kind]")];
    for (const input of this.#inputs) this.#served.set(input, this.#said(input));
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("input", () => this.compute(), { signal });
    this.addEventListener("keydown", (event) => this.#walk(event), { signal });
    window.addEventListener("pageshow", () => this.compute(), { signal });
    this.compute();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#served.clear();
  }

  // Actions

  /** Read every entry, show every total and the balance of every column. */
  compute() {
    const numbers = new Map(this.#inputs.map((input) => [input.id, this.#read(input)]));
    for (const { total, parts } of this.#declaration.sums) {
      const sum = add(parts.map((part) => numbers.get(part) ?? null));
      numbers.set(total, sum ?? numbers.get(total) ?? null);
    }
    for (const { total } of this.#declaration.sums) this.#show(total, plain(numbers.get(total)));
    for (const balance of this.#declaration.balances) this.#weigh(balance, numbers);
    const blanks = this.#inputs.filter((input) => input.value.trim() === "").length;
    this.dispatchEvent(new CustomEvent("grid-counted", { bubbles: true, detail: { blanks } }));
  }

  // Private

  #read(input) {
    try {
      const number = readNumber(input.value, input.dataset.kind);
      this.#mark(input, "");
      return number;
    } catch (problem) {
      if (!(problem instanceof Unreadable)) throw problem;
      this.#mark(input, problem.message);
      return null;
    }
  }

  #said(input) {
    return { invalid: input.getAttribute("aria-invalid"), note: input.getAttribute("aria-describedby") };
  }

  /** What the server said stands until the cell is changed; then only what can be seen here. */
  #mark(input, sentence) {
    const cell = input.closest("td");
    cell.querySelector("[data-live]")?.remove();
    const served = this.#served.get(input);
    if (input.value === input.defaultValue) {
      delete cell.dataset.edited;
      this.#describe(input, served.invalid, served.note);
      return;
    }
    cell.dataset.edited = sentence ? "unreadable" : "fine";
    this.#describe(input, sentence ? "true" : null, sentence ? `live-${input.id}` : null);
    if (sentence) cell.append(this.#note(input, sentence));
  }

  #describe(input, invalid, note) {
    for (const [name, value] of [["aria-invalid", invalid], ["aria-describedby", note]]) {
      if (value === null) input.removeAttribute(name);
      else input.setAttribute(name, value);
    }
  }

  #note(input, sentence) {
    const note = document.createElement("span");
    note.className = "cell-note";
    note.id = `live-${input.id}`;
    note.dataset.live = "";
    note.textContent = `⚠ ${sentence}`;
    return note;
  }

  #show(address, text) {
    const output = document.getElementById(address);
    if (output && output.textContent !== text) output.textContent = text;
  }

  #weigh({ column, left, right }, numbers) {
    const output = this.querySelector(`[data-balance="${column}"]`);
    if (!output) return;
    const known = [...numbers].some(([address, number]) => address.endsWith(`.${column}`) && number !== null);
    const of = (addresses) => add(addresses.map((address) => numbers.get(address) ?? null)) ?? 0n;
    const gap = of(left) - of(right);
    output.dataset.holds = known ? (gap === 0n ? "yes" : "no") : "";
    const text = gap === 0n ? "✓ 相等" : `相差 ${plain(gap < 0n ? -gap : gap)}`;
    output.textContent = known ? text : "暂无法核对";
  }

  /** Enter and Down go to the next row of the column, Shift+Enter and Up to the one before. */
  #walk(event) {
    const steps = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (!step || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!this.#inputs.includes(event.target)) return;
    event.preventDefault();
    const rows = [...new Set(this.#inputs.map((input) => input.closest("tr")))];
    const next = rows[rows.indexOf(event.target.closest("tr")) + step];
    if (next) this.#nearest(next, event.target).select();
  }

  #nearest(row, from) {
    const away = (input) => Math.abs(input.getBoundingClientRect().left - from.getBoundingClientRect().left);
    const nearest = this.#inputs.filter((input) => row.contains(input)).sort((a, b) => away(a) - away(b))[0];
    nearest.focus();
    return nearest;
  }
}
