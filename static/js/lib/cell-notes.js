/* What is said at a cell: the server's findings until the entry is changed, then what can be seen while typing. */

import { standing } from "./cell-marks.js";

export class CellNotes {
  #served = new Map();

  /** `entries` are the inputs and totals as the server drew them. */
  constructor(entries) {
    for (const entry of entries) {
      this.#served.set(entry, { invalid: entry.getAttribute("aria-invalid"), notes: entry.getAttribute("aria-describedby") });
    }
  }

  /** Draw what the server says now of what stands in an entry; `said` is {level, anchored, messages} or undefined. */
  mark(entry, said) {
    const box = entry.closest("td");
    const { notes } = this.#served.get(entry);
    const input = entry.tagName === "INPUT";
    const { classes, ...served } = standing(said, { id: entry.id, notes, input, blank: input && !entry.defaultValue.trim() });
    for (const old of box.querySelectorAll(".cell-mark, .cell-note")) old.remove();
    box.className = [...box.classList].filter((name) => !/^level-|^is-/.test(name)).concat(classes).join(" ");
    delete box.dataset.edited;
    if (said?.anchored) box.append(sign());
    if (said) box.append(note(`note-${entry.id}`, ["有问题：", ...said.messages]));
    if (said && !input) entry.tabIndex = -1;
    else if (!input) entry.removeAttribute("tabindex");
    this.#served.set(entry, served);
    describe(entry, served.invalid, served.notes);
  }

  /** Show the sentence about an entry, "" when there is nothing to say. */
  show(input, sentence) {
    const box = input.closest("td");
    const { invalid, notes } = this.#served.get(input);
    box.querySelector("[data-live]")?.remove();
    if (input.value === input.defaultValue) {
      delete box.dataset.edited;
      describe(input, invalid, notes);
      return;
    }
    box.dataset.edited = sentence ? "unreadable" : "fine";
    if (sentence) box.append(live(input, sentence));
    const others = (notes ?? "").split(" ").filter((id) => id && !/^note-|^opening-/.test(id));
    describe(input, sentence ? "true" : null, [...(sentence ? [`live-${input.id}`] : []), ...others].join(" ") || null);
  }
}

function describe(entry, invalid, notes) {
  for (const [name, value] of [["aria-invalid", invalid], ["aria-describedby", notes]]) {
    if (value === null) entry.removeAttribute(name);
    else entry.setAttribute(name, value);
  }
}

function sign() {
  const mark = span("⚠", "cell-mark");
  mark.ariaHidden = "true";
  return mark;
}

function note(id, [opening, ...messages]) {
  const element = span("", "cell-note");
  element.id = id;
  element.append(span(opening, "visually-hidden"), ...messages.map((message) => span(message)));
  return element;
}

function live(input, sentence) {
  const element = span(`⚠ ${sentence}`, "cell-note");
  element.id = `live-${input.id}`;
  element.dataset.live = "";
  return element;
}

function span(text, className = "") {
  return Object.assign(document.createElement("span"), { textContent: text, className });
}
