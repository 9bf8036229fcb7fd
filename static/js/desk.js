/* The scripts of the signed-in side. Every page works without them. */

import { GridBlock } from "./elements/grid-block.js";
import { GridKeys } from "./elements/grid-keys.js";
import { GridPaste } from "./elements/grid-paste.js";
import { GridSteps } from "./elements/grid-steps.js";
import { ImportConfirm } from "./elements/import-confirm.js";
import { ImportUpload } from "./elements/import-upload.js";
import { LastYear } from "./elements/last-year.js";
import { PastePreview } from "./elements/paste-preview.js";
import { LocalCopy } from "./elements/local-copy.js";
import { ReportGrid } from "./elements/report-grid.js";
import { SaveComparison } from "./elements/save-comparison.js";
import { SectionPresence } from "./elements/section-presence.js";
import { SectionSaver } from "./elements/section-saver.js";
import { SignInAgain } from "./elements/sign-in-again.js";

/** A link to a cell puts the cursor into it; a link to words of a text marks them there. */
function enter(address, passage) {
  const target = document.getElementById(decodeURIComponent(address.slice(1)));
  target?.focus();
  const begin = passage ? (target?.value ?? "").indexOf(passage) : -1;
  if (begin < 0) return;
  target.setSelectionRange(begin, begin);
  target.blur(); // the text scrolls to the cursor only when it comes back
  target.focus();
  target.setSelectionRange(begin, begin + passage.length);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href*="#"]');
  if (!link || link.pathname !== location.pathname || link.search !== location.search) return;
  event.preventDefault();
  history.replaceState(history.state, "", link.hash);
  enter(link.hash, link.dataset.passage);
});

/** What was typed for a finding and not sent is not lost unasked. */
let sent = null;
document.addEventListener("submit", (event) => {
  sent = event.target;
});
window.addEventListener("beforeunload", (event) => {
  const boxes = [...document.querySelectorAll("form.say textarea")];
  if (!boxes.some((box) => box.form !== sent && box.value !== box.defaultValue)) return;
  event.preventDefault();
  event.returnValue = true; // browsers before Chromium 119 ask only for this
});

document.addEventListener("grid-counted", (event) => {
  const place = document.querySelector("[data-blanks]");
  const { blanks } = event.detail;
  const text = blanks ? `未填 ${blanks} 格，没有发生的写 0` : "✓ 各格都已填写";
  if (place && place.textContent !== text) place.textContent = text;
});

customElements.define("import-confirm", ImportConfirm);
customElements.define("import-upload", ImportUpload);
customElements.define("report-grid", ReportGrid); // before the elements inside it
customElements.define("grid-steps", GridSteps);
customElements.define("grid-paste", GridPaste);
customElements.define("grid-block", GridBlock);
customElements.define("grid-keys", GridKeys);
customElements.define("paste-preview", PastePreview);
customElements.define("last-year", LastYear);
customElements.define("section-saver", SectionSaver);
customElements.define("section-presence", SectionPresence);
customElements.define("save-comparison", SaveComparison);
customElements.define("sign-in-again", SignInAgain);
customElements.define("local-copy", LocalCopy); // after the saver, which it asks

if (location.hash) enter(location.hash, new URLSearchParams(location.search).get("words"));
document.querySelector("[data-navigator] [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
