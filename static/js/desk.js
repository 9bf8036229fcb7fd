/* What every page of the signed-in side adds: links lead into cells and words. Each page works without it. */

import { NextBlank } from "./elements/next-blank.js";

/** A link to a cell puts the cursor into it; a link to words of a text marks them there. */
function enter(address, passage) {
  const target = document.getElementById(decodeURIComponent(address.slice(1)));
  target?.focus();
  const found = passage ? target?.closest("text-box")?.rangeOf?.(passage) : null;
  if (!found) return;
  target.setSelectionRange(found[0], found[0]);
  target.blur(); // the text scrolls to the cursor only when it comes back
  target.focus();
  target.setSelectionRange(...found);
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

/** What can be done once is sent once, however often the button is pressed. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]") || event.defaultPrevented) return;
  if ("sent" in form.dataset) return event.preventDefault();
  form.dataset.sent = "";
  setTimeout(() => delete form.dataset.sent, 10_000); // whoever was asked and stayed may press again
});

if (location.hash) enter(location.hash, new URLSearchParams(location.search).get("words"));
document.querySelector("[data-navigator] [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
customElements.define("next-blank", NextBlank);
