/* What is kept in this browser: what was typed and is not yet confirmed, per person, section and opened page; switches.
 *
 * A copy is {at, version, values, base}: when it was kept, the version it goes on from, what was typed, and what the
 * server had then. Each page keeps its own, so that two tabs do not write over each other. */

const OLDEST = 60 * 24 * 3600 * 1000;

export class LocalCopies {
  #store;
  #prefix;
  #own;

  /** `place` is the address of the section; `store` localStorage or something like it, null when there is none. */
  constructor(store, { writer, place, opened = Date.now() }) {
    this.#store = store;
    this.#prefix = `govreport-typed:${writer}:${place}:`;
    this.#own = `${this.#prefix}${opened}`;
  }

  /** Keep what is typed; false when this browser keeps nothing. */
  keep(copy) {
    return attempt(() => this.#store.setItem(this.#own, JSON.stringify(copy)));
  }

  /** This page's copy is saved on the server. */
  drop() {
    attempt(() => this.#store.removeItem(this.#own));
  }

  /** The copies that other pages left, the newest first, each with the key it is dropped by. */
  left(now = Date.now()) {
    const found = [];
    attempt(() => {
      for (const key of keys(this.#store)) {
        if (!key.startsWith(this.#prefix) || key === this.#own) continue;
        const copy = parsed(this.#store.getItem(key));
        if (!copy || now - copy.at > OLDEST) this.#store.removeItem(key);
        else found.push({ ...copy, key });
      }
    });
    return found.sort((one, other) => other.at - one.at);
  }

  discard(key) {
    attempt(() => this.#store.removeItem(key));
  }
}

/** The store of this browser; null where it is forbidden. */
export function browserStore() {
  let store = null;
  attempt(() => (store = globalThis.localStorage));
  return store;
}

/** A full or forbidden store must not stop anybody from typing. */
export function attempt(action) {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

function keys(store) {
  return Array.from({ length: store.length }, (_, place) => store.key(place));
}

function parsed(text) {
  let copy = null;
  attempt(() => (copy = JSON.parse(text)));
  const whole = Number.isFinite(copy?.at) && Number.isInteger(copy.version) && copy.values && copy.base;
  return whole ? copy : null;
}

/** Whether a switch is on; `first`: as long as nobody has turned it. */
export function isOn(name, first = true) {
  let kept = null;
  attempt(() => (kept = localStorage.getItem(`govreport.${name}`)));
  return kept === null ? first : kept === "on";
}

export function turn(name, on) {
  attempt(() => localStorage.setItem(`govreport.${name}`, on ? "on" : "off"));
}
