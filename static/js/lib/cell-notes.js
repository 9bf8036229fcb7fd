/* What is said at a cell: the server's findings until the entry is changed, then what can be seen while typing; notes. */

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

/** {classes, invalid, notes} of a cell, the same as in templates/desk/_grid_cell.html. `said` is {level, anchored,
 * messages}, or undefined when nothing is said; `notes` are the ids by which the cell has been described, of which those
 * of other things stay. */
export function standing(said, { id, notes, input, blank }) {
  const others = (notes ?? "").split(" ").filter((one) => one && !one.startsWith("note-"));
  if (!said) return { classes: [], invalid: null, notes: others.join(" ") || null };
  return {
    classes: [`level-${said.level}`, ...(said.anchored ? ["is-anchored"] : []), ...(blank ? ["is-blank"] : [])],
    invalid: input && said.anchored && said.level === "error" ? "true" : null,
    notes: [`note-${id}`, ...others].join(" "),
  };
}

/** Show at a cell with a printed note or a source, as templates/desk/_cell_noted.html does, and say in its description, what is noted; nothing when both are "". */
export function showNoted(cell, note, source) {
  const id = `noted-${cell.id}`;
  const words = [note && `批注：${note}`, source && `数据来源：${source}`].filter(Boolean).join("；");
  tie(cell, id, words !== "");
  const there = document.getElementById(id);
  if (!words) return there?.remove();
  const place = there ?? cell.closest("td").appendChild(drawn(id));
  place.classList.toggle("is-source", !note);
  const [sign, said] = place.children;
  if (said.textContent === words) return undefined;
  [sign.textContent, said.textContent] = [note ? "注" : "源", words];
  return undefined;
}

function drawn(id) {
  const place = Object.assign(span("", "cell-noted"), { id });
  const sign = span("");
  sign.ariaHidden = "true";
  place.append(sign, span("", "visually-hidden"));
  return place;
}

/** Others set what describes a cell too: only the own id is put in or taken out. */
function tie(cell, id, told) {
  const ids = (cell.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  if (told) ids.push(id);
  if (ids.length) cell.setAttribute("aria-describedby", ids.join(" "));
  else cell.removeAttribute("aria-describedby");
}
