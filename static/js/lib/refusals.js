/* Why the server did not save, and what is done about it. The codes are those of govreport/agencies/refusals.py. */

/** What follows a refusal: compare, sign_in, renew the token; else it waits for the person. */
export const REFUSALS = Object.freeze({
  stale: "compare",
  locked_by_state: "wait",
  not_allowed: "wait",
  other_person: "sign_in",
  not_found: "wait",
  invalid: "wait",
  too_large: "wait",
  signed_out: "sign_in",
  csrf: "renew",
});

/** Something in between (a proxy, a gateway) refused without saying why: what its status means. */
const BARE = { 401: "signed_out", 403: "not_allowed", 404: "not_found", 409: "stale", 413: "too_large", 422: "invalid" };
const SENTENCES = {
  signed_out: "登录已失效，请重新登录",
  not_allowed: "服务器没有接受，请联系政务公开办",
  not_found: "没有找到这份年报",
  stale: "别人保存过这一部分，请再点一次“保存”",
  too_large: "内容太长，服务器不能接收",
  invalid: "有填写不符合要求的地方",
};

/** The refusal that an answer means: {code, message, way, told}; null when it may be tried again as it is. */
export function refusalOf(status, told) {
  const code = Object.hasOwn(REFUSALS, told?.code ?? "") ? told.code : BARE[status];
  if (!code || status >= 500) return null;
  const explained = code === told?.code;
  const way = code === "stale" && !explained ? "wait" : REFUSALS[code];
  return { code, message: (explained && told.message) || SENTENCES[code], way, told: explained ? told : {} };
}
