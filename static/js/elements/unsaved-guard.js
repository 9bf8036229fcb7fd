/* The save bar of a form: says when something has been typed since the last save, and warns before it is lost.
 *
 *   <form>
 *     <textarea name="text"></textarea>
 *     <unsaved-guard data-state="saved">
 *       <p data-status role="status">已保存 10:42</p>
 *       <button type="submit">保存</button>
 *     </unsaved-guard>
 *   </form>
 *
 * `data-state` is saved, refused (the server did not save what stands in the form), or absent; typing makes it
 * "typed". Says "unsaved-changed" with {unsaved}.
 */

const TYPED = "有未保存的修改";
const SAVING = "正在保存…";

export class UnsavedGuard extends HTMLElement {
  #form = null;
  #served = { state: undefined, words: [] };
  #sending = false;
  #listening = null;

  // Lifecycle

  connectedCallback() {
    this.#form = this.closest("form");
    this.#served = { state: this.dataset.state, words: [...this.#status.childNodes] };
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#form.addEventListener("input", () => this.compare(), { signal });
    this.#form.addEventListener("submit", (event) => this.#submit(event), { signal });
    window.addEventListener("beforeunload", (event) => this.#warn(event), { signal });
    window.addEventListener("pageshow", () => this.#back(), { signal });
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  // Actions

  /** Say whether the form holds anything that the server has not saved. */
  compare() {
    const typed = this.#typed;
    this.#say(typed ? "typed" : this.#served.state, typed ? [TYPED] : this.#served.words);
    this.dispatchEvent(new CustomEvent("unsaved-changed", { bubbles: true, detail: { unsaved: this.unsaved } }));
  }

  get unsaved() {
    return this.#typed || this.#served.state === "refused";
  }

  // Private

  get #status() {
    return this.querySelector("[data-status]");
  }

  get #typed() {
    return [...this.#form.elements].some((field) => {
      if (field.tagName === "SELECT") return [...field.options].some((one) => one.selected !== one.defaultSelected);
      if (["checkbox", "radio"].includes(field.type)) return field.checked !== field.defaultChecked;
      return "defaultValue" in field && field.tagName !== "OUTPUT" && field.value !== field.defaultValue;
    });
  }

  #say(state, words) {
    if (this.dataset.state === state && state === "typed") return;
    if (state === undefined) delete this.dataset.state;
    else this.dataset.state = state;
    this.#status.replaceChildren(...words);
  }

  /** A second click while the first is on its way would save twice. */
  #submit(event) {
    if (this.#sending) event.preventDefault();
    this.#sending = true;
    this.#say("saving", [SAVING]);
  }

  #warn(event) {
    if (!this.unsaved || this.#sending) return;
    event.preventDefault();
    event.returnValue = true; // browsers before Chromium 119 ask only for this
  }

  #back() {
    this.#sending = false;
    this.compare();
  }
}
