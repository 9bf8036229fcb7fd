/* What is said at a cell: the server's findings until the entry is changed, then what can be seen while typing. */

export class CellNotes {
  #served = new Map();

  constructor(inputs) {
    for (const input of inputs) {
      this.#served.set(input, { invalid: input.getAttribute("aria-invalid"), notes: input.getAttribute("aria-describedby") });
    }
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
    if (sentence) box.append(note(input, sentence));
    const others = (notes ?? "").split(" ").filter((id) => id && !id.startsWith("note-"));
    describe(input, sentence ? "true" : null, [...(sentence ? [`live-${input.id}`] : []), ...others].join(" ") || null);
  }
}

function describe(input, invalid, notes) {
  for (const [name, value] of [["aria-invalid", invalid], ["aria-describedby", notes]]) {
    if (value === null) input.removeAttribute(name);
    else input.setAttribute(name, value);
  }
}

function note(input, sentence) {
  const element = document.createElement("span");
  element.className = "cell-note";
  element.id = `live-${input.id}`;
  element.dataset.live = "";
  element.textContent = `⚠ ${sentence}`;
  return element;
}
