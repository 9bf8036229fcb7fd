/* The draft as it will be printed, beside the form: shows the part that is filled in, renewed after each save.
 *
 *   <button type="button" data-preview-switch aria-pressed="false" hidden>对照预览</button> …
 *   <draft-preview data-address="/desk/reports/1/preview/?beside" data-part="applications">
 *     <span data-shown role="status"></span>
 *   </draft-preview>
 *
 * Nothing is loaded while it is closed. Whether it is open is remembered here; where there is much room, it is at first.
 */

import { HearingElement } from "../lib/hearing.js";
import { isOn, turn } from "../lib/local-copies.js";
import { pageAt } from "../lib/requests.js";

const SWITCH = "preview";
const ROOM = "(min-width: 80rem)"; // as in preview.css
const MUCH_ROOM = "(min-width: 93.75rem)";
const SAYS = "按已保存的内容";

export class DraftPreview extends HearingElement {
  #frame = null;
  #asked = 0;
  #room = matchMedia(ROOM);

  // Lifecycle

  connectedCallback() {
    this.hear(this.#switch, "click", () => this.show(!this.#frame));
    this.hear(this.#room, "change", () => this.#draw());
    this.hear(document, "section-saved", () => this.renew());
    this.hear(document, "focusin", ({ target }) => this.#point(target.id));
    this.#switch.hidden = false;
    this.#draw();
  }

  // Actions

  show(open) {
    turn(SWITCH, open);
    this.#draw();
  }

  /** Put what is saved now in the place of what is shown; the scroll stays. */
  async renew() {
    if (!this.#frame) return;
    const number = ++this.#asked;
    const fresh = (await pageAt(this.dataset.address))?.querySelector("article.report");
    const shown = this.#frame?.contentDocument?.querySelector("article.report");
    if (number !== this.#asked || !shown) return; // what is not shown yet is renewed once it is
    if (fresh) shown.replaceWith(fresh);
    this.#say(fresh ? SAYS : "⚠ 没有更新，保存后再试");
    this.#point(document.activeElement?.id);
  }

  // Private

  get #switch() {
    return document.querySelector("[data-preview-switch]");
  }

  #draw() {
    const open = this.#room.matches && isOn(SWITCH, matchMedia(MUCH_ROOM).matches);
    this.closest(".editor").toggleAttribute("data-preview", open);
    this.#switch.setAttribute("aria-pressed", String(open));
    if (open === Boolean(this.#frame)) return;
    this.#frame?.remove();
    this.#frame = open ? this.#opened() : null;
  }

  #opened() {
    const frame = document.createElement("iframe");
    frame.title = "草稿预览";
    frame.src = this.dataset.address;
    frame.addEventListener("load", () => this.#follow());
    this.#asked = 0;
    this.append(frame);
    this.#say("正在打开…");
    return frame;
  }

  /** Scroll the frame, and only it, to the part that is filled in. */
  #follow() {
    const page = this.#frame?.contentDocument;
    this.#say(page?.querySelector("article.report") ? SAYS : "⚠ 没有打开，请刷新页面");
    if (!page) return;
    const { part } = this.dataset;
    const place = part === "signature" ? page.querySelector(".report-signoff") : page.getElementById(part);
    if (place) this.#scroll(place.getBoundingClientRect().top - page.querySelector(".report-mark").offsetHeight);
    this.#point(document.activeElement?.id);
    if (this.#asked) this.renew(); // something was saved meanwhile
  }

  /** Show the cell in which the cursor stands. */
  #point(id) {
    const page = this.#frame?.contentDocument;
    const cell = id && page?.getElementById(id);
    page?.querySelector(".is-here")?.classList.remove("is-here");
    if (!cell || cell.tagName !== "TD") return;
    cell.classList.add("is-here");
    const { top, bottom } = cell.getBoundingClientRect();
    const height = page.documentElement.clientHeight;
    if (top < 40 || bottom > height) this.#scroll(top - height / 2);
  }

  #scroll(distance) {
    this.#frame.contentWindow.scrollBy(0, distance);
  }

  #say(text) {
    const place = this.querySelector("[data-shown]");
    if (place.textContent !== text) place.textContent = text;
  }
}
