/* An element that hears events, its own and others', as long as it is on the page. */

export class HearingElement extends HTMLElement {
  #deaf = null;

  disconnectedCallback() {
    this.#deaf?.abort();
    this.#deaf = null;
  }

  hear(target, name, action, options) {
    this.#deaf ??= new AbortController();
    target.addEventListener(name, action, { ...options, signal: this.#deaf.signal });
  }
}
