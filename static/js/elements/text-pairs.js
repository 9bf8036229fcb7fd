/* Problems and measures in pairs: one more when it is asked for, or when somebody else or an earlier page had more.
 *
 *   <text-pairs>
 *     <div data-pairs> <div class="pair"> <textarea name="problem_1"></textarea> <textarea name="measure_1"></textarea> </div> </div>
 *     <template> <div class="pair"> … name="problem_0" … 问题 0 … </div> </template> <button value="add_pair"></button>
 *   </text-pairs>
 *
 * Hears the form's "fields-needed" {names}.
 */

import { HearingElement } from "../lib/hearing.js";
import { blankPair, mostPairs, numbered } from "../lib/pairs.js";

export class TextPairs extends HearingElement {

  // Lifecycle

  connectedCallback() {
    const template = this.querySelector("template");
    if (!template) return; // of a reader
    this.hear(this.querySelector("[value=add_pair]"), "click", (event) => this.#add(event));
    this.hear(this.closest("form"), "fields-needed", ({ detail }) => this.reach(mostPairs(detail.names)));
  }

  // Actions

  /** A pair in which nothing is written: {problem, measure}, each a textarea. */
  blank() {
    const number = blankPair(this.#values);
    this.reach(number);
    return { problem: this.#field("problem", number), measure: this.#field("measure", number) };
  }

  /** Have at least so many pairs. */
  reach(number) {
    for (let next = this.#count + 1; next <= number; next += 1) {
      const made = document.createElement("template");
      made.innerHTML = numbered(this.querySelector("template").innerHTML, next);
      this.querySelector(".pair:last-of-type").after(made.content);
    }
  }

  // Private

  get #fields() {
    return [...this.querySelectorAll("textarea")];
  }

  get #values() {
    return Object.fromEntries(this.#fields.map(({ name, value }) => [name, value]));
  }

  get #count() {
    return mostPairs(Object.keys(this.#values));
  }

  #field(side, number) {
    return this.querySelector(`[name=${side}_${number}]`);
  }

  #add(event) {
    event.preventDefault();
    this.reach(this.#count + 1);
    this.#field("problem", this.#count).focus();
    this.dispatchEvent(new Event("input", { bubbles: true })); // its blanks are saved like all others
  }
}
