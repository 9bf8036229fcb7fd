// When a section is saved, and what is said of it meanwhile.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LONGEST_PAUSE, SaveQueue, pauseAfter } from "../../static/js/lib/save-queue.js";

/** A clock that runs only when it is told to, and a server that answers only then. */
function setting() {
  const timers = new Map();
  const here = { said: [], sent: 0, typed: "", confirmed: "", answers: [], due: null };
  const clock = {
    setTimeout: (action, pause) => timers.set(timers.size + 1, { action, pause }) && timers.size,
    clearTimeout: (id) => timers.delete(id),
  };
  here.pauses = () => [...timers.values()].map(({ pause }) => pause);
  here.run = () => {
    const due = [...timers.values()];
    timers.clear();
    for (const { action } of due) action();
  };
  const send = () => {
    here.sent += 1;
    const sent = here.typed;
    return new Promise((resolve) => {
      here.answer = async (outcome) => {
        if (outcome.kind === "saved") here.confirmed = sent;
        resolve(outcome);
        for (let turn = 0; turn < 6; turn += 1) await null;
      };
    });
  };
  here.queue = new SaveQueue({
    send, clock, unsaved: () => here.typed !== here.confirmed, say: (state, why) => here.said.push(why ? `${state}: ${why}` : state),
  });
  here.type = (text) => {
    here.typed = text;
    here.queue.touched();
  };
  return here;
}

test("what is typed is saved three seconds after the last change", async () => {
  const here = setting();

  here.type("1");
  here.type("12");

  assert.deepEqual([here.sent, here.pauses()], [0, [3000]]);
  here.run();
  await here.answer({ kind: "saved" });
  assert.deepEqual([here.sent, here.said], [1, ["typed", "typed", "saving", "saved"]]);
});

test("a change during a save is not called saved, and leads to another save", async () => {
  const here = setting();
  here.type("1");
  here.run();

  here.type("12");
  await here.answer({ kind: "saved" });

  assert.deepEqual(here.said, ["typed", "saving", "typed"]);
  here.run();
  await here.answer({ kind: "saved" });
  assert.deepEqual([here.sent, here.said.at(-1), here.confirmed], [2, "saved", "12"]);
});

test("only one save is on its way at a time", async () => {
  const here = setting();
  here.type("1");
  here.queue.now();
  here.type("12");
  const second = here.queue.now();

  assert.equal(here.sent, 1);
  await here.answer({ kind: "saved" });
  assert.equal(here.sent, 2);
  await here.answer({ kind: "saved" });
  assert.deepEqual(await second, { kind: "saved" });
});

test("the pauses grow to thirty seconds and no more", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 60].map(pauseAfter), [2000, 4000, 8000, 16_000, 30_000, 30_000, LONGEST_PAUSE]);
});

test("a save that fails is tried again by itself, and typing does not hurry it", async () => {
  const here = setting();
  here.type("1");
  here.run();
  await here.answer({ kind: "failed", message: "连不上服务器" });

  assert.deepEqual([here.said.at(-1), here.pauses()], ["failing: 连不上服务器", [2000]]);
  here.type("12");
  assert.deepEqual([here.said.at(-1), here.pauses()], ["failing: 连不上服务器", [2000]]);
  here.run();
  await here.answer({ kind: "saved" });
  assert.deepEqual([here.said.at(-1), here.confirmed], ["saved", "12"]);
});

test("a refusal that waits is not repeated until something is typed", async () => {
  const here = setting();
  here.type("x");
  here.run();
  await here.answer({ kind: "refused", way: "wait", message: "内容太长" });

  assert.deepEqual([here.said.at(-1), here.pauses()], ["refused: 内容太长", []]);
  here.type("y");
  assert.deepEqual(here.pauses(), [3000]);
});

test("nothing is sent by itself while a person has to decide", async () => {
  const here = setting();
  here.type("x");
  here.run();
  await here.answer({ kind: "refused", way: "compare", message: "别人保存过" });

  here.type("y");
  here.queue.soon();

  assert.deepEqual([here.sent, here.said.at(-1), here.pauses()], [1, "refused: 别人保存过", []]);
});

test("leaving the page sends what is typed at once, and nothing when all is saved", async () => {
  const here = setting();
  here.queue.soon();
  assert.equal(here.sent, 0);

  here.type("1");
  here.queue.soon();

  assert.equal(here.sent, 1);
  await here.answer({ kind: "saved" });
});

test("what is typed and taken back again is saved as it was", () => {
  const here = setting();

  here.type("1");
  here.type("");

  assert.deepEqual(here.said, ["typed", "saved"]);
});

test("a mistake of the page itself is not left looking like a save", async () => {
  const said = [];
  const broken = () => Promise.reject(new Error("bug"));
  const clock = { setTimeout: () => 1, clearTimeout: () => {} };
  const queue = new SaveQueue({ send: broken, unsaved: () => true, say: (state) => said.push(state), clock });

  await assert.rejects(queue.now(), /bug/);

  assert.deepEqual(said, ["saving", "failing"]);
});
