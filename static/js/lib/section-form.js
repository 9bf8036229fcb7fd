/* The form of a section: what is typed in it, what the server has confirmed, and what differs. */

import { Unreadable, plain, readNumber } from "./figures.js";

const OURS = new Set(["csrfmiddlewaretoken", "version", "writer"]);

const MOST_MARKS = 30;

export class SectionForm {
  #form;
  #confirmed;
  #unanswered = [];

  /** What was served counts as saved, unless the server showed back what it had refused. */
  constructor(form, { refused = false } = {}) {
    this.#form = form;
    this.#confirmed = refused ? {} : Object.fromEntries(this.#fields.map((field) => [field.name, served(field)]));
  }

  get #fields() {
    const typed = (field) => field.name && field.tagName !== "BUTTON" && !OURS.has(field.name);
    return [...this.#form.elements].filter(typed);
  }

  /** What stands in the fields, by name. */
  get values() {
    return Object.fromEntries(this.#fields.map((field) => [field.name, field.value]));
  }

  get version() {
    return Number(this.#form.elements.version.value);
  }

  set version(version) {
    this.#form.elements.version.value = version;
  }

  get confirmed() {
    return this.#confirmed;
  }

  /** Whether anything is typed that the server has not confirmed, or an answer is still owed. */
  get unsaved() {
    return this.#unanswered.length > 0 || !sameValues(this.values, this.#confirmed);
  }

  /** The data of one attempt to save, under a name of its own. */
  attempt() {
    const data = new FormData(this.#form);
    const mark = crypto.randomUUID?.() ?? `${Date.now()}-${String(Math.random()).slice(2)}`;
    data.delete("action");
    data.set("mark", mark);
    data.set("unanswered", this.#unanswered.join(","));
    this.#unanswered = [...this.#unanswered, mark].slice(-MOST_MARKS);
    return data;
  }

  /** An attempt was stored as this version: what was sent is confirmed, no answer is owed any more. */
  answered(sent, version) {
    this.#unanswered = [];
    this.#confirmed = sent;
    this.version = version;
  }

  /** Go on from what is stored as this version, with these texts in the fields. */
  rebase({ values, version }) {
    this.#unanswered = [];
    this.version = version;
    this.put(values);
    return this;
  }

  /** See that there are fields of these names, as far as the page can make some; nothing is stored of them. */
  expect(names) {
    const there = new Set(this.#fields.map(({ name }) => name));
    this.#form.dispatchEvent(new CustomEvent("fields-needed", { detail: { names } }));
    for (const { name } of this.#fields) if (!there.has(name)) this.#confirmed[name] ??= "";
  }

  /** Put texts into fields, as if they had been typed. */
  put(values) {
    const missing = Object.keys(values).filter((name) => values[name] && !this.#form.elements[name]);
    if (missing.length) this.expect(missing);
    for (const field of this.#fields) {
      if (!(field.name in values) || field.value === values[field.name]) continue;
      field.value = values[field.name];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  /** Point out the fields that the server could not take; none when there are none. */
  refuse(names) {
    for (const field of this.#fields) {
      if (field.name in names) field.setAttribute("aria-invalid", "true");
      else if (!field.dataset.kind) field.removeAttribute("aria-invalid");
    }
  }

  /** What a field is called on the page. */
  label(name) {
    const field = this.#form.elements[name];
    return field?.getAttribute("aria-label") ?? field?.labels?.[0]?.textContent.trim() ?? name;
  }

  /** Whether a field holds paragraphs. */
  isText(name) {
    return this.#form.elements[name]?.tagName === "TEXTAREA";
  }

  /** Go to a field; to the first that can be filled in without a name. */
  focus(name) {
    (this.#form.elements[name] ?? this.#fields.find((field) => !field.readOnly))?.focus();
  }

  /** Whether two entries of a field say the same, however they are written. */
  same(name, one, other) {
    const kind = this.#form.elements[name]?.dataset.kind;
    return written(one, kind) === written(other, kind);
  }
}

function served(field) {
  if (field.tagName === "SELECT") return [...field.options].find((one) => one.defaultSelected)?.value ?? field.value;
  return field.defaultValue;
}

/** An entry in the way in which the server keeps it; what is no number as it was typed. */
export function written(text, kind) {
  const lines = String(text ?? "").replace(/\r\n?/g, "\n").trim();
  if (!kind) return lines;
  try {
    return plain(readNumber(lines, kind));
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    return lines;
  }
}

export function sameValues(some, others) {
  const names = Object.keys(some);
  return names.length === Object.keys(others).length && names.every((name) => some[name] === others[name]);
}
