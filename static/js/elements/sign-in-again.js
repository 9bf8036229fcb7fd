/* Signing in without leaving the page, when the session ended while somebody was typing.
 *
 *   <sign-in-again data-username="clerk" data-name="苏禾">
 *     <dialog><form> <p data-why></p> <p data-refusal hidden></p> <input name="login" readonly>
 *       <input name="password"> <button>登录并保存</button> <button type="button" data-close></button> </form></dialog>
 *   </sign-in-again>
 *
 * Opens at "sign-in-needed" with {code, name}. Only who opened the page can sign in here: what is typed is
 * theirs. Says "signed-in".
 */

import { HearingElement } from "../lib/hearing.js";
import { freshToken, renewTokens, signIn } from "../lib/requests.js";

export class SignInAgain extends HearingElement {
  #dialog = null;
  #other = false;

  // Lifecycle

  connectedCallback() {
    this.#dialog = this.querySelector("dialog");
    this.hear(document, "sign-in-needed", (event) => this.open(event.detail));
    this.hear(this.querySelector("form"), "submit", (event) => this.#submit(event));
    this.hear(this.querySelector("[data-close]"), "click", () => this.#dialog.close());
  }

  // Actions

  /** Ask for the password; `code` other_person: `name` is who is signed in instead. */
  open({ code, name }) {
    this.#other = code === "other_person";
    const { name: mine } = this.dataset;
    this.querySelector("[data-why]").textContent = this.#other
      ? `现在登录的是“${name}”，不能以${name}的名义保存${mine}填的内容。请用${mine}的账号登录，${name}会同时退出。`
      : "登录已失效。您填的内容都还在这一页上，登录后自动保存。";
    this.#refuse("");
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#password.focus();
  }

  // Private

  get #password() {
    return this.querySelector("[name=password]");
  }

  async #submit(event) {
    event.preventDefault();
    const button = this.querySelector("button[type=submit]");
    if (button.disabled) return;
    if (!this.#password.value) return this.#refuse("请输入密码");
    button.disabled = true;
    const { username } = this.dataset;
    const refusal = await signIn({ username, password: this.#password.value, other: this.#other });
    button.disabled = false;
    this.#password.value = "";
    if (refusal) return this.#refuse(refusal);
    renewTokens(await freshToken());
    this.#dialog.close();
    this.dispatchEvent(new CustomEvent("signed-in", { bubbles: true }));
  }

  #refuse(sentence) {
    const place = this.querySelector("[data-refusal]");
    place.textContent = sentence && `⚠ ${sentence}`;
    place.hidden = !sentence;
    if (sentence) this.#password.focus();
  }
}
