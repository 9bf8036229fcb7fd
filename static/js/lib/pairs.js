/* The names of the fields of pairs: problem_1, measure_1 and so on. */

const NAME = /^(?:problem|measure)_([1-9]\d*)$/;

/** The highest number that any of these fields has, 0 when none is of a pair. */
export function mostPairs(names) {
  return Math.max(0, ...names.map((name) => Number(NAME.exec(name)?.[1] ?? 0)));
}

/** The number of the first pair in which nothing is written: one that is there, or the next. */
export function blankPair(values) {
  const most = mostPairs(Object.keys(values));
  const says = (name) => (values[name] ?? "").trim() !== "";
  for (let number = 1; number <= most; number += 1) {
    if (!says(`problem_${number}`) && !says(`measure_${number}`)) return number;
  }
  return most + 1;
}

/** The markup of a blank pair with this number where it has 0. */
export function numbered(markup, number) {
  return markup.replace(/(problem_|measure_|问题 |改进措施 )0\b/g, (_, before) => `${before}${number}`);
}
