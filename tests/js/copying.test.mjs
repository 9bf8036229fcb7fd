import assert from "node:assert/strict";
import { test } from "node:test";

import { kept } from "../../static/js/lib/copying.js";

const LAST = "明确专人每周核对栏目，逾期的通报。";

test("a paragraph that stands there word for word is copied, until a word of it is edited", () => {
  assert.equal(kept([LAST], ["总说。", `甲。\n${LAST} \n乙。`], 15), "copied");
  assert.equal(kept([LAST], [`甲。\n${LAST}又改。`], 15), "");
});

test("a short one may be the same every year", () => {
  assert.equal(kept(["无其他事项。"], ["无其他事项。"], 15), "same");
});

test("a pair is copied when both of it stand there, in whatever boxes", () => {
  assert.equal(kept(["更新不够及时。", LAST], ["更新不够及时。", LAST], 15), "copied");
  assert.equal(kept(["更新不够及时。", LAST], ["更新不够及时。"], 15), "");
});
