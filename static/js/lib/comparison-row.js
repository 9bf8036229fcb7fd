/* One line of the comparison: what was saved before, what is typed here, what the other saved, with a choice. */

/** `conflict` as merging.js makes it; `place` numbers it, `by` names the other. */
export function comparisonRow(conflict, place, by) {
  const { label, before, mine, now, stretch } = conflict;
  const row = document.createElement("tr");
  const head = cell("th", label);
  head.scope = "row";
  if (stretch) head.append(choice(place, "both", "两段都留", `${label}：两段都留`));
  const ours = cell("td");
  ours.append(choice(place, "mine", mine, `${label}：用我填的`));
  const theirs = cell("td");
  theirs.append(choice(place, "theirs", now, `${label}：用 ${by} 保存的`));
  row.append(head, cell("td", before || "（空白）"), ours, theirs);
  ["原来保存的", "我填的", `${by} 保存的`].forEach((words, at) => (row.cells[at + 1].dataset.label = words));
  return row;
}

function cell(tag, text = "") {
  return Object.assign(document.createElement(tag), { textContent: text });
}

function choice(place, value, words, name) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  Object.assign(input, { type: "radio", name: `choice-${place}`, value });
  input.setAttribute("aria-label", `${name}：${words || "空白"}`);
  label.append(input, Object.assign(document.createElement("span"), { textContent: words || "（空白）" }));
  return label;
}
