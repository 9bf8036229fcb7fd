/* What Word, WPS or a page puts on the clipboard as HTML, as lines: paragraphs with their numbers, nothing else. */

const BLOCKS = new Set("P DIV LI UL OL DL DT DD H1 H2 H3 H4 H5 H6 TABLE TR BLOCKQUOTE SECTION ARTICLE HEADER FOOTER HR".split(" "));
const DROPPED = new Set("HEAD STYLE SCRIPT TITLE XML DEL SVG IMG OBJECT TEMPLATE SELECT TEXTAREA BUTTON".split(" "));
const UNSEEN = /display:\s*none|mso-hide:\s*all|mso-element:\s*(?:comment|footnote|endnote)|mso-(?:comment-(?:reference|done)|footnote-id)/i;
const SYMBOLS = /wingdings|webdings|symbol/i;
const CHINESE = /cjk|chinese|japanese|ideographic/i;
const WIDE = "[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]";
const WRAPPED = new RegExp(`(?<=${WIDE})[ \\t]*\\r?\\n\\s*(?=${WIDE})`, "g"); // a line of the source ends anywhere
const DIGITS = "〇一二三四五六七八九";

/** The lines of text in HTML; blank ones are left out. */
export function linesOf(html) {
  const page = new DOMParser().parseFromString(withoutLooks(html), "text/html");
  return linesIn(page.body).map(tidy).filter(Boolean);
}

/** The content security policy lets no style be applied; what it says is still read. */
function withoutLooks(html) {
  const plain = html.replace(/<style[\s\S]*?<\/style>/gi, "");
  return plain.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle=/gi, " data-looks="));
}

function linesIn(element) {
  const lines = [""];
  const add = (text) => (lines[lines.length - 1] += text);
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return add(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE || isDropped(node)) return undefined;
    if (/mso-list:\s*ignore/i.test(looks(node))) return add(numberIn(node));
    if (node.nodeName === "BR") return lines.push("");
    if (node.nodeName === "PRE") return lines.push(...node.textContent.split("\n"), "");
    if (node.nodeName === "TR") return lines.push([...node.cells].map(inOneLine).filter(Boolean).join(" "), "");
    const block = BLOCKS.has(node.nodeName);
    if (block) lines.push(node.nodeName === "LI" ? itemNumber(node) : "");
    node.childNodes.forEach(walk);
    return block && lines.push("");
  };
  element.childNodes.forEach(walk);
  return lines;
}

const looks = (node) => node.dataset?.looks ?? "";
const isDropped = (node) => DROPPED.has(node.nodeName) || node.hidden || UNSEEN.test(looks(node));
const inOneLine = (cell) => linesIn(cell).map(tidy).filter(Boolean).join(" ");

/** The number that Word writes before an item; a bullet is a letter of a font of symbols. */
function numberIn(node) {
  const fonts = [node.parentElement, node, ...node.querySelectorAll("*")].map((one) => `${looks(one)} ${one.getAttribute("face") ?? ""}`);
  const number = tidy(node.textContent);
  return fonts.some((font) => SYMBOLS.test(font)) || /^[·•●○■□◆]$/.test(number) ? "" : number;
}

/** The number that a browser would draw before an item of an ordered list. */
function itemNumber(item) {
  const list = item.parentElement;
  if (list?.nodeName !== "OL" || item.querySelector(":scope [data-looks*='ignore' i]")) return "";
  const items = [...list.children].filter(({ nodeName }) => nodeName === "LI");
  const number = item.value || list.start + items.indexOf(item);
  return CHINESE.test(looks(list) + looks(item)) ? `${numeral(number)}、` : `${number}.`;
}

/** 1 to 99 as 一 to 九十九. */
function numeral(number) {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens > 9) return String(number);
  return `${tens > 1 ? DIGITS[tens] : ""}${tens ? "十" : ""}${ones ? DIGITS[ones] : ""}`;
}

function tidy(line) {
  return line.replace(/[\u00ad\u200b\ufeff]/g, "").replace(WRAPPED, "").replace(/\s+/g, " ").trim();
}
