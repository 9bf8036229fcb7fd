/* The figures that texts can refer to, in a dialog that finds them by some of their words, with the keyboard alone.
 *
 *   <insert-figure> <div data-plain> <li data-name="〔…〕" data-value="10"></li> <table><tbody>
 *       <tr data-words="…" data-main><th>〔…〕</th><td>10</td></tr></tbody></table></div>
 *     <dialog> <input type="search" role="combobox"> <ul role="listbox"></ul> <span data-found></span>
 *       <button type="button" data-close></button> </dialog> </insert-figure>
 *
 * `values` are the figures by name, "" where there is none yet. Opens at "figure-wanted", and says "figure-chosen" {name}
 * to the box that asked. Hears the document's "section-saved" with `references`.
 */

import { search } from "../lib/figure-search.js";
import { HearingElement } from "../lib/hearing.js";
import { missing } from "../lib/references.js";

const SHOWN = 40;
const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

export class InsertFigure extends HearingElement {
  values = new Map();
  #figures = [];
  #found = [];
  #active = 0;
  #asking = null;

  // Lifecycle

  connectedCallback() {
    this.#read();
    this.querySelector("[data-plain]").hidden = true; // the boxes list what they use
    if (!this.#dialog) return;
    this.hear(document, "section-saved", ({ detail }) => this.#learn(detail.references));
    this.hear(document, "figure-wanted", ({ target }) => this.open(target));
    this.hear(this.#input, "input", () => this.#look());
    this.hear(this.#input, "keydown", (event) => this.#key(event));
    this.hear(this.querySelector("[data-close]"), "click", () => this.#dialog.close());
    this.hear(this.#list, "click", ({ target }) => this.#choose(target.closest("[role=option]")));
  }

  // Actions

  /** Ask which figure this box shall refer to. */
  open(box) {
    this.#asking = box;
    this.#input.value = "";
    this.#dialog.showModal();
    this.#input.focus();
    this.#look();
  }

  // Private

  get #dialog() {
    return this.querySelector("dialog");
  }

  get #input() {
    return this.querySelector("input");
  }

  get #list() {
    return this.querySelector("[role=listbox]");
  }

  #read() {
    const words = new Map();
    for (const { dataset } of this.querySelectorAll("[data-name]")) this.values.set(dataset.name, dataset.value);
    for (const row of this.querySelectorAll("tbody tr")) {
      const [name, value] = [...row.cells].map((cell) => cell.textContent.trim());
      const same = name.replace("〔上年·", "〔");
      words.set(name, row.dataset.words ?? words.get(same) ?? "");
      this.values.set(name, value);
      this.#figures.push({ name, words: words.get(name), main: "main" in row.dataset, lastYear: same !== name });
    }
  }

  #learn(references = {}) {
    for (const [name, value] of Object.entries(references)) this.values.set(name, value);
  }

  #look() {
    const found = search(this.#figures, this.#input.value);
    this.#found = found.slice(0, SHOWN);
    this.#active = 0;
    this.#list.replaceChildren(...this.#found.map(({ name }, place) => option(name, this.values.get(name), place)));
    const more = found.length > SHOWN ? `，只列出前 ${SHOWN} 个，请再写几个字` : "";
    this.querySelector("[data-found]").textContent = found.length ? `找到 ${found.length} 个${more}` : "没有找到，换几个字试试";
    this.#mark();
  }

  #mark() {
    const options = [...this.#list.children];
    options.forEach((one, place) => one.setAttribute("aria-selected", String(place === this.#active)));
    const active = options[this.#active];
    this.#input.setAttribute("aria-activedescendant", active?.id ?? "");
    active?.scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    if (event.isComposing) return; // Enter ends the input of Chinese
    if (event.key === "Enter") this.#choose(this.#list.children[this.#active]);
    else if (event.key in STEPS && this.#found.length) {
      this.#active = Math.max(0, Math.min(this.#found.length - 1, this.#active + STEPS[event.key]));
      this.#mark();
    } else return;
    event.preventDefault();
  }

  #choose(chosen) {
    if (!chosen) return;
    const { name } = this.#found[[...this.#list.children].indexOf(chosen)];
    this.#dialog.close();
    this.#asking.dispatchEvent(new CustomEvent("figure-chosen", { detail: { name } }));
  }
}

function option(name, value, place) {
  const item = document.createElement("li");
  item.id = `figure-option-${place}`;
  item.setAttribute("role", "option");
  const figure = document.createElement("span");
  figure.textContent = value || missing(name, value);
  item.append(name.slice(1, -1), figure);
  item.classList.toggle("is-missing", !value);
  return item;
}
