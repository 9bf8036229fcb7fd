/* A section typed here and saved meanwhile by somebody else: what goes together by itself, and what must be chosen. */

import { compare, compose } from "./paragraphs.js";

const LONGEST = 40;

/** What to do with the server's changes [{name, label, before, now}], given what stands in the fields.
 *
 * `conflicts`: [{name, label, before, mine, now}], a cell, or a stretch of paragraphs then with `stretch`;
 * `taken`: in words, what was only changed by the other. `same(name, a, b)`: two entries say the same. */
export function plan(changes, values, same, isText) {
  const fields = changes.map((change) => field(change, values[change.name], same, isText(change.name)));
  return {
    fields,
    conflicts: fields.flatMap((one) => one.conflicts),
    taken: fields.flatMap((one) => one.taken.map((text) => `${one.label}：${shortened(text)}`)),
  };
}

/** The texts for the fields; `choices` for the conflicts of a plan, in its order: mine, theirs or both. */
export function decide({ fields }, choices) {
  let next = 0;
  return Object.fromEntries(
    fields.map((one) => {
      const chosen = choices.slice(next, (next += one.conflicts.length));
      if (one.stretches) return [one.name, compose(one.stretches, chosen)];
      if (one.conflicts.length) return [one.name, chosen[0] === "mine" ? one.mine : one.now];
      return [one.name, one.taken.length ? one.now : one.mine];
    }),
  );
}

function field({ name, label, before, now }, mine, same, isText) {
  const found = { name, label, mine, now, taken: [], conflicts: [] };
  if (same(name, mine, now)) return found;
  if (same(name, mine, before)) return { ...found, taken: [now] };
  if (!isText) return { ...found, conflicts: [{ name, label, before, mine, now }] };
  const stretches = compare(before, mine.replace(/\r\n?/g, "\n").trim(), now);
  const conflicts = stretches.filter(({ kind }) => kind === "conflict").map((stretch) => ({
    name,
    label,
    before: stretch.base.join("\n"),
    mine: stretch.mine.join("\n"),
    now: stretch.theirs.join("\n"),
    stretch: true,
  }));
  const taken = stretches.filter(({ kind }) => kind === "theirs").map(({ theirs }) => theirs.join("\n"));
  return { ...found, stretches, conflicts, taken };
}

function shortened(text) {
  const line = text.split(/\s+/).join(" ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line || "（空白）";
}
