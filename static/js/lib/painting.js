/* A text drawn line by line, its pieces in spans: only the lines that have changed are drawn again. */

const HEIGHT = "\u200b"; // a blank line is as high as any other

export class Painting {
  #layer;
  #drawn = [];

  constructor(layer) {
    this.#layer = layer;
  }

  /** Draw the pieces [{text, kinds}] of a text. */
  draw(pieces) {
    const lines = linesOf(pieces);
    const fresh = lines.map((line) => JSON.stringify(line));
    const most = Math.min(fresh.length, this.#drawn.length);
    let [head, tail] = [0, 0];
    while (head < most && fresh[head] === this.#drawn[head]) head += 1;
    while (tail < most - head && fresh.at(-1 - tail) === this.#drawn.at(-1 - tail)) tail += 1;
    const old = [...this.#layer.children];
    const after = old[old.length - tail] ?? null;
    for (const line of old.slice(head, old.length - tail)) line.remove();
    for (const line of lines.slice(head, lines.length - tail)) this.#layer.insertBefore(block(line), after);
    this.#drawn = fresh;
  }
}

/** The pieces of each line; one that goes over a line's end is in both. */
export function linesOf(pieces) {
  const lines = [[]];
  for (const { text, kinds } of pieces) {
    text.split("\n").forEach((part, at) => {
      if (at) lines.push([]);
      if (part) lines.at(-1).push({ text: part, kinds });
    });
  }
  return lines;
}

function block(line) {
  const drawn = document.createElement("div");
  drawn.append(...line.map(inline), ...(line.length ? [] : [HEIGHT]));
  return drawn;
}

function inline({ text, kinds }) {
  if (!kinds.length) return document.createTextNode(text);
  return Object.assign(document.createElement("span"), { textContent: text, className: kinds.join(" ") });
}
