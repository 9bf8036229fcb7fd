/* Asking the server in JSON: what came of it, in time, whatever happens on the way. */

import { refusalOf } from "./refusals.js";

export const PATIENCE = 30_000; // ms until nothing more is waited for
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
export async function pageAt(address, fetch = globalThis.fetch) {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(address, { headers: { Accept: "text/html" }, cache: "no-store", signal });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}

async function understood(answer) {
  const json = answer.headers.get("Content-Type")?.startsWith("application/json");
  const told = json ? await answer.json().catch(() => null) : null;
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
  const encoder = new TextEncoder();
  return [...data].reduce((sum, [name, value]) => sum + name.length + encoder.encode(value).length + 160, 0);
}
