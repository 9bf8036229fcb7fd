// Reading and adding in the browser says the same as govreport/editions/numbers.py.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Unreadable, add, fromPlain, plain, readNumber } from "../../static/js/lib/figures.js";

const read = (text, kind = "count") => plain(readNumber(text, kind));

test("full-width digits, blanks around and separators are understood", () => {
  assert.deepEqual(["１２", " 7 ", "1,234", "１，２３４", "+3", "12.", "007"].map((text) => read(text)), [
    "12", "7", "1234", "1234", "3", "12", "7",
  ]);
});

test("an empty entry is blank, not 0", () => {
  assert.equal(readNumber(" 　", "count"), null);
  assert.equal(readNumber("0", "count"), 0n);
});

test("what is no number is refused with a sentence", () => {
  for (const text of ["两件", "1,23", "1 2", "1e3", "--1", ".5", "0x10"]) {
    assert.throws(() => readNumber(text, "count"), Unreadable, text);
  }
  assert.throws(() => readNumber("1O", "count"), { message: "“1O”不是数字，应为 0 至 99,999,999 的整数" });
});

test("a number that the cell may not hold is refused", () => {
  for (const [text, kind] of [["-1", "count"], ["1.5", "count"], ["100000000", "count"], ["-0.1", "money"],
    ["0.1234567", "money"], ["1000000000", "money"], ["1.5", "change"]]) {
    assert.throws(() => readNumber(text, kind), { message: /不能填在这一格/ }, `${text} ${kind}`);
  }
});

test("changes may be negative, also with the mathematical minus", () => {
  assert.deepEqual([read("-5", "change"), read("−5", "change")], ["-5", "-5"]);
});

test("money adds exactly", () => {
  const sum = add(["0.1", "0.2", "24252.311082"].map((text) => readNumber(text, "money")));

  assert.equal(plain(sum), "24252.611082");
});

test("blanks count as 0 in a sum, and a sum of blanks is blank", () => {
  assert.equal(add([null, 3_000_000n, null]), 3_000_000n);
  assert.equal(add([null, null]), null);
  assert.equal(plain(null), "");
});

test("a figure of last year is taken whatever its size", () => {
  assert.deepEqual(["300000000", "-5", "0.25", "12"].map((text) => plain(fromPlain(text))), ["300000000", "-5", "0.25", "12"]);
});

test("the shortest notation is shown", () => {
  assert.deepEqual([read("1.500", "money"), read("0.000001", "money"), plain(-500_000n)], ["1.5", "0.000001", "-0.5"]);
});
