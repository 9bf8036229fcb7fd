/* What the save bar says. */

const CLOCK = new Intl.DateTimeFormat("zh-CN", {
  hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Shanghai",
});
const DAY = new Intl.DateTimeFormat("zh-CN", { month: "long", day: "numeric", timeZone: "Asia/Shanghai" });

/** The time of day, with the day when it is not today's. */
export function clock(moment, now = new Date()) {
  const time = CLOCK.format(new Date(moment));
  const day = DAY.format(new Date(moment));
  return day === DAY.format(now) ? time : `${day} ${time}`;
}

/** The sentence of a state; `kept`: this browser keeps what is typed. The state saved has words of its own. */
export function sentence(state, reason, kept) {
  if (state === "typed") return "正在填写，停下后自动保存";
  const place = kept ? "填的内容已留在这台电脑上" : "请不要关闭这一页";
  return state === "failing" ? `${reason}，正在重试；${place}` : `${reason}；${place}`;
}

/** What the page was served with: the words of a section that nothing has been saved of from here. */
export function served(bar) {
  return { state: bar.dataset.state, words: [...bar.querySelector("[data-status]").childNodes] };
}

/** Show a state in the bar. `told` is what the server said of the last save, or what `served` returned. */
export function show(bar, state, { reason = "", kept = true, told }) {
  const shown = state === "saved" && told.words ? told.state : state;
  bar.dataset.state = shown ?? "";
  const place = bar.querySelector("[data-status]");
  const said = words(state, reason, kept, told);
  const text = said.map((one) => one.textContent ?? one).join("");
  if (place.textContent !== text) place.replaceChildren(...said); // what is said already is not read out again
}

function words(state, reason, kept, told) {
  if (state === "saving") return ["正在保存…"];
  if (state === "saved" && told.words) return told.words;
  if (state === "saved") return [sign("✓"), told.saved_at ? ` 已保存 ${clock(told.saved_at)}` : " 没有要保存的内容"];
  const strong = Object.assign(document.createElement("strong"), { textContent: "未保存" });
  return [sign("⚠"), " ", strong, `：${sentence(state, reason, kept)}`];
}

function sign(text) {
  return Object.assign(document.createElement("span"), { textContent: text, ariaHidden: "true" });
}
