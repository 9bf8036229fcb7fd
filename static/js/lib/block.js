/* A block of cells from and for the clipboard: rows of texts, every place of a merged cell given, blanks kept. */

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
