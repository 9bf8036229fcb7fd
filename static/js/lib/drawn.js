/* The table of a page as a Sheet. Its cells also hold their element (`entry`) and the <td> around it (`box`). */

import { Sheet } from "./sheet.js";

/** The sheet of a <table> of the form; `sums` as the page declares them. */
export function sheetOf(table, sums) {
  const rows = [...table.querySelectorAll("thead tr, tbody tr")];
  const drawn = rows.map((row) =>
    [...row.cells].map((box) => ({ text: figureIn(box) ?? labelOf(box), rowspan: box.rowSpan, colspan: box.colSpan })));
  return new Sheet(drawn, { sums, heads: table.caption ? [table.caption.textContent.trim()] : [] });
}

/** What stands in a cell of the sheet. */
export function textOf({ entry }) {
  return entry.value ?? entry.textContent;
}

function figureIn(box) {
  const entry = box.querySelector("input[data-kind], output[id]");
  if (!entry) return undefined;
  const name = entry.getAttribute("aria-label").replace(/（[^（]*）$/, "");
  const total = entry.tagName === "OUTPUT";
  return { id: entry.id, name, kind: entry.dataset.kind ?? "money", total, locked: entry.readOnly === true, entry, box };
}

function labelOf(box) {
  return (box.querySelector("[data-label]") ?? box).textContent.trim();
}
