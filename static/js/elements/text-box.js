/* A text that grows as it is written: references to figures and the words of findings are painted behind it, what is
 * pasted comes in as paragraphs, its length and the figures it refers to stand below.
 *
 *   <text-box> <label></label> <div data-frame><textarea data-heading="（一）主动公开"></textarea></div>
 *     <span data-length hidden></span> <button type="button" data-insert hidden>插入数据</button>
 *     <ul data-figures hidden></ul> </text-box>
 *   <aside id="findings"> … <a href="#id_text" data-passage="the words">…</a> </aside>
 *
 * Says "text-measured" {length} and "figure-wanted"; hears "figure-chosen" {name} and the document's "section-saved".
 */

import { HearingElement } from "../lib/hearing.js";
import { insertAt } from "../lib/inserting.js";
import { Painting } from "../lib/painting.js";
import { linesOf } from "../lib/pasted.js";
import { cut, lengthOf, missing, namesIn, placesOf } from "../lib/references.js";

const NOTHING = new Map();

export class TextBox extends HearingElement {
  #text = null;
  #painting = null;

  // Lifecycle

  connectedCallback() {
    this.#text = this.querySelector("textarea");
    this.#painting ??= new Painting(this.#layer());
    this.querySelector("[data-insert]").hidden = this.#text.matches(":disabled");
    this.hear(this.#text, "input", () => this.draw());
    this.hear(this.#text, "paste", (event) => this.#paste(event));
    this.hear(this.#text, "keydown", (event) => this.#key(event));
    this.hear(this.querySelector("[data-insert]"), "click", () => this.#say("figure-wanted"));
    this.hear(this, "figure-chosen", ({ detail }) => insertAt(this.#text, detail.name));
    this.hear(document, "section-saved", () => this.draw());
    this.draw();
  }

  // Actions

  /** Paint and count what stands in the box now. */
  draw() {
    const text = this.#text.value;
    const names = namesIn(text);
    const chips = names.map((one) => ({ ...one, kind: this.#values.has(one.name) ? "is-figure" : "is-unknown" }));
    this.#painting.draw(cut(text, [...chips, ...this.#marks(text)]));
    this.#measure(text);
    this.#list(names.map(({ name }) => name));
  }

  /** Where words of the text as it is printed stand in the box, as [start, end]; undefined when they do not. */
  rangeOf(words) {
    const [place] = placesOf(words, this.#text.value, this.#values);
    return place && [place.start, place.end];
  }

  // Private

  get #values() {
    return document.querySelector("insert-figure")?.values ?? NOTHING;
  }

  #layer() {
    const layer = this.querySelector("[data-frame]").appendChild(document.createElement("div"));
    layer.className = "form-control text-layer";
    layer.setAttribute("aria-hidden", "true");
    return layer;
  }

  #say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  #marks(text) {
    const links = [...document.querySelectorAll("#findings a[data-passage]")];
    return links.filter(({ pathname }) => pathname === location.pathname).flatMap((link) => {
      const kind = `is-found ${link.closest(".finding-group")?.className ?? ""}`;
      return placesOf(link.dataset.passage, text, this.#values).map((place) => ({ ...place, kind }));
    });
  }

  #measure(text) {
    const place = this.querySelector("[data-length]");
    const own = lengthOf(text, this.#values);
    place.hidden = false;
    place.textContent = `${own} 字`;
    this.#say("text-measured", { length: own && own + lengthOf(this.#text.dataset.heading ?? "", NOTHING) });
  }

  #list(names) {
    const list = this.querySelector("[data-figures]");
    list.hidden = names.length === 0;
    list.replaceChildren(...[...new Set(names)].map((name) => line(name, this.#values.get(name))));
  }

  #paste(event) {
    const html = event.clipboardData.getData("text/html");
    const lines = html ? linesOf(html) : [];
    if (!lines.length) return;
    event.preventDefault();
    insertAt(this.#text, lines.join("\n"));
  }

  /** A reference is deleted as a whole. */
  #key({ key, isComposing }) {
    const { selectionStart: at, selectionEnd, value } = this.#text;
    if (isComposing || at !== selectionEnd || !["Backspace", "Delete"].includes(key)) return;
    const side = key === "Delete" ? "start" : "end";
    const chip = namesIn(value).find((one) => one[side] === at && this.#values.has(one.name));
    if (chip) this.#text.setSelectionRange(chip.start, chip.end);
  }
}

function line(name, value) {
  const item = document.createElement("li");
  const figure = Object.assign(document.createElement("strong"), { textContent: value });
  item.append(`${name} → `, value ? figure : missing(name, value));
  item.classList.toggle("is-missing", !value);
  return item;
}
