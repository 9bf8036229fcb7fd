/* Last year's part of the text: a paragraph is put into this year's box when asked, and marked while it is unedited.
 *
 *   <form> <textarea name="proactive"></textarea>
 *     <last-text data-short="15"> <details open> <summary>… <span data-count hidden><span data-number></span> </span></summary>
 *       <div data-item> <p data-box="proactive">…</p> <button name="copy" value="3">抄到本年</button> </div>
 *     </details> </last-text> </form>
 *
 * `data-kept` of an item is "copied" or "same" while it stands in this year's text word for word. Whether the part is
 * shown is remembered.
 */

import { append, kept } from "../lib/copying.js";
import { HearingElement } from "../lib/hearing.js";
import { isOn, turn } from "../lib/local-copies.js";

const SWITCH = "last-text";

export class LastText extends HearingElement {

  // Lifecycle

  connectedCallback() {
    const details = this.querySelector("details");
    details.open = isOn(SWITCH);
    this.hear(details, "toggle", () => turn(SWITCH, details.open));
    this.hear(this, "click", (event) => this.#click(event));
    this.hear(this.#form, "input", () => this.mark());
    this.mark();
  }

  // Actions

  /** Put an item behind what stands in its box; a pair into one that is blank. */
  copy(item) {
    const pair = item.querySelector('[data-box="problem"], [data-box="measure"]') && document.querySelector("text-pairs").blank();
    for (const piece of item.querySelectorAll("[data-box]")) {
      append(pair?.[piece.dataset.box] ?? this.#form.elements[piece.dataset.box], piece.textContent);
    }
  }

  /** Mark what stands in this year's text as it stood in last year's. */
  mark() {
    const texts = [...this.#form.querySelectorAll("textarea")].map(({ value }) => value);
    let count = 0;
    for (const item of this.querySelectorAll("[data-item]")) {
      const pieces = [...item.querySelectorAll("[data-box]")].map(({ textContent }) => textContent);
      const found = kept(pieces, texts, Number(this.dataset.short));
      if (found) item.dataset.kept = found;
      else delete item.dataset.kept;
      count += found === "copied";
    }
    this.querySelector("[data-count]").hidden = !count;
    this.querySelector("[data-number]").textContent = count;
  }

  // Private

  get #form() {
    return this.closest("form");
  }

  #click(event) {
    const button = event.target.closest("button[name=copy]");
    if (!button) return;
    event.preventDefault();
    this.copy(button.closest("[data-item]"));
  }
}
