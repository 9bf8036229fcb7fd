/* A block of cells from the clipboard: rows of texts, every place of a merged cell given, blanks kept. */

/** The rows of a tab-separated text as Excel, WPS and Word copy it. A quoted cell may hold tabs and line breaks. */
export function fromText(text) {
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (cell.lastIndex <= source.length) {
    const [, quoted, bare, end] = cell.exec(source) ?? looseCell(source, cell);
    rows.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  return even(rows);
}

/** A cell that begins with a quote and is no quoted one: `"a" b`. */
function looseCell(source, cell) {
  const rest = /([^\t\n]*)(\t|\n|$)/y;
  rest.lastIndex = cell.lastIndex;
  const [, bare, end] = rest.exec(source);
  cell.lastIndex = rest.lastIndex;
  return [null, undefined, bare, end];
}

/** The rows of drawn cells ({text, rowspan, colspan}): a merged cell's text stands in its first place only. */
export function fromCells(drawn) {
  const rows = drawn.map(() => []);
  drawn.forEach((cells, number) => {
    let column = 0;
    for (const { text, rowspan = 1, colspan = 1 } of cells) {
      while (rows[number][column] !== undefined) column += 1;
      for (let below = number; below < Math.min(number + rowspan, rows.length); below += 1) {
        for (let right = column; right < column + colspan; right += 1) rows[below][right] = "";
      }
      rows[number][column] = text;
    }
  });
  return even(rows);
}

/** The rows as tab-separated text that spreadsheets take; null is the rest of a merged cell. */
export function toText(rows) {
  return rows.map((row) => row.map((text) => text ?? "").join("\t")).join("\r\n");
}

/** The rows as an HTML table that spreadsheets take. */
export function toHtml(rows) {
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const line = (row) => `<tr>${row.map((text) => `<td>${escaped(text ?? "")}</td>`).join("")}</tr>`;
  return `<meta charset="utf-8"><table>${rows.map(line).join("")}</table>`;
}

/** The rows with the same number of cells each. */
function even(rows) {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}
