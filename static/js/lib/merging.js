/* A section typed here and saved meanwhile by somebody else: what goes together by itself, and what must be chosen;
 * texts are compared paragraph by paragraph. */

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

const MOST = 4_000_000;

/** Stretches in order: {kind, base, mine, theirs}, each a list of paragraphs.
 *
 * kind is same (nobody changed it, or both alike), mine, theirs (only one did), or conflict. */
export function compare(base, mine, theirs) {
  const [a, b, c] = [base, mine, theirs].map((text) => (text === "" ? [] : text.split("\n")));
  const inMine = matches(a, b);
  const inTheirs = matches(a, c);
  const stretches = [];
  let [i, j, k] = [0, 0, 0];
  for (let next = 0; next <= a.length; next += 1) {
    const end = next === a.length;
    if (!end && !(inMine.has(next) && inTheirs.has(next))) continue;
    const [toMine, toTheirs] = end ? [b.length, c.length] : [inMine.get(next), inTheirs.get(next)];
    add(stretches, a.slice(i, next), b.slice(j, toMine), c.slice(k, toTheirs));
    if (!end) add(stretches, [a[next]], [b[toMine]], [c[toTheirs]]);
    [i, j, k] = [next + 1, toMine + 1, toTheirs + 1];
  }
  return stretches;
}

/** The text that the stretches make; `choices` says for each conflict, in order, mine, theirs or both. */
export function compose(stretches, choices = []) {
  let conflict = 0;
  const chosen = stretches.map((stretch) => {
    if (stretch.kind !== "conflict") return stretch.kind === "theirs" ? stretch.theirs : stretch.mine;
    const choice = choices[conflict++];
    return choice === "both" ? [...stretch.mine, ...stretch.theirs] : stretch[choice];
  });
  return chosen.flat().join("\n");
}

function add(stretches, base, mine, theirs) {
  if (!base.length && !mine.length && !theirs.length) return;
  const [kept, left, changed] = [alike(base, mine), alike(base, theirs), !alike(mine, theirs)];
  const kind = !changed ? "same" : kept ? "theirs" : left ? "mine" : "conflict";
  stretches.push({ kind, base, mine, theirs });
}

const alike = (some, others) => some.length === others.length && some.every((line, at) => line === others[at]);

/** Which paragraph of `b` each common paragraph of `a` is: the longest common sequence. */
function matches(a, b) {
  if (a.length * b.length > MOST) return new Map(); // then all of it is one stretch
  const long = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      long[i][j] = a[i] === b[j] ? long[i + 1][j + 1] + 1 : Math.max(long[i + 1][j], long[i][j + 1]);
    }
  }
  const found = new Map();
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) found.set(i++, j++);
    else if (long[i + 1][j] >= long[i][j + 1]) i += 1;
    else j += 1;
  }
  return found;
}
