/* What the clipboard holds, as a block of texts: the table of its HTML, else its tab-separated text. */

import { fromCells, fromText } from "./block.js";

/** The rows of a DataTransfer; null when it holds no text. */
export function blockOf(data) {
  const html = data.getData("text/html");
  const rows = html ? rowsOf(html) : [];
  if (rows.length) return rows;
  const text = data.getData("text/plain");
  return text === "" ? null : fromText(text);
}

function rowsOf(html) {
  const page = new DOMParser().parseFromString(withoutLooks(html), "text/html");
  const [table] = [...page.querySelectorAll("table")].sort((one, other) => cellsOf(other) - cellsOf(one));
  if (!table) return [];
  const rows = [...table.rows].filter((row) => !row.hidden);
  return fromCells(rows.map((row) =>
    [...row.cells].map(({ textContent, rowSpan, colSpan }) => ({
      text: textContent.replace(/\s+/g, " ").trim(), rowspan: rowSpan, colspan: colSpan,
    }))));
}

/** Excel ends with a hidden row of column widths; styles would be refused by the content security policy. */
function withoutLooks(html) {
  const plain = html.replace(/<style[\s\S]*?<\/style>/gi, "");
  return plain.replace(/<tr\b([^>]*)>/gi, (row, looks) => (/display:\s*none/i.test(looks) ? "<tr hidden>" : row))
    .replace(/\sstyle=("[^"]*"|'[^']*')/gi, "");
}

function cellsOf(table) {
  return [...table.rows].reduce((sum, row) => sum + row.cells.length, 0);
}
