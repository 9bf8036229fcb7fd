/* Last year's figures in the cells of a grid, with the change since then; can be switched off, which is remembered.
 *
 *   <report-grid> … <last-year hidden><button type="button" aria-pressed="true">上年数和增减</button></last-year>
 *     … <td><input id="t.r.a"> <span id="last-t.r.a" data-last="12"><span>上年 </span><span>12 </span><span>+3</span></span>
 *     </td> … </report-grid>
 */

import { fromPlain, plain } from "../lib/figures.js";
import { HearingElement } from "../lib/hearing.js";
import { isOn, turn } from "../lib/local-copies.js";

const SWITCH = "last-year";

export class LastYear extends HearingElement {
  #figures = [];
  #numbers = new Map();
  #shown = true;

  // Lifecycle

  connectedCallback() {
    const grid = this.closest("report-grid");
    this.#figures = [...grid.querySelectorAll("[data-last]")].map((place) => ({
      place, id: place.id.replace("last-", ""), last: place.dataset.last, number: fromPlain(place.dataset.last),
    }));
    this.hear(this.#button, "click", () => this.show(!this.#shown));
    this.hear(grid, "grid-counted", ({ detail }) => this.#count(detail.numbers));
    this.hidden = false;
    this.show(isOn(SWITCH));
  }

  // Actions

  /** Show the figures in the cells, or only what is filled in. */
  show(shown) {
    this.#shown = shown;
    this.#button.setAttribute("aria-pressed", String(shown));
    turn(SWITCH, shown);
    this.closest("report-grid").toggleAttribute("data-plain", !shown);
    if (this.#numbers.size) this.#draw();
  }

  // Private

  get #button() {
    return this.querySelector("button");
  }

  #count(numbers) {
    this.#numbers = numbers;
    this.#draw();
  }

  /** Without text when they are off, so that nobody is read what nobody sees. */
  #draw() {
    for (const figure of this.#figures) {
      const now = this.#shown ? (this.#numbers.get(figure.id) ?? null) : undefined;
      if (figure.now === now && figure.drawn) continue;
      Object.assign(figure, { now, drawn: true });
      const texts = this.#shown ? ["上年 ", `${figure.last} `, changed(now, figure.number)] : ["", "", ""];
      texts.forEach((text, number) => {
        const place = figure.place.children[number];
        if (place.textContent !== text) place.textContent = text;
      });
    }
  }
}

/** In words, how much a number is more or less than last year's; "" for a blank. */
function changed(now, last) {
  if (now === null) return "";
  if (now === last) return "持平";
  return `${now > last ? "+" : ""}${plain(now - last)}`;
}
