/* Finding a figure by some of its words, in any order: by its short name first, then by what the form calls it. */

/** The figures [{name, words, main, lastYear}] that fit, best first; all of them when nothing is asked for. */
export function search(figures, asked) {
  const words = asked.normalize("NFKC").replace(/去年|上一年度?/g, "上年").split(/[\s·〔〕,，、]+/).filter(Boolean);
  const ranked = figures.map((figure, place) => ({ figure, place, rank: rankOf(figure, words) }));
  return ranked
    .filter(({ rank }) => rank !== null)
    .sort((one, other) => order(one) - order(other) || one.place - other.place)
    .map(({ figure }) => figure);
}

function order({ figure, rank }) {
  return 4 * rank + 2 * Number(figure.lastYear) + Number(!figure.main);
}

function rankOf({ name, words }, asked) {
  const short = bare(name);
  const long = bare(`${short}${words}`);
  const tests = [
    () => asked.every((word) => short.includes(word)),
    () => asked.every((word) => long.includes(word)),
    () => follows(asked.join(""), long),
  ];
  const rank = tests.findIndex((test) => test());
  return rank < 0 ? null : rank;
}

function bare(text) {
  return text.normalize("NFKC").replace(/[〔〕·\s]/g, "");
}

/** Whether the letters stand in a text in this order, whatever is between them. */
function follows(letters, text) {
  let at = -1;
  return [...letters].every((letter) => (at = text.indexOf(letter, at + 1)) >= 0);
}
