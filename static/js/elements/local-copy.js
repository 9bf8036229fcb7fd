/* What was typed here earlier and never reached the server: shown, and put back only when it is asked for.
 *
 *   <local-copy hidden>
 *     <time data-time></time> <table><tbody data-lines></tbody></table>
 *     <button data-restore></button> <button data-discard></button>
 *   </local-copy>
 *   <form> … <section-saver></section-saver></form>
 */

import { HearingElement } from "../lib/hearing.js";
import { clock } from "../lib/save-words.js";

export class LocalCopy extends HearingElement {
  #saver = null;
  #copy = null;

  // Lifecycle

  connectedCallback() {
    this.#saver = document.querySelector("section-saver");
    this.hear(this.querySelector("[data-restore]"), "click", () => this.restore());
    this.hear(this.querySelector("[data-discard]"), "click", () => this.discard());
    if (this.#saver) this.offer();
  }

  // Actions

  /** Show the newest copy that says something else than the page; those that do not are done with. */
  offer() {
    const { section, copies } = this.#saver;
    this.#copy = null;
    for (const copy of copies.left()) {
      const typed = this.#typed(copy);
      if (!Object.keys(typed).length) copies.discard(copy.key);
      else this.#copy ??= { ...copy, typed };
    }
    this.hidden = !this.#copy;
    if (!this.#copy) return;
    for (const place of this.querySelectorAll("[data-time]")) place.textContent = clock(this.#copy.at);
    const lines = Object.entries(this.#copy.typed);
    const now = section.values;
    this.querySelector("[data-lines]").replaceChildren(
      ...lines.map(([name, text]) => row(section.label(name), now[name], text)),
    );
  }

  /** Put it into the fields, going on from the version it was typed on: others' saves are compared. */
  restore() {
    const { typed, version, key } = this.#copy;
    const { section, copies } = this.#saver;
    section.version = version;
    section.put(typed);
    this.#saver.keep();
    copies.discard(key);
    section.focus(Object.keys(typed)[0]);
    this.offer();
  }

  discard() {
    this.#saver.copies.discard(this.#copy.key);
    this.offer();
    if (this.hidden) this.#saver.section.focus();
    else this.querySelector("[data-restore]").focus();
  }

  // Private

  /** What somebody typed and the page does not say. */
  #typed({ values, base }) {
    const { section } = this.#saver;
    section.expect(Object.keys(values).filter((name) => values[name] && !(name in section.values)));
    const now = section.values;
    const names = Object.keys(values).filter((name) => name in now && !section.same(name, values[name], now[name]));
    return Object.fromEntries(
      names.filter((name) => !section.same(name, values[name], base[name])).map((name) => [name, values[name]]),
    );
  }
}

function row(label, ...texts) {
  const line = document.createElement("tr");
  const head = Object.assign(document.createElement("th"), { scope: "row", textContent: label });
  line.append(head, ...texts.map((text) => Object.assign(document.createElement("td"), { textContent: text || "（空白）" })));
  return line;
}
