/* Leaving a section by a link or another form: what is typed is saved first. */

/** `unsaved()` tells whether anything is at stake, `save()` resolves to whether all of it is safe,
 * `hear(target, name, action)` listens while the section is on the page. Whoever goes
 * a second time, and not by a double click, is let go; then the browser asks. */
export function saveBeforeLeaving({ form, unsaved, save, hear }) {
  let tried = null;
  const first = async (event, what, go) => {
    if (event.defaultPrevented || !unsaved() || (tried === what && !(event.detail > 1))) return;
    event.preventDefault();
    if (tried === what) return;
    tried = what;
    if (!(await save())) return;
    tried = null;
    go();
  };

  hear(form, "input", () => (tried = null));

  hear(document, "click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && leads(link, event)) first(event, link.href, () => location.assign(link.href));
  });

  hear(document, "submit", async (event) => {
    const other = event.target;
    if (other === form || other.method === "dialog" || other.closest("dialog")) return;
    other.dataset.leaving = ""; // nothing is put in its place meanwhile
    await first(event, other, () => other.requestSubmit(event.submitter));
    delete other.dataset.leaving;
  });
}

function leads(link, event) {
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const here = link.pathname === location.pathname && link.search === location.search;
  return plain && !here && link.origin === location.origin && !link.target && !link.hasAttribute("download");
}
