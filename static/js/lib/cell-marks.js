/* How a cell looks and is described by what the server says of it. The same as templates/desk/_grid_cell.html. */

/** {classes, invalid, notes} of a cell. `said` is {level, anchored, messages}, or undefined when nothing is said;
 * `notes` are the ids by which the cell has been described, of which those of other things stay. */
export function standing(said, { id, notes, input, blank }) {
  const others = (notes ?? "").split(" ").filter((one) => one && !one.startsWith("note-"));
  if (!said) return { classes: [], invalid: null, notes: others.join(" ") || null };
  return {
    classes: [`level-${said.level}`, ...(said.anchored ? ["is-anchored"] : []), ...(blank ? ["is-blank"] : [])],
    invalid: input && said.anchored && said.level === "error" ? "true" : null,
    notes: [`note-${id}`, ...others].join(" "),
  };
}
