/* Steps that can be undone: typing, pasting, filling. A step is a list of {id, before, after} and what it is called. */

export class History {
  #done = [];
  #undone = [];

  /** Note a step; steps that were undone are forgotten. Typing in one cell, uninterrupted, is one step. */
  note(changes, { what = "", typing = false } = {}) {
    const real = changes.filter(({ before, after }) => before !== after);
    if (real.length === 0) return;
    this.#undone = [];
    const last = this.#done.at(-1);
    if (!typing || !last?.typing || last.changes[0].id !== real[0].id) {
      this.#done.push({ changes: real.map((change) => ({ ...change })), what, typing });
      return;
    }
    last.changes[0].after = real[0].after;
    if (last.changes[0].after === last.changes[0].before) this.#done.pop();
  }

  /** The next typing begins a step of its own. */
  pause() {
    const last = this.#done.at(-1);
    if (last) last.typing = false;
  }

  /** A cell has got another entry from elsewhere: no step brings back what stood there before. */
  forget(id) {
    const others = ({ changes, ...step }) => ({ ...step, changes: changes.filter((change) => change.id !== id) });
    const without = (steps) => steps.map(others).filter(({ changes }) => changes.length);
    [this.#done, this.#undone] = [without(this.#done), without(this.#undone)];
  }

  /** What to restore, as {what, entries: [{id, value}]}; undefined when there is nothing to undo. */
  undo() {
    return move(this.#done, this.#undone, "before");
  }

  /** What to set again, as undo says it; undefined when there is nothing to redo. */
  redo() {
    return move(this.#undone, this.#done, "after");
  }
}

function move(from, to, side) {
  const step = from.pop();
  if (!step) return undefined;
  step.typing = false;
  to.push(step);
  return { what: step.what, entries: step.changes.map((change) => ({ id: change.id, value: change[side] })) };
}
