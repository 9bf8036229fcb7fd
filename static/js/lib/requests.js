/* Asking the server: what came of it, in time, whatever happens on the way; the token that proves a form to be ours, and
 * signing in without leaving the page. */

import { refusalOf } from "./refusals.js";

const PATIENCE = 30_000; // ms until nothing more is waited for
const KEPT_ALIVE = 60_000; // bytes that a browser still sends for a page that is being left

/** {kind: "saved", told} | {kind: "refused", code, message, way, told} | {kind: "failed", message}. */
export async function ask(address, { data, patience = PATIENCE, fetch = globalThis.fetch } = {}) {
  const signal = AbortSignal.timeout(Number(patience));
  try {
    const answer = await fetch(address, {
      method: data ? "POST" : "GET",
      body: data,
      headers: { Accept: "application/json" },
      keepalive: Boolean(data) && weight(data) < KEPT_ALIVE,
      signal,
    });
    return await understood(answer);
  } catch {
    return failed(signal.aborted ? "服务器没有回应" : "连不上服务器");
  }
}

/** A page of ours; null when it is not to be had in time. */
export async function pageAt(address) {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(address, { headers: { Accept: "text/html" }, cache: "no-store", signal });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}

async function understood(answer) {
  const told = await answer.json().catch(() => null); // a page, of whatever stands between
  if (answer.ok && Number.isInteger(told?.version)) return { kind: "saved", told }; // whatever else is no answer of ours
  const refusal = refusalOf(answer.status, told);
  if (refusal) return { kind: "refused", ...refusal };
  return failed(answer.ok ? "服务器的回应看不懂" : `服务器出错（${answer.status}）`);
}

function failed(message) {
  return { kind: "failed", message };
}

/** About how many bytes a form's data takes. */
export function weight(data) {
  const entries = [...data];
  return new Blob(entries.flat()).size + 160 * entries.length;
}

const SIGN_IN = "/accounts/login/";
const SIGN_OUT = "/accounts/logout/";

/** A fresh token, from the page of signing in or from where it leads to who is signed in; null when there is none. */
export async function freshToken() {
  return (await pageAt(SIGN_IN))?.querySelector("[name=csrfmiddlewaretoken]")?.value ?? null;
}

/** Sign in; resolves to "" when it is done, else to the sentence that says why not. `other`: somebody else is. */
export async function signIn({ username, password, other }) {
  if (other) await send(SIGN_OUT, {});
  const answer = await send(SIGN_IN, { login: username, password });
  if (answer?.ok) return "";
  if (answer?.status === 429) return "登录的次数过多，请稍后再试";
  const told = await answer?.json().catch(() => null);
  return errors(told?.form).join(" ") || "现在不能登录，请稍后再试";
}

async function send(address, values) {
  const token = await freshToken();
  if (!token) return null;
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...values, csrfmiddlewaretoken: token })) data.set(name, value);
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(address, { method: "POST", body: data, headers: { Accept: "application/json" }, signal }).catch(() => null);
}

function errors(form) {
  return [...(form?.errors ?? []), ...Object.values(form?.fields ?? {}).flatMap((field) => field.errors ?? [])];
}

/** Put a token into every form of the page; false when there is none. */
export function renewTokens(token) {
  if (token) for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
  return Boolean(token);
}
