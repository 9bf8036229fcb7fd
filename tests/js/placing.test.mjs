// A pasted block goes where a careful person would type it; what does not fit is named.

import assert from "node:assert/strict";
import { test } from "node:test";

import { differingTotals, plan } from "../../static/js/lib/placing.js";
import { Sheet } from "../../static/js/lib/sheet.js";
import { isFigure } from "../../static/js/lib/stripping.js";

const FIRST = { row: 0, column: 0 };
const LABELS = ["一、本年新收政府信息公开申请数量", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "（七）总计", "四、结转下年度"];
const figure = (id, { total = false, locked = false, kind = "count" } = {}) => ({ text: { id, kind, total, locked } });
const table = new Sheet(
  [
    [{ text: "", rowspan: 2 }, { text: "申请人情况", colspan: 3 }],
    [{ text: "自然人" }, { text: "商业企业" }, { text: "总计" }],
    ...LABELS.map((text, row) => [
      { text }, ...["a", "b", "total"].map((key) => figure(`${row}.${key}`, { total: key === "total" || row === 3 })),
    ]),
  ],
  { sums: [0, 1, 2, 4].map((row) => ({ total: `${row}.total`, parts: [`${row}.a`, `${row}.b`] })) },
);
const strip = new Sheet(
  [[..."abTcdT"].map((key, index) => figure(`${key}${index}`, { total: key === "T" }))],
  { sums: [{ total: "T2", parts: ["a0", "b1"] }, { total: "T5", parts: ["c3", "d4"] }] },
);
const blocks = new Sheet([
  [{ text: "第二十条第（一）项", colspan: 3 }],
  [{ text: "信息内容" }, { text: "本年制发件数" }, { text: "本年废止件数" }],
  [{ text: "规章" }, figure("rules.issued", { locked: true }), figure("rules.repealed", { locked: true })],
  [{ text: "第二十条第（五）项", colspan: 3 }],
  [{ text: "信息内容" }, { text: "本年处理决定数量", colspan: 2 }],
  [{ text: "行政许可" }, { ...figure("licenses"), colspan: 2 }],
]);
const written = (block, place = FIRST, sheet = table) =>
  Object.fromEntries(plan(block, sheet, place).writes.map(({ id, text }) => [id, text]));
const reasons = (block, place = FIRST, sheet = table) => plan(block, sheet, place).misfits.map(({ reason }) => reason);

test("a blank is pasted as a blank and shifts nothing", () => {
  assert.deepEqual(written([["1", ""], ["", "4"]]), { "0.a": "1", "0.b": "", "1.a": "", "1.b": "4" });
});

test("separators and full-width digits are one number", () => {
  assert.deepEqual(written([["1,234", "１２"]]), { "0.a": "1234", "0.b": "12" });
});

test("one number lands in the cell of the cursor", () => {
  assert.deepEqual(written([["7"]], { row: 2, column: 1 }), { "2.b": "7" });
});

test("row labels are skipped, the number of a label is no figure", () => {
  assert.deepEqual(written([["1.属于国家秘密", "3", "4"]], { row: 1, column: 0 }), { "1.a": "3", "1.b": "4" });
});

test("label columns that are merged, and so blank, are skipped with the labels behind them", () => {
  assert.deepEqual(written([["", "1.属于国家秘密", "3"], ["", "2.其他法律行政法规禁止公开", ""]], { row: 1, column: 0 }), {
    "1.a": "3", "2.a": "",
  });
});

test("head rows are skipped", () => {
  assert.deepEqual(written([["申请人情况", ""], ["自然人", "商业\n企业"], ["5", "6"]]), { "0.a": "5", "0.b": "6" });
});

test("totals are computed and never pasted over", () => {
  const block = [["1", "2", "9"]];

  assert.deepEqual(written(block), { "0.a": "1", "0.b": "2" });
  assert.deepEqual(reasons(block), []);
});

test("a pasted total that is another than the computed one is named", () => {
  const planned = plan([["1", "2", "9"]], table, FIRST);

  assert.deepEqual(differingTotals(planned, () => "3"), [{ id: "0.total", stated: "9", computed: "3" }]);
});

test("a total of 0 over blanks is what a spreadsheet's SUM says, and no difference", () => {
  assert.deepEqual(differingTotals(plan([["", "", "0"]], table, FIRST), () => ""), []);
});

test("a block without the totals goes to the entries", () => {
  assert.deepEqual(written([["1", "2", "5", "4"]], FIRST, strip), { a0: "1", b1: "2", c3: "5", d4: "4" });
  assert.deepEqual(written([["0", "0", "0", "0"]], FIRST, strip), { a0: "0", b1: "0", c3: "0", d4: "0" });
});

test("a block as long that holds a true total is taken as it is drawn", () => {
  assert.deepEqual(written([["3", "4", "7", "1"]], FIRST, strip), { a0: "3", b1: "4", c3: "1" });
});

test("labelled rows without the row of totals go to the rows of their labels", () => {
  const block = LABELS.filter((_, row) => row !== 3).map((label, row) => [label, String(row), ""]);

  assert.deepEqual(reasons(block), []);
  assert.equal(written(block)["4.a"], "3");
});

