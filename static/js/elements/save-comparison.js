/* Two people in one section: what both changed is shown side by side, cell by cell and paragraph by paragraph, and
 * nothing is saved before it is chosen; what only one changed goes together by itself, and is said.
 *
 *   <save-comparison>
 *     <dialog><form method="dialog"> <span data-by></span> <time data-time></time> <span data-conflicts></span>
 *       <button type="button" data-all="mine"></button> <table><tbody data-lines></tbody></table>
 *       <div data-taken hidden><ul data-taken-lines></ul></div>
 *       <button data-choose></button> <button type="button" data-close></button> <span data-left></span> </form></dialog>
 *   </save-comparison>
 *
 * Opens at "section-stale" with {changes, version, saved_by, saved_at}; what goes together by itself is said at
 * [data-merged]. Says "section-chosen" {values, version}.
 */

import { HearingElement } from "../lib/hearing.js";
import { decide, plan } from "../lib/merging.js";
import { clock } from "../lib/save-words.js";

export class SaveComparison extends HearingElement {
  #dialog = null;
  #plan = null;
  #version = 0;

  // Lifecycle

  connectedCallback() {
    this.#dialog = this.querySelector("dialog");
    this.hear(document, "section-stale", (event) => this.compare(event.detail));
    this.hear(this, "change", () => this.#count());
    this.hear(this, "click", (event) => this.#click(event));
    this.hear(this.querySelector("form"), "submit", (event) => this.#choose(event));
  }

  // Actions

  /** Show what others saved beside what is typed; without a conflict it goes together at once. */
  compare({ changes, version, saved_by: by, saved_at: at }) {
    const { section } = document.querySelector("section-saver");
    this.#version = version;
    this.#plan = plan(changes, section.values, (...entries) => section.same(...entries), (name) => section.isText(name));
    if (!this.#plan.conflicts.length) return this.#merge(by, at);
    for (const place of this.querySelectorAll("[data-by]")) place.textContent = by;
    this.querySelector("dialog [data-time]").textContent = clock(at);
    this.querySelector("[data-conflicts]").textContent = this.#plan.conflicts.length;
    this.querySelector("[data-lines]").replaceChildren(
      ...this.#plan.conflicts.map((conflict, place) => comparisonRow(conflict, place, by)),
    );
    this.#list();
    this.#count();
    if (!this.#dialog.open) this.#dialog.showModal();
    this.querySelector("#comparison-title").focus();
  }

  // Private

  get #choices() {
    const chosen = new FormData(this.querySelector("form"));
    return this.#plan.conflicts.map((_, place) => chosen.get(`choice-${place}`));
  }

  #merge(by, at) {
    const { taken } = this.#plan;
    const place = document.querySelector("[data-merged]");
    place.hidden = !taken.length;
    place.textContent = `${by} ${clock(at)} 保存的 ${taken.length} 处您没有动过，已并入：${taken.join("；")}`;
    this.#say([]);
  }

  #list() {
    const lines = this.#plan.taken.map((label) => Object.assign(document.createElement("li"), { textContent: label }));
    this.querySelector("[data-taken]").hidden = !lines.length;
    this.querySelector("[data-taken-lines]").replaceChildren(...lines);
  }

  #count() {
    const left = this.#choices.filter((choice) => choice === null).length;
    this.querySelector("[data-choose]").disabled = left > 0;
    this.querySelector("[data-left]").textContent = left ? `还有 ${left} 处没有选` : "";
  }

  #click({ target }) {
    const button = target.closest("button");
    if (button?.matches("[data-close]")) this.#dialog.close();
    if (!button?.dataset.all) return;
    for (const choice of this.querySelectorAll(`input[value="${button.dataset.all}"]`)) choice.checked = true;
    this.#count();
  }

  #choose(event) {
    const choices = this.#choices;
    if (choices.includes(null)) return event.preventDefault();
    this.#say(choices);
  }

  #say(choices) {
    const detail = { values: decide(this.#plan, choices), version: this.#version };
    this.dispatchEvent(new CustomEvent("section-chosen", { bubbles: true, detail }));
  }
}

/** `conflict` as merging.js makes it; `place` numbers it, `by` names the other. */
function comparisonRow(conflict, place, by) {
  const { label, before, mine, now, stretch } = conflict;
  const row = cell("tr");
  const head = cell("th", label);
  head.scope = "row";
  if (stretch) head.append(choice(place, "both", "两段都留", `${label}：两段都留`));
  const ours = cell("td");
  ours.append(choice(place, "mine", mine, `${label}：用我填的`));
  const theirs = cell("td");
  theirs.append(choice(place, "theirs", now, `${label}：用 ${by} 保存的`));
  const cells = [cell("td", before || "（空白）"), ours, theirs];
  ["原来保存的", "我填的", `${by} 保存的`].forEach((words, at) => (cells[at].dataset.label = words));
  row.append(head, ...cells);
  return row;
}

function cell(tag, text = "") {
  return Object.assign(document.createElement(tag), { textContent: text });
}

function choice(place, value, words, name) {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "radio", name: `choice-${place}`, value });
  input.setAttribute("aria-label", `${name}：${words || "空白"}`);
  label.append(input, cell("span", words || "（空白）"));
  return label;
}
