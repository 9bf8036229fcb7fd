// What the server says of a cell, drawn as the page draws it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { standing } from "../../static/js/lib/cell-notes.js";

const cell = { id: "t.r.a", notes: null, input: true, blank: false };
const error = { level: "error", anchored: true, messages: ["相差 2"] };

test("an error at a cell is a frame, an invalid entry and a description", () => {
  assert.deepEqual(standing(error, cell), {
    classes: ["level-error", "is-anchored"], invalid: "true", notes: "note-t.r.a",
  });
});

test("a cell that only takes part is not marked as wrong", () => {
  assert.deepEqual(standing({ ...error, anchored: false }, cell), {
    classes: ["level-error"], invalid: null, notes: "note-t.r.a",
  });
});

test("a query makes no entry invalid, and neither is a total", () => {
  assert.equal(standing({ ...error, level: "query" }, cell).invalid, null);
  assert.equal(standing(error, { ...cell, input: false }).invalid, null);
});

test("a blank that is wanted shows it by being blank", () => {
  assert.ok(standing(error, { ...cell, blank: true }).classes.includes("is-blank"));
});

test("what was said goes, last year's figure and the source stay", () => {
  const notes = "note-t.r.a last-t.r.a opening-source";

  assert.deepEqual(standing(undefined, { ...cell, notes }), {
    classes: [], invalid: null, notes: "last-t.r.a opening-source",
  });
  assert.equal(standing(error, { ...cell, notes }).notes, notes);
});