test("what reaches beyond the table does not fit, and the rest is still planned", () => {
  assert.deepEqual(reasons([["1", "2", "3", "4"]]), ["超出表格"]);
  assert.deepEqual(written([["1", "2", "3", "4"]]), { "0.a": "1", "0.b": "2" });
  assert.deepEqual(reasons([["1"], ["2"]], { row: 4, column: 0 }), ["超出表格"]);
});

test("blank cells beyond the table are no misfit", () => {
  assert.deepEqual(reasons([["1", "2", "3", ""]]), []);
});

test("a label of another row than the one it would land in is named", () => {
  assert.deepEqual(reasons([["2.其他法律行政法规禁止公开", "3"]], { row: 1, column: 0 }), ["表中这一行是“1.属于国家秘密”"]);
});

test("the figures of a row that belongs elsewhere are not written, those of its neighbours are", () => {
  const block = [["1.属于国家秘密", "3"], ["四、结转下年度", "4"]];

  assert.deepEqual(written(block, { row: 1, column: 0 }), { "1.a": "3" });
});

test("a label in the words of somebody else is none of this row either", () => {
  assert.deepEqual(reasons([["新收", "3"]]), ["表中这一行是“一、本年新收政府信息公开申请数量”"]);
  assert.deepEqual(reasons([["1、属于 国家秘密", "3"]], { row: 1, column: 0 }), []);
});

test("a column whose head is that of another column is named and not written", () => {
  const block = [["商业企业", "总计"], ["5", "6"]];

  assert.deepEqual(reasons(block), ["表中这一列是“自然人”", "表中这一列是“商业企业”"]);
  assert.deepEqual(written(block), {});
  assert.deepEqual(written(block, { row: 0, column: 1 }), { "0.b": "5" });
});

test("a text that is no number is named and not written", () => {
  assert.deepEqual(written([["1", "三件"]]), { "0.a": "1" });
  assert.deepEqual(reasons([["1", "三件"]]), ["不是数字"]);
  assert.deepEqual(reasons([["1.5", "1"]]), ["不能填在这一格"]);
});

test("a block without any number fits nowhere", () => {
  assert.deepEqual(reasons([["第一句"], ["第二句"]]).length, 2);
  assert.deepEqual(written([["第一句"], ["第二句"]]), {});
});

test("a blank row of totals with its label is no row of heads", () => {
  const block = LABELS.slice(2).map((label, row) => [label, row === 1 ? "" : "5"]);

  assert.deepEqual(written(block, { row: 2, column: 0 }), { "2.a": "5", "4.a": "5" });
});

test("heads between the rows are skipped, a locked cell takes a 0 only", () => {
  const block = [["第二十条第（一）项", "", ""], ["信息内容", "本年制发件数", "本年废止件数"], ["规章", "0", "1"],
    ["第二十条第（五）项", "", ""], ["信息内容", "本年处理决定数量", ""], ["行政许可", "7", ""]];

  assert.deepEqual(written(block, FIRST, blocks), { licenses: "7" });
  assert.deepEqual(reasons(block, FIRST, blocks), ["这一格固定为 0"]);
  assert.deepEqual(reasons([["7", "8"]], { row: 1, column: 0 }, blocks), ["这里是合并的一格"]);
});

test("signs for nothing are blank", () => {
  assert.deepEqual(written([["/", "-"]]), { "0.a": "", "0.b": "" });
});

test("an ordinal alone is no figure", () => {
  assert.deepEqual(["1.", "1、", "1.属于国家秘密", "12", "", "/"].map(isFigure), [false, false, false, true, true, true]);
});

const changes = (row) => [
  { text: row }, figure(`${row}.before`), { ...figure(`${row}.change`, { kind: "change" }), colspan: 2 }, figure(`${row}.decisions`),
];
const trial = new Sheet([
  [{ text: "信息内容" }, { text: "上一年项目数量" }, { text: "本年增/减", colspan: 2 }, { text: "处理决定数量" }],
  changes("licenses"),
  [{ text: "信息内容" }, { text: "采购项目数量", colspan: 2 }, { text: "采购总金额", colspan: 2 }],
  [{ text: "procurement" }, { ...figure("projects"), colspan: 2 }, { ...figure("amount", { kind: "money" }), colspan: 2 }],
]);

test("the change column of the form of 2019 takes a negative number, however it is written", () => {
  for (const text of ["-5", "−5", "－５"]) {
    assert.deepEqual(written([["30", text, "", "412"]], FIRST, trial), {
      "licenses.before": "30", "licenses.change": "-5", "licenses.decisions": "412",
    });
  }
  assert.deepEqual(reasons([["-30", "5"]], FIRST, trial), ["不能填在这一格"]);
});

test("a block without merged cells goes into the merged cells of the form, each row into its own", () => {
  const block = [["licenses", "30", "-5", "412"], ["procurement", "9", "1,234.56", ""]];

  assert.deepEqual(reasons(block, FIRST, trial), []);
  assert.deepEqual(written(block, FIRST, trial), {
    "licenses.before": "30", "licenses.change": "-5", "licenses.decisions": "412", projects: "9", amount: "1234.56",
  });
});
