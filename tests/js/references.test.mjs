// References in a text: where they stand, what they say, where the words of a finding are.

import assert from "node:assert/strict";
import { test } from "node:test";

import { search } from "../../static/js/lib/figure-search.js";
import { linesOf } from "../../static/js/lib/painting.js";
import { cut, lengthOf, namesIn, placesOf, resolved } from "../../static/js/lib/references.js";

const NAME = "〔表三·本年新收·总计〕";
const values = new Map([[NAME, "10"], ["〔上年·表三·本年新收·总计〕", ""]]);
const words = (text, places) => places.map(({ start, end }) => text.slice(start, end));

test("names are found, a document's number is none", () => {
  const text = `〔2021〕30号${NAME}〔表三·没有〕`;

  assert.deepEqual(namesIn(text).map(({ name }) => name), [NAME, "〔表三·没有〕"]);
  assert.deepEqual(words(text, namesIn(text)), [NAME, "〔表三·没有〕"]);
});

test("a text is printed with values, and without one keeps the name", () => {
  const text = `收到${NAME}件，上年〔上年·表三·本年新收·总计〕件`;

  assert.equal(resolved(text, values).text, "收到10件，上年〔上年·表三·本年新收·总计〕件");
});

test("the words of a finding are found around, across and within a reference", () => {
  const text = `前${NAME}件，收到${NAME}件。`;

  assert.deepEqual(words(text, placesOf("10件", text, values)), [`${NAME}件`, `${NAME}件`]);
  assert.deepEqual(words(text, placesOf("收到10件", text, values)), [`收到${NAME}件`]);
  assert.deepEqual(words(text, placesOf("0件，收", text, values)), [`${NAME}件，收`]);
  assert.deepEqual(words(text, placesOf("件，收到", text, values)), ["件，收到"]);
  assert.deepEqual(placesOf("没有", text, values), []);
  assert.deepEqual(placesOf("", text, values), []);
});

test("every place of a printed text is found where it was written", () => {
  const text = `${NAME}甲${NAME}${NAME}乙`;
  const printed = resolved(text, values);

  assert.equal(printed.text, "10甲1010乙");
  for (let at = 0; at < printed.text.length; at += 1) {
    const [start, end] = printed.written(at, at + 1);
    assert.ok([NAME, "甲", "乙"].includes(text.slice(start, end)), `${at}: ${text.slice(start, end)}`);
  }
});

test("characters are counted as the server counts them: printed, without white space", () => {
  assert.equal(lengthOf(` 收到${NAME}件\n\u3000\u00a0𠮷`, values), 6);
  assert.equal(lengthOf("", values), 0);
});

test("a text is cut where ranges begin and end, overlapping ones too", () => {
  const ranges = [{ start: 1, end: 3, kind: "a" }, { start: 2, end: 4, kind: "b" }];

  assert.deepEqual(cut("01234", ranges).map(({ text, kinds }) => [text, kinds.join()]), [
    ["0", ""], ["1", "a"], ["2", "a,b"], ["3", "b"], ["4", ""],
  ]);
  assert.deepEqual(cut("", []), []);
});

test("a piece that goes over the end of a line is in both lines, and blank lines stay", () => {
  const lines = linesOf([{ text: "一\n\n二", kinds: [] }, { text: "三\n四", kinds: ["a"] }, { text: "\n", kinds: [] }]);

  assert.deepEqual(lines.map((line) => line.map(({ text }) => text)), [["一"], [], ["二", "三"], ["四"], []]);
  assert.deepEqual(linesOf([]), [[]]);
});

const figures = [
  { name: "〔表二·行政处罚·本年处理决定数量〕", words: "行政处罚 · 本年处理决定数量", main: true, lastYear: false },
  { name: "〔表三·本年新收·自然人〕", words: "一、本年新收政府信息公开申请数量 · 自然人", main: false, lastYear: false },
  { name: NAME, words: "一、本年新收政府信息公开申请数量 · 总计", main: true, lastYear: false },
  { name: "〔上年·表三·本年新收·总计〕", words: "一、本年新收政府信息公开申请数量 · 总计", main: true, lastYear: true },
];
const found = (asked) => search(figures, asked).map((figure) => figures.indexOf(figure));

test("a figure is found by some of its words, sums and this year first", () => {
  assert.deepEqual(found("新收"), [2, 1, 3]);
  assert.deepEqual(found("总计 新收"), [2, 3]);
  assert.deepEqual(found("本年新收总计"), [2, 3]);
  assert.deepEqual(found("公开申请"), [2, 1, 3]);
  assert.deepEqual(found("处罚数量"), [0]);
  assert.deepEqual(found("去年新收"), [3]);
  assert.deepEqual(found("没有"), []);
  assert.deepEqual(found(""), [0, 2, 1, 3]);
});
