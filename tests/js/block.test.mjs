// The clipboard's block comes in with every blank in its place.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fromCells, fromText, toHtml, toText } from "../../static/js/lib/block.js";

test("a blank cell keeps its place in the row", () => {
  assert.deepEqual(fromText("1\t\t3\r\n\t5\t\r\n"), [["1", "", "3"], ["", "5", ""]]);
});

test("an empty row in the middle stays, the line end after the last row does not count", () => {
  assert.deepEqual(fromText("1\n\n3\n"), [["1"], [""], ["3"]]);
});

test("a quoted cell may hold a line break, a tab and quotes", () => {
  assert.deepEqual(fromText('"自\n然\t人"\t"说""明"\n7\t8'), [["自\n然\t人", '说"明'], ["7", "8"]]);
});

test("a cell that only begins with a quote is taken as it stands", () => {
  assert.deepEqual(fromText('"三安全" 等\t2'), [['"三安全" 等', "2"]]);
});

test("one number is a block of one cell", () => {
  assert.deepEqual(fromText("12"), [["12"]]);
});

test("merged cells take their places, the text stands in the first", () => {
  const drawn = [[{ text: "三", rowspan: 2 }, { text: "1" }], [{ text: "2" }], [{ text: "四", colspan: 2 }]];

  assert.deepEqual(fromCells(drawn), [["三", "1"], ["", "2"], ["四", ""]]);
});

test("a span that runs out of the table ends with it", () => {
  assert.deepEqual(fromCells([[{ text: "a", rowspan: 9 }, { text: "1" }]]), [["a", "1"]]);
});

test("what is copied comes back as it was", () => {
  const rows = [["1", "", "3"], ["", "5", null]];

  assert.equal(toText(rows), "1\t\t3\r\n\t5\t");
  assert.deepEqual(fromText(toText(rows)), [["1", "", "3"], ["", "5", ""]]);
  assert.match(toHtml([["<1", null]]), /<table><tr><td>&lt;1<\/td><td><\/td><\/tr><\/table>/);
});
