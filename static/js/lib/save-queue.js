/* When to save: some seconds after the last change, one save at a time, again and again while it fails.
 *
 * Says one of these states with a sentence, and never "saved" while something typed is not confirmed:
 * saved · typed (waits for a pause in the typing) · saving · failing (tries again by itself) · refused. */

export const LONGEST_PAUSE = 30_000;

/** How long to wait after so many failures in a row: 2, 4, 8, 16, then every 30 seconds. */
export function pauseAfter(failures) {
  return Math.min(1000 * 2 ** failures, LONGEST_PAUSE);
}

export class SaveQueue {
  #send;
  #unsaved;
  #say;
  #pause;
  #clock;
  #timer = null;
  #flight = null;
  #failures = 0;
  #held = false;

  /** `send()` resolves to an outcome of requests.js, `unsaved()` tells whether anything is not confirmed. */
  constructor({ send, unsaved, say, pause = 3000, clock = globalThis }) {
    this.#send = send;
    this.#unsaved = unsaved;
    this.#say = say;
    this.#pause = pause;
    this.#clock = clock;
  }

  /** Something was typed, or taken back. */
  touched() {
    if (this.#held || this.#failures) return;
    if (!this.#flight) this.#say(this.#unsaved() ? "typed" : "saved", "");
    this.#schedule(this.#pause);
  }

  /** Save at once what is not saved, or after the save that is on its way; resolves to the outcome. */
  async now() {
    this.#clock.clearTimeout(this.#timer);
    while (this.#flight) await this.#flight;
    this.#flight = this.#run();
    return this.#flight;
  }

  /** The page may be gone in a moment: send at once what nothing stands against. */
  soon() {
    if (!this.#flight && !this.#held && this.#unsaved()) this.now();
  }

  /** Nothing is sent by itself until `release`: a person has to decide first. */
  hold() {
    this.#held = true;
    this.#clock.clearTimeout(this.#timer);
  }

  release() {
    this.#held = false;
    this.#failures = 0;
  }

  async #run() {
    let outcome = { kind: "failed", message: "页面出错" }; // unless `send` tells better
    try {
      this.#say("saving", "");
      outcome = await this.#send();
    } finally {
      this.#flight = null;
      this.#follow(outcome);
    }
    return outcome;
  }

  #follow(outcome) {
    this.#failures = outcome.kind === "failed" ? this.#failures + 1 : 0;
    if (outcome.kind === "failed") {
      this.#say("failing", outcome.message);
      this.#schedule(pauseAfter(this.#failures));
    } else if (outcome.kind === "refused") {
      this.#say("refused", outcome.message);
      if (outcome.way === "wait") this.#clock.clearTimeout(this.#timer);
      else this.hold();
    } else {
      this.#held = false;
      const more = this.#unsaved();
      this.#say(more ? "typed" : "saved", "");
      if (more) this.#schedule(this.#pause);
    }
  }

  #schedule(pause) {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(() => {
      if (!this.#held && this.#unsaved()) this.now();
    }, pause);
  }
}
