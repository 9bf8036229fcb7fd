/* The sentence on the processing fee as it will be printed, with the figures that are typed.
 *
 *   <form> <input name="notices_issued"> …
 *     <fee-sentence><p>…发出收费通知<b data-fee="notices_issued">3</b>件…</p></fee-sentence> </form>
 */

import { Unreadable, plain, readNumber } from "../lib/figures.js";
import { HearingElement } from "../lib/hearing.js";

export class FeeSentence extends HearingElement {

  // Lifecycle

  connectedCallback() {
    this.hear(this.closest("form"), "input", () => this.draw());
    this.draw();
  }

  // Actions

  /** Put in what is typed: 0 for a blank, ？ for what is no number. */
  draw() {
    const { elements } = this.closest("form");
    for (const place of this.querySelectorAll("[data-fee]")) {
      const figure = told(elements[place.dataset.fee].value, place.dataset.fee === "notices_issued" ? "count" : "money");
      if (place.textContent !== figure) place.textContent = figure;
    }
  }
}

function told(text, kind) {
  try {
    return plain(readNumber(text, kind) ?? 0n);
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    return "？";
  }
}
