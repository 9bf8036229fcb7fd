/* How long all texts of a form are together, against the limit that the authority has set.
 *
 *   <form> <text-box></text-box> <text-box></text-box> <text-count data-limit="1000" hidden></text-count> </form>
 *
 * Hears "text-measured" {length} of the boxes in its form.
 */

import { HearingElement } from "../lib/hearing.js";

export class TextCount extends HearingElement {
  #lengths = new Map();

  // Lifecycle

  connectedCallback() {
    this.hear(this.closest("form"), "text-measured", (event) => this.#count(event));
  }

  // Private

  #count({ target, detail }) {
    this.#lengths.set(target, detail.length);
    const length = [...this.#lengths].reduce((sum, [box, own]) => sum + (box.isConnected ? own : 0), 0);
    const over = length - Number(this.dataset.limit);
    this.hidden = false;
    this.classList.toggle("is-over", over > 0);
    this.textContent = `这一部分共 ${length} 字，一般不超过 ${this.dataset.limit} 字${over > 0 ? `，多了 ${over} 字` : ""}`;
  }
}
