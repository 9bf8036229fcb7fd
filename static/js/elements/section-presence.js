/* Who else has the section open, and whether somebody saved it since it was opened here.
 *
 *   <section-presence>车路 也打开了这一部分</section-presence>
 *
 * Asks every 20 seconds while the page is seen, which also tells the others of this page.
 */

import { HearingElement } from "../lib/hearing.js";
import { ask } from "../lib/requests.js";
import { clock } from "../lib/save-words.js";

const EVERY = 20_000; // ms

export class SectionPresence extends HearingElement {
  #timer = null;

  // Lifecycle

  connectedCallback() {
    this.#timer = setInterval(() => document.hidden || this.look(), EVERY);
    this.hear(document, "section-saved", ({ detail }) => this.#show(detail));
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    super.disconnectedCallback();
  }

  // Actions

  /** Ask who is here. Silence says nothing: whether a save goes through is said by the save bar. */
  async look() {
    const outcome = await ask(location.pathname);
    if (outcome.kind === "saved") this.#show(outcome.told);
  }

  // Private

  #show({ others, version, saved_at, saved_by }) {
    const saving = document.querySelector("section-saver")?.dataset.state === "saving";
    const newer = !saving && version > Number(document.querySelector("[name=version]").value);
    const words = [];
    if (others.length) words.push(`${others.join("、")} 也打开了这一部分`);
    if (newer) words.push(`${saved_by} ${clock(saved_at)} 保存过，您保存时合并`);
    const text = words.join("；");
    if (this.textContent !== text) this.textContent = text;
  }
}
