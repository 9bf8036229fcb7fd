/* The way to the next blank: in this section behind the place that has or had the focus, else in another section.
 *
 *   <next-blank><a href="/…/applications/#t.r.a" data-elsewhere="/…/disputes/#t.r.b" accesskey="n">下一个空格
 *     <kbd data-hint hidden>Alt+N</kbd></a></next-blank>
 *
 * Alt+N does the same. The link leads to the first blank that the server knows of; `data-elsewhere` is "" where only
 * this section has any. */

import { HearingElement } from "../lib/hearing.js";

let last = null; // the field that had the focus, also after the element was drawn anew

export class NextBlank extends HearingElement {

  // Lifecycle

  connectedCallback() {
    this.#link.accessKey = ""; // which browsers also follow where the script has heard it
    for (const hint of this.querySelectorAll("[data-hint]")) hint.hidden = false;
    this.hear(this.#link, "click", (event) => this.go(event));
    this.hear(document, "keydown", (event) => this.#key(event));
    this.hear(document, "focusin", ({ target }) => target.form && (last = target));
  }

  // Actions

  /** Follow the link, or go to a blank on this page instead. */
  go(event) {
    const blanks = this.#blanks;
    const next = blanks.find((field) => !last?.isConnected || isBehind(field, last));
    const elsewhere = this.#link.dataset.elsewhere;
    if (!next && elsewhere) {
      this.#link.href = elsewhere;
      return;
    }
    const field = next ?? blanks[0];
    if (!field) return;
    event.preventDefault();
    event.stopPropagation(); // the link says what the server knew
    field.focus();
  }

  // Private

  get #link() {
    return this.querySelector("a");
  }

  /** The blanks of this page as it stands now, in the order of the form. */
  get #blanks() {
    const here = this.#link.pathname === location.pathname;
    const told = here ? document.getElementById(decodeURIComponent(this.#link.hash.slice(1))) : null;
    const fields = [...document.querySelectorAll(".section-form [data-kind]:not([readonly])")];
    if (told?.form && !fields.includes(told)) fields.push(told);
    return fields.filter(({ value }) => value.trim() === "");
  }

  #key(event) {
    const { altKey, ctrlKey, metaKey, shiftKey, code } = event;
    if (code !== "KeyN" || !altKey || ctrlKey || metaKey || shiftKey || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    this.#link.click();
  }
}

function isBehind(field, other) {
  return Boolean(other.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING);
}
