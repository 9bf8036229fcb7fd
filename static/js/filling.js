/* What a section with a table adds: the official form as a spreadsheet. Without it the form is filled in plainly. */

import { CellNotesList } from "./elements/cell-notes-list.js";
import { GridBlock } from "./elements/grid-block.js";
import { GridKeys } from "./elements/grid-keys.js";
import { GridPaste } from "./elements/grid-paste.js";
import { GridSteps } from "./elements/grid-steps.js";
import { LastYear } from "./elements/last-year.js";
import { PastePreview } from "./elements/paste-preview.js";
import { ReportGrid } from "./elements/report-grid.js";

document.addEventListener("grid-counted", (event) => {
  const place = document.querySelector("[data-blanks]");
  const { blanks } = event.detail;
  const text = blanks ? `未填 ${blanks} 格，没有发生的写 0` : "✓ 各格都已填写";
  if (place && place.textContent !== text) place.textContent = text;
});

customElements.define("last-year", LastYear); // before the grid, whose first counting it hears
customElements.define("report-grid", ReportGrid); // before the elements that ask it
customElements.define("grid-steps", GridSteps);
customElements.define("grid-paste", GridPaste);
customElements.define("grid-block", GridBlock);
customElements.define("grid-keys", GridKeys);
customElements.define("paste-preview", PastePreview);
customElements.define("cell-notes-list", CellNotesList);
