/* References to figures in a text, 〔表三·本年新收·总计〕: where they stand, and the text with their values. */

const NAMED = /〔(?:表[二三四]|上年·)[^〔〕\n]{1,80}〕/gu;
const SPACE = /[\x1c-\x1f\x85]|(?!\ufeff)\s/gu; // what the server takes for white space

/** The names in a text, known or not: [{name, start, end}]. */
export function namesIn(text) {
  return [...text.matchAll(NAMED)].map(({ 0: name, index }) => ({ name, start: index, end: index + name.length }));
}

/** The text as it is judged and printed: {text, written}; `written(start, end)` is where that stands in the text. */
export function resolved(text, values) {
  const pieces = [];
  let [place, printed] = [0, ""];
  const add = (start, end, words, whole) => {
    pieces.push({ from: printed.length, to: printed.length + words.length, start, end, whole });
    printed += words;
  };
  for (const { name, start, end } of namesIn(text)) {
    const value = values.get(name);
    if (!value) continue;
    add(place, start, text.slice(place, start), false);
    add(start, end, value, true);
    place = end;
  }
  add(place, text.length, text.slice(place), false);
  const begin = (at) => {
    const piece = pieces.find(({ to }) => at < to) ?? pieces.at(-1);
    return piece.whole ? piece.start : piece.start + at - piece.from;
  };
  const finish = (at) => {
    const piece = pieces.find(({ to }) => at <= to) ?? pieces.at(-1);
    return piece.whole ? piece.end : piece.start + at - piece.from;
  };
  return { text: printed, written: (start, end) => [begin(start), finish(end)] };
}

/** Where the words of a finding stand in a text, as often as they do: [{start, end}]. */
export function placesOf(words, text, values) {
  const printed = resolved(text, values);
  const places = [];
  for (let at = words ? printed.text.indexOf(words) : -1; at >= 0; at = printed.text.indexOf(words, at + words.length)) {
    const [start, end] = printed.written(at, at + words.length);
    places.push({ start, end });
  }
  return places;
}

/** Why a name stands for no figure; `value` is undefined when the tables have none of this name. */
export function missing(name, value) {
  if (value === undefined) return "不是本报告表里的数";
  return name.startsWith("〔上年·") ? "没有上年的数" : "还没有填";
}

/** How many characters a text has as it is printed, white space not counted. */
export function lengthOf(text, values) {
  return [...resolved(text, values).text.replace(SPACE, "")].length;
}

/** A text cut where ranges [{start, end, kind}] begin and end: [{text, kinds}]. */
export function cut(text, ranges) {
  const places = new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])]);
  const edges = [...places].sort((one, other) => one - other);
  return edges.slice(1).map((end, at) => ({
    text: text.slice(edges[at], end),
    kinds: ranges.filter((range) => range.start <= edges[at] && end <= range.end).map(({ kind }) => kind),
  }));
}
