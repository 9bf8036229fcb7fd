import assert from "node:assert/strict";
import { test } from "node:test";

import { blankPair, mostPairs, numbered } from "../../static/js/lib/pairs.js";

test("the highest number of a pair counts, whatever its side", () => {
  assert.equal(mostPairs(["text", "problem_1", "measure_12", "problem_0"]), 12);
  assert.equal(mostPairs(["text"]), 0);
});

test("the first pair without a word is blank, else the next", () => {
  assert.equal(blankPair({ problem_1: "甲", measure_1: "", problem_2: " ", measure_2: "" }), 2);
  assert.equal(blankPair({ problem_1: "", measure_1: "乙" }), 2);
});

test("a blank pair gets its number wherever it has 0", () => {
  const markup = '<label for="id_problem_0">问题 0</label><textarea name="problem_0" rows="10"></textarea>';

  assert.equal(numbered(markup, 3), '<label for="id_problem_3">问题 3</label><textarea name="problem_3" rows="10"></textarea>');
});
