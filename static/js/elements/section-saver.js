/* The save bar of a section: saves by itself, and says at every moment whether what is typed is safe.
 *
 *   <form>
 *     <input type="hidden" name="version" value="3"> <textarea name="text"></textarea>
 *     <section-saver data-writer="7" data-state="saved" data-pause="3000" data-patience="30000">
 *       <p data-status role="status">已保存 10:42</p> <button name="action" value="save">保存</button>
 *     </section-saver>
 *   </form>
 *
 * `data-state` is saved, typed, saving, failing or refused. Says "section-saved" with what the server told of `values`, or
 * "section-stale", "sign-in-needed" with the refusal. Hears "signed-in", "section-chosen" with {values, version}.
 */

import { HearingElement } from "../lib/hearing.js";
import { saveBeforeLeaving } from "../lib/leaving.js";
import { LocalCopies, browserStore } from "../lib/local-copies.js";
import { refreshAll } from "../lib/refreshing.js";
import { ask, freshToken, renewTokens } from "../lib/requests.js";
import { SaveQueue } from "../lib/save-queue.js";
import { served, show } from "../lib/save-words.js";
import { SectionForm } from "../lib/section-form.js";

const KEPT_AFTER = 250; // ms after the last key

export class SectionSaver extends HearingElement {
  #section = null;
  #copies = null;
  #queue = null;
  #kept = true;
  #keeping = null;
  #told = null;

  // Lifecycle

  connectedCallback() {
    const refused = this.dataset.state === "refused";
    this.#section = new SectionForm(this.closest("form"), { refused });
    this.#copies = new LocalCopies(browserStore(), { writer: this.dataset.writer, place: location.pathname });
    this.#told = served(this);
    this.#queue = new SaveQueue({
      send: () => this.#send(),
      unsaved: () => this.#section.unsaved,
      say: (state, reason) => show(this, state, { reason, kept: this.#kept, told: this.#told }),
      pause: Number(this.dataset.pause ?? 3000),
    });
    if (refused) this.#queue.hold(); // the page asks to look first
    this.#listen(this.closest("form"));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.keep();
    this.#queue.hold();
  }

  // Actions

  /** Save now; resolves to whether everything typed is on the server. */
  async save() {
    this.#queue.release();
    const outcome = await this.#queue.now();
    return outcome.kind === "saved" && !this.#section.unsaved;
  }

  /** Keep what is typed in this browser while the server does not have it. */
  keep() {
    clearTimeout(this.#keeping);
    if (!this.#section.unsaved) return this.#copies.drop();
    const { version, values, confirmed: base } = this.#section;
    this.#kept = this.#copies.keep({ at: Date.now(), version, values, base });
  }

  get section() {
    return this.#section;
  }

  get copies() {
    return this.#copies;
  }

  // Private

  #listen(form) {
    this.hear(form, "input", () => this.#typed());
    this.hear(form, "submit", (event) => this.#submit(event));
    for (const name of ["blur", "online", "pagehide"]) this.hear(window, name, () => this.#soon());
    this.hear(document, "visibilitychange", () => this.#soon());
    this.hear(window, "beforeunload", (event) => this.#warn(event));
    this.hear(this, "section-saved", ({ detail }) => refreshAll(detail.parts)); // before others hear of it
    this.hear(document, "signed-in", () => this.save());
    this.hear(document, "section-chosen", ({ detail }) => this.#section.rebase(detail) && this.save());
    const hear = (...whatever) => this.hear(...whatever);
    saveBeforeLeaving({ form, unsaved: () => this.#section.unsaved, save: () => this.save(), hear });
  }

  #typed() {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.keep(), KEPT_AFTER);
    this.#queue.touched();
  }

  #soon() {
    this.keep();
    this.#queue.soon();
  }

  async #submit(event) {
    const { name = "action", value = "save", dataset = {} } = event.submitter ?? {};
    if (name !== "action" || !value.startsWith("save")) return; // whose script is missing: the server does it
    event.preventDefault();
    if (await this.save()) location.assign(dataset.next ?? location.pathname);
  }

  #warn(event) {
    if (!this.#section.unsaved) return;
    this.#soon();
    event.preventDefault();
    event.returnValue = true; // browsers before Chromium 119 ask only for this
  }

  async #send(again = true) {
    this.keep();
    const sent = this.#section.values;
    const outcome = await ask(location.pathname, { data: this.#section.attempt(), patience: this.dataset.patience });
    if (outcome.way === "renew" && again && renewTokens(await freshToken())) return this.#send(false);
    if (outcome.way === "renew") return { kind: "failed", message: outcome.message };
    if (outcome.kind === "saved") this.#confirm(sent, outcome.told);
    if (outcome.kind === "refused") this.#refused(outcome);
    return outcome;
  }

  #confirm(sent, told) {
    this.#section.answered(sent, told.version);
    this.#section.refuse({});
    this.#told = told;
    this.keep();
    this.dispatchEvent(new CustomEvent("section-saved", { bubbles: true, detail: { ...told, values: sent } }));
  }

  #refused({ code, way, told, message }) {
    if (code === "invalid") this.#section.refuse(told.fields ?? {});
    const name = { compare: "section-stale", sign_in: "sign-in-needed" }[way]; // said after the bar says why
    const detail = { ...told, code, message };
    if (name) setTimeout(() => this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail })));
  }
}
