/* Numbers of the form: reading what was typed and adding it exactly.
 * Says the same as govreport/editions/numbers.py. A number is a BigInt of millionths, blank is null. */

const PLACES = 6;
const ONE = 10n ** BigInt(PLACES);
const COUNT_LIMIT = 99_999_999n * ONE;
const MONEY_LIMIT = 999_999_999_999_999n;
const NUMBER = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;

const EXPECTED = {
  count: "应为 0 至 99,999,999 的整数",
  change: "应为整数，减少的写负数",
  money: `应为不小于 0 的数，小数不超过 ${PLACES} 位`,
};

/** A typed entry that is no number its cell may hold; the message is a sentence for the clerk. */
export class Unreadable extends Error {}

/** The number of an entry, or null when it is blank. Throws Unreadable. `kind` is count, change or money. */
export function readNumber(text, kind) {
  const entry = text.normalize("NFKC").trim().replaceAll("−", "-");
  if (entry === "") return null;
  const parts = entry.length <= 40 && !/\p{No}/u.test(text) && NUMBER.exec(entry); // 5² would become 52
  if (!parts) throw new Unreadable(`“${shown(text)}”不是数字，${EXPECTED[kind]}`);
  const digits = (parts[3] ?? "").replace(/0+$/, "");
  const number = millionths(parts);
  if (digits.length > PLACES || !fits(number, kind)) {
    throw new Unreadable(`“${shown(text)}”不能填在这一格，${EXPECTED[kind]}`);
  }
  return number;
}

/** The number of a plain notation, whatever its size. */
export function fromPlain(text) {
  return millionths(NUMBER.exec(text));
}

function millionths([, sign, whole, fraction = ""]) {
  const size = BigInt(whole.replaceAll(",", "") + fraction.slice(0, PLACES).padEnd(PLACES, "0"));
  return sign === "-" ? -size : size;
}

function fits(number, kind) {
  if (kind === "money") return number >= 0n && number <= MONEY_LIMIT;
  const lowest = kind === "change" ? -COUNT_LIMIT : 0n;
  return number % ONE === 0n && number >= lowest && number <= COUNT_LIMIT;
}

/** The sum, blanks counting as 0; blank when all are. */
export function add(numbers) {
  const known = numbers.filter((number) => number !== null);
  return known.length ? known.reduce((sum, number) => sum + number, 0n) : null;
}

/** The shortest decimal notation: 12, 0.5; "" for blank. */
export function plain(number) {
  if (number === null) return "";
  const size = number < 0n ? -number : number;
  const fraction = String(size % ONE).padStart(PLACES, "0").replace(/0+$/, "");
  return `${number < 0n ? "-" : ""}${size / ONE}${fraction && `.${fraction}`}`;
}

function shown(text) {
  const line = text.split(/\s+/).filter(Boolean).join(" ");
  return line.length <= 30 ? line : `${line.slice(0, 30)}…`;
}
