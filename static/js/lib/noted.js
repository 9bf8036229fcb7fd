/* The mark of a cell that has a printed note or a source, as templates/desk/_cell_noted.html draws it. */

/** Show at a cell, and say in its description, what is noted; nothing when both are "". */
export function mark(cell, note, source) {
  const id = `noted-${cell.id}`;
  const words = [note && `批注：${note}`, source && `数据来源：${source}`].filter(Boolean).join("；");
  describe(cell, id, words !== "");
  const there = document.getElementById(id);
  if (!words) return there?.remove();
  const place = there ?? cell.closest("td").appendChild(drawn(id));
  place.classList.toggle("is-source", !note);
  const [sign, said] = place.children;
  if (said.textContent === words) return undefined;
  [sign.textContent, said.textContent] = [note ? "注" : "源", words];
  return undefined;
}

function drawn(id) {
  const place = Object.assign(document.createElement("span"), { id, className: "cell-noted" });
  place.append(document.createElement("span"), document.createElement("span"));
  place.children[0].ariaHidden = "true";
  place.children[1].className = "visually-hidden";
  return place;
}

/** Others set what describes a cell too: only the own id is put in or taken out. */
function describe(cell, id, told) {
  const ids = (cell.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  if (told) ids.push(id);
  if (ids.length) cell.setAttribute("aria-describedby", ids.join(" "));
  else cell.removeAttribute("aria-describedby");
}
