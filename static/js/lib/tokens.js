/* The token that proves a form to be ours, and signing in without leaving the page. */

import { PATIENCE, pageAt } from "./requests.js";

const SIGN_IN = "/accounts/login/";
const SIGN_OUT = "/accounts/logout/";

/** A fresh token, from the page of signing in or from where it leads to who is signed in; null when there is none. */
export async function freshToken(fetch = globalThis.fetch) {
  return (await pageAt(SIGN_IN, fetch))?.querySelector("[name=csrfmiddlewaretoken]")?.value ?? null;
}

/** Sign in; resolves to "" when it is done, else to the sentence that says why not. `other`: somebody else is. */
export async function signIn({ username, password, other }, fetch = globalThis.fetch) {
  if (other) await send(SIGN_OUT, {}, fetch);
  const answer = await send(SIGN_IN, { login: username, password }, fetch);
  if (answer?.ok) return "";
  if (answer?.status === 429) return "登录的次数过多，请稍后再试";
  const told = await answer?.json().catch(() => null); // whatever stands between answers with a page
  return errors(told?.form).join(" ") || "现在不能登录，请稍后再试";
}

async function send(address, values, fetch) {
  const token = await freshToken(fetch);
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
