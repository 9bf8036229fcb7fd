/* Putting what the server says anew into the page: focus, scroll, open boxes and whatever is typed there stay. */

/** Everything beside the form, as the server rendered it after a save. */
export function refreshAll({ navigator, counts, findings }) {
  for (const part of ["[data-progress]", "[data-navigator]"]) refresh(document.querySelector(part), navigator, part);
  refresh(document.querySelector("[data-counts]"), counts, "[data-counts]");
  refresh(document.getElementById("findings"), findings, "#findings");
}

/** Put the contents of the element that `selector` finds in fresh HTML in place of those on the page. */
export function refresh(target, html, selector) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector(selector);
  if (!target || !fresh || target.querySelector("[data-leaving]")) return; // a form of it is about to be sent
  const typed = boxesTyped(target);
  if (typed.some((box) => !sameBox(fresh, box))) return note(target); // it belongs to what is shown now
  const place = focusIn(target);
  const open = [...target.querySelectorAll("details[open] > summary")].map(wordsOf);
  const { scrollTop, scrollLeft } = target;
  target.replaceChildren(...fresh.childNodes);
  for (const summary of target.querySelectorAll("details > summary")) {
    if (open.includes(wordsOf(summary))) summary.parentElement.open = true;
  }
  for (const box of typed) {
    const again = sameBox(target, box);
    [...again.form.elements].forEach((field, at) => {
      if (!["hidden", "submit"].includes(field.type)) field.value = box.form.elements[at].value;
    });
  }
  target.scrollTop = scrollTop;
  target.scrollLeft = scrollLeft;
  if (place) restore(target, place);
}

/** The words of an element; what is folded because there is much of it, by where it stands: its number changes. */
function wordsOf(element) {
  const folded = element.closest("details:not(.say-box)");
  const { className = "" } = folded?.closest(".finding-group") ?? {};
  return folded?.firstElementChild === element ? `${folded.className} ${className}` : element.textContent;
}

function boxesTyped(target) {
  return [...target.querySelectorAll("form.say textarea")].filter((box) => {
    const chosen = [...box.form.querySelectorAll("option")].some((one) => one.selected !== one.defaultSelected);
    return box.value !== box.defaultValue || (chosen && box.form.elements.choice.value);
  });
}

/** The box for the same finding: it has the same code and fingerprint. */
function sameBox(within, box) {
  const { code, mark } = box.form.elements;
  const forms = [...within.querySelectorAll("form.say")];
  const found = forms.find(({ elements: its }) => its.code.value === code.value && its.mark.value === mark.value);
  return found?.querySelector("textarea");
}

function note(target) {
  if (target.querySelector("[data-outdated]")) return;
  const line = Object.assign(document.createElement("p"), { className: "standing", textContent: "⚠ 数据已变，保存说明之后显示新的检查结果" });
  line.dataset.outdated = "";
  target.prepend(line);
}

/** What has the focus: by its address, its name within the finding's form, or its words. */
function focusIn(target) {
  const here = document.activeElement;
  if (!target.contains(here) || here === target) return null;
  const box = here.form?.classList.contains("say") ? here.form.querySelector("textarea") : null;
  const range = here.tagName === "TEXTAREA" ? [here.selectionStart, here.selectionEnd] : null;
  return { tag: here.tagName, href: here.getAttribute("href"), name: here.name, words: wordsOf(here), box, range };
}

function restore(target, { tag, href, name, words, box, range }) {
  const within = box ? (sameBox(target, box)?.form ?? target) : target;
  const likely = [...within.querySelectorAll(tag)];
  const again = likely.find((one) => (href ? one.getAttribute("href") === href : box ? one.name === name : wordsOf(one) === words));
  (again ?? target).focus({ preventScroll: true });
  if (again && range) again.setSelectionRange(...range);
}
