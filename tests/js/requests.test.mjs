// What an answer of the server means, and what no answer means.

import assert from "node:assert/strict";
import { test } from "node:test";

import { refusalOf } from "../../static/js/lib/refusals.js";
import { ask } from "../../static/js/lib/requests.js";

const answering = (status, body, type = "application/json") => async () =>
  new Response(body, { status, headers: { "Content-Type": type } });
const data = new FormData();

test("an answer in JSON is what was saved", async () => {
  const outcome = await ask("/x/", { data, fetch: answering(200, '{"version": 4}') });

  assert.deepEqual(outcome, { kind: "saved", told: { version: 4 } });
});

test("a page, or an answer that is none of ours, is no save", async () => {
  for (const answer of [answering(200, "<html>", "text/html"), answering(200, "<html>"), answering(200, '{"status": "ok"}')]) {
    assert.equal((await ask("/x/", { data, fetch: answer })).kind, "failed");
  }
});

test("a refusal has its code, its sentence and what is done about it", async () => {
  const body = JSON.stringify({ code: "stale", message: "车路 保存过", changes: [] });

  const outcome = await ask("/x/", { data, fetch: answering(409, body) });

  assert.deepEqual([outcome.kind, outcome.code, outcome.message, outcome.way], ["refused", "stale", "车路 保存过", "compare"]);
});

test("what stands between refuses without a code", () => {
  const codes = [401, 403, 413].map((status) => refusalOf(status, null).code);

  assert.deepEqual(codes, ["signed_out", "not_allowed", "too_large"]);
  assert.equal(refusalOf(409, null).way, "wait"); // nothing to compare with
});

test("a code that is not in the list counts as none", () => {
  assert.equal(refusalOf(403, { code: "toString", message: "x" }).code, "not_allowed");
});

test("errors of the server are tried again", async () => {
  for (const status of [500, 502, 503, 504, 429]) {
    const outcome = await ask("/x/", { data, fetch: answering(status, "<html>", "text/html") });
    assert.deepEqual([outcome.kind, outcome.message], ["failed", `服务器出错（${status}）`]);
  }
});

test("no answer in time is given up", async () => {
  const never = (_, { signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

  const outcome = await ask("/x/", { data, fetch: never, patience: 5 });

  assert.deepEqual([outcome.kind, outcome.message], ["failed", "服务器没有回应"]);
});

test("no connection is tried again", async () => {
  const gone = async () => {
    throw new TypeError("Failed to fetch");
  };

  assert.equal((await ask("/x/", { data, fetch: gone })).message, "连不上服务器");
});

test("small forms outlive the page, large ones are sent without", async () => {
  const asked = [];
  const fetch = async (_, options) => asked.push(options.keepalive) && new Response("{}", { headers: { "Content-Type": "application/json" } });
  const large = new FormData();
  large.set("text", "字".repeat(20_000));

  await ask("/x/", { data, fetch });
  await ask("/x/", { data: large, fetch });

  assert.deepEqual(asked, [true, false]);
});
