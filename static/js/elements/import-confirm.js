/* The files of a batch: keeps those that are ticked one by one and says in each line what became of it.
 *
 *   <import-confirm>
 *     <form method="post">
 *       <tbody data-line="7"><input type="checkbox" name="keep" value="7"> <span data-word></span> …</tbody>
 *       <p data-count></p> <button>导入</button>
 *     </form>
 *   </import-confirm>
 *
 * At the end the page is read anew. Without it the form keeps some files at a time. Says "files-kept" with {kept}.
 */

import { HearingElement } from "../lib/hearing.js";
import { send } from "../lib/sending.js";

export class ImportConfirm extends HearingElement {
  #form = null;
  #sending = false;

  // Lifecycle

  connectedCallback() {
    this.#form = this.querySelector("form");
    this.hear(this.#form, "submit", (event) => this.#submit(event));
    this.hear(this.#form, "change", (event) => this.#choose(event));
    this.hear(window, "beforeunload", (event) => this.#sending && event.preventDefault());
  }

  // Actions

  /** Keep the files with these numbers, one request each; stops when the server cannot be reached. */
  async keep(numbers) {
    let kept = 0;
    for (const [done, number] of numbers.entries()) {
      this.#say(`正在导入第 ${done + 1} 个，共 ${numbers.length} 个`);
      const data = new FormData(this.#form);
      data.set("keep", number);
      const { files } = await send(this.#form.action, data);
      for (const file of files) {
        this.#show(file);
        kept += file.state === "kept" ? 1 : 0;
      }
    }
    return kept;
  }

  // Private

  async #submit(event) {
    event.preventDefault();
    if (this.#sending) return;
    const numbers = [...this.#form.querySelectorAll("[name=keep]:checked")].map((box) => box.value);
    if (!numbers.length) return this.#say("没有选中要导入的文件");
    this.#busy(true);
    try {
      const kept = await this.keep(numbers);
      this.#busy(false);
      this.dispatchEvent(new CustomEvent("files-kept", { bubbles: true, detail: { kept } }));
      location.reload();
    } catch (error) {
      this.#busy(false);
      this.#say(`没有导入完：${error.message}。可以再点一次，已导入的不会重复`);
    }
  }

  /** Who says whose a file is means to import it. */
  #choose(event) {
    if (event.target.tagName !== "SELECT") return;
    const line = event.target.closest("[data-line]");
    const chosen = [...line.querySelectorAll("select")].every((select) => select.value);
    line.querySelector("[name=keep]").checked = chosen;
  }

  #busy(sending) {
    this.#sending = sending;
    this.querySelector("button").disabled = sending;
  }

  #say(words) {
    this.querySelector("[data-count]").textContent = words;
  }

  #show({ id, word, sentence }) {
    const line = this.querySelector(`[data-line="${id}"]`);
    line.querySelector("[data-word]").textContent = word;
    line.querySelector("[data-sentence]").textContent = sentence;
    line.scrollIntoView({ block: "nearest" });
  }
}
