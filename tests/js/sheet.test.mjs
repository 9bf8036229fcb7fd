// The rows and columns of an official table, as its spans say.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Sheet } from "../../static/js/lib/sheet.js";

const cell = (id, { total = false, colspan = 1 } = {}) => ({ text: { id, total }, colspan });
const matrix = new Sheet([
  [{ text: "角", colspan: 2, rowspan: 2 }, { text: "申请人", colspan: 2 }],
  [{ text: "自然人" }, { text: "总计" }],
  [{ text: "一、新收", colspan: 2 }, cell("n.a"), cell("n.total", { total: true })],
  [{ text: "三、结果", rowspan: 2 }, { text: "1.属于" }, cell("x.a"), cell("x.total", { total: true })],
  [{ text: "（七）总计" }, cell("t.a", { total: true }), cell("t.total", { total: true })],
  [{ text: "四、结转", colspan: 2 }, cell("c.a"), cell("c.total", { total: true })],
]);
const blocks = new Sheet([
  [{ text: "信息内容" }, { text: "制发" }, { text: "废止" }],
  [{ text: "规章" }, cell("g.issued"), cell("g.repealed")],
  [{ text: "信息内容" }, { text: "处理决定数量", colspan: 2 }],
  [{ text: "行政许可" }, cell("l.decisions", { colspan: 2 })],
]);

test("every cell knows its place and its heads", () => {
  assert.deepEqual(matrix.placeOf("x.total"), { row: 1, column: 1 });
  assert.deepEqual(matrix.rows.map(({ labels }) => labels.at(-1)), ["一、新收", "1.属于", "（七）总计", "四、结转"]);
  assert.deepEqual(matrix.rows[3].cells.map(({ head }) => head), ["自然人", "总计"]);
  assert.deepEqual(blocks.cellAt({ row: 1, column: 1 }).head, "处理决定数量");
});

test("going down and right passes over totals", () => {
  assert.equal(matrix.next({ row: 1, column: 0 }, { down: 1 }).id, "c.a");
  assert.equal(matrix.next({ row: 0, column: 0 }, { right: 1 }), undefined);
  assert.equal(matrix.next({ row: 0, column: 0 }, { down: -1 }), undefined);
});

test("a merged cell is under each of its columns, and rows without figures are passed over", () => {
  assert.equal(blocks.next({ row: 0, column: 1 }, { down: 1 }).id, "l.decisions");
  assert.equal(blocks.next({ row: 1, column: 0 }, { right: 1 }), undefined);
});

test("a block is the cells between two corners", () => {
  const ids = (rows) => rows.map((row) => row.map((one) => one?.id));

  assert.deepEqual(ids(matrix.between({ row: 1, column: 1 }, { row: 0, column: 0 })), [["n.a", "n.total"], ["x.a", "x.total"]]);
  assert.deepEqual(ids(blocks.between({ row: 0, column: 0 }, { row: 1, column: 1 })), [
    ["g.issued", "g.repealed"], ["l.decisions", undefined],
  ]);
});
