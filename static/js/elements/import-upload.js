/* The upload of past reports: sends the chosen files one by one, says how each was read, then opens the batch.
 *
 *   <import-upload data-most="50">
 *     <form method="post"><input type="file" name="files" multiple> <span data-limit>10</span> <button>上传</button>
 *       <div data-progress hidden><progress></progress><span data-count></span><ul data-files></ul></div>
 *     </form>
 *   </import-upload>
 *
 * Without it the form sends all files at once, fewer of them. Says "files-read" with {href}.
 */

import { HearingElement } from "../lib/hearing.js";
import { send } from "../lib/sending.js";

const LARGEST = 10 * 1024 * 1024;

export class ImportUpload extends HearingElement {
  #form = null;
  #sending = false;

  // Lifecycle

  connectedCallback() {
    this.#form = this.querySelector("form");
    this.querySelector("[data-limit]").textContent = this.dataset.most;
    this.hear(this.#form, "submit", (event) => this.#submit(event));
    this.hear(window, "beforeunload", (event) => this.#sending && event.preventDefault());
  }

  // Actions

  /** Send the files to a new batch; a file that fails stops none. */
  async upload(files) {
    const data = new FormData(this.#form);
    data.delete("files");
    const { href } = await send(this.#form.action, data);
    for (const [done, file] of files.entries()) {
      this.#count(done, files.length);
      data.delete("file");
      data.set("file", file);
      this.#line(file.name, await this.#read(`${href}files/`, data, file));
    }
    this.#count(files.length, files.length);
    return href;
  }

  // Private

  async #submit(event) {
    event.preventDefault();
    const files = [...this.#form.elements.files.files];
    if (this.#sending || !files.length) return;
    const most = Number(this.dataset.most);
    this.querySelector("[data-progress]").hidden = false;
    this.querySelector("[data-files]").replaceChildren();
    if (files.length > most) return this.#say(`选了 ${files.length} 个文件，一次最多 ${most} 个`);
    this.#busy(true);
    try {
      const href = await this.upload(files);
      this.#busy(false);
      this.dispatchEvent(new CustomEvent("files-read", { bubbles: true, detail: { href } }));
      location.assign(href);
    } catch (error) {
      this.#busy(false);
      this.#say(`没有上传：${error.message}`);
    }
  }

  async #read(address, data, file) {
    if (file.size > LARGEST) return "没有上传：文件超过 10 MB";
    try {
      const told = await send(address, data);
      return told.sentence ? `${told.word}：${told.sentence}` : told.word;
    } catch (error) {
      return `没有上传：${error.message}`;
    }
  }

  #busy(sending) {
    this.#sending = sending;
    this.querySelector("button").disabled = sending;
  }

  #say(words) {
    this.querySelector("[data-count]").textContent = words;
  }

  #count(done, all) {
    const bar = this.querySelector("progress");
    bar.max = all;
    bar.value = done;
    this.#say(done < all ? `正在读取第 ${done + 1} 个，共 ${all} 个` : `已读取 ${all} 个`);
  }

  #line(name, words) {
    const line = document.createElement("li");
    line.textContent = `${name}　${words}`;
    this.querySelector("[data-files]").append(line);
  }
}
