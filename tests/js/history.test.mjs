// Typing, pasting and filling can be undone and done again.

import assert from "node:assert/strict";
import { test } from "node:test";

import { History } from "../../static/js/lib/history.js";

const typed = (id, before, after) => [[{ id, before, after }], { what: "输入", typing: true }];

test("typing in one cell is one step", () => {
  const history = new History();
  history.note(...typed("a", "", "1"));
  history.note(...typed("a", "1", "12"));

  assert.deepEqual(history.undo(), { what: "输入", entries: [{ id: "a", value: "" }] });
  assert.equal(history.undo(), undefined);
  assert.deepEqual(history.redo(), { what: "输入", entries: [{ id: "a", value: "12" }] });
});

test("leaving the cell ends the step", () => {
  const history = new History();
  history.note(...typed("a", "", "1"));
  history.pause();
  history.note(...typed("a", "1", "12"));

  assert.deepEqual(history.undo().entries, [{ id: "a", value: "1" }]);
});

test("typing that was undone is not gone on with", () => {
  const history = new History();
  history.note(...typed("a", "", "1"));
  history.undo();
  history.redo();
  history.note(...typed("a", "1", "12"));

  assert.deepEqual(history.undo().entries, [{ id: "a", value: "1" }]);
});

test("an entry that is typed back to what it was is no step", () => {
  const history = new History();
  history.note(...typed("a", "5", "51"));
  history.note(...typed("a", "51", "5"));

  assert.equal(history.undo(), undefined);
});

test("a paste is one step over all its cells", () => {
  const history = new History();
  history.note([{ id: "a", before: "", after: "1" }, { id: "b", before: "2", after: "" }], { what: "粘贴 1×2" });

  assert.deepEqual(history.undo(), { what: "粘贴 1×2", entries: [{ id: "a", value: "" }, { id: "b", value: "2" }] });
});

test("a step that changes nothing is none", () => {
  const history = new History();
  history.note([{ id: "a", before: "1", after: "1" }]);

  assert.equal(history.undo(), undefined);
});

test("after a new step there is nothing to do again", () => {
  const history = new History();
  history.note(...typed("a", "", "1"));
  history.undo();
  history.note(...typed("b", "", "2"));

  assert.equal(history.redo(), undefined);
});

test("what a cell has got from elsewhere is undone by no step", () => {
  const history = new History();
  history.note([{ id: "a", before: "", after: "1" }, { id: "b", before: "", after: "2" }], { what: "粘贴" });
  history.note([{ id: "a", before: "1", after: "3" }]);

  history.forget("a");

  assert.deepEqual(history.undo(), { what: "粘贴", entries: [{ id: "b", value: "" }] });
  assert.equal(history.undo(), undefined);
});
