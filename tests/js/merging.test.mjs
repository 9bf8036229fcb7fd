// Two people in one section: what goes together by itself, and what must be chosen.

import assert from "node:assert/strict";
import { test } from "node:test";

import { compare, compose, decide, plan } from "../../static/js/lib/merging.js";

const same = (_, one, other) => one.trim() === other.trim();
const change = (name, before, now) => ({ name, label: `项目 ${name}`, before, now });
const kinds = (...texts) => compare(...texts).map(({ kind }) => kind);

test("a cell that only the other changed is taken over", () => {
  const found = plan([change("a", "", "9")], { a: "" }, same, () => false);

  assert.deepEqual([found.conflicts, found.taken, decide(found, [])], [[], ["项目 a：9"], { a: "9" }]);
});

test("a cell that both changed alike needs no choice", () => {
  const found = plan([change("a", "", "9")], { a: " 9" }, same, () => false);

  assert.deepEqual([found.conflicts, found.taken, decide(found, [])], [[], [], { a: " 9" }]);
});

test("a cell that both changed is chosen", () => {
  const found = plan([change("a", "", "9"), change("b", "1", "2")], { a: "8", b: "3" }, same, () => false);

  assert.deepEqual(found.conflicts.map(({ before, mine, now }) => [before, mine, now]), [["", "8", "9"], ["1", "3", "2"]]);
  assert.deepEqual(decide(found, ["mine", "theirs"]), { a: "8", b: "2" });
});

test("different paragraphs of one text go together", () => {
  const found = plan([change("text", "一\n二\n三", "一\n二\n参")], { text: "壹\n二\n三" }, same, () => true);

  assert.deepEqual([found.conflicts, found.taken], [[], ["项目 text：参"]]);
  assert.deepEqual(decide(found, []), { text: "壹\n二\n参" });
});

test("a paragraph that both changed is chosen, or both are kept", () => {
  const found = plan([change("text", "一\n二", "一\n他")], { text: "一\n我" }, same, () => true);

  assert.deepEqual(found.conflicts.map(({ mine, now }) => [mine, now]), [["我", "他"]]);
  assert.deepEqual(["mine", "theirs", "both"].map((choice) => decide(found, [choice]).text), ["一\n我", "一\n他", "一\n我\n他"]);
});

test("paragraphs added and removed are found", () => {
  assert.deepEqual(kinds("一\n二\n三", "一\n新\n二\n三", "一\n二"), ["same", "mine", "same", "theirs"]);
  assert.deepEqual(kinds("", "我", "他"), ["conflict"]);
  assert.deepEqual(kinds("一", "", "一"), ["mine"]);
  assert.deepEqual(kinds("", "", ""), []);
});

test("nothing of either text is lost, whatever is chosen", () => {
  const [base, mine, theirs] = ["a\nb\nc\nd", "a\nB\nc\nd\ne", "x\na\nc\nD"];
  const stretches = compare(base, mine, theirs);
  const conflicts = stretches.filter(({ kind }) => kind === "conflict");

  const both = compose(stretches, conflicts.map(() => "both")).split("\n");

  for (const line of ["B", "e", "x", "D"]) assert.ok(both.includes(line), line);
  assert.equal(compose(compare(base, mine, base)), mine);
  assert.equal(compose(compare(base, base, theirs)), theirs);
});

test("two texts of ten thousand lines do not stop the browser", () => {
  const long = Array.from({ length: 10_000 }, (_, at) => `第 ${at} 段`).join("\n");

  assert.deepEqual(kinds(long, `${long}。`, `x${long}`), ["conflict"]);
});
