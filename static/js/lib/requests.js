/* Asking the server in JSON: what came of it, in time, whatever happens on the way. */

import { refusalOf } from "./refusals.js";

const KEPT_ALIVE = 60_000; // bytes that a browser still sends for a page that is being left

/** {kind: "saved", told} | {kind: "refused", code, message, way, told} | {kind: "failed", message, reached}. */
export async function ask(address, { data, patience = 30_000, fetch = globalThis.fetch } = {}) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), Number(patience));
  try {
    const answer = await fetch(address, {
      method: data ? "POST" : "GET",
      body: data,
      headers: { Accept: "application/json" },
      keepalive: Boolean(data) && weight(data) < KEPT_ALIVE,
      signal: giveUp.signal,
    });
    return await understood(answer);
  } catch {
    return failed(giveUp.signal.aborted ? "服务器没有回应" : "连不上服务器", false);
  } finally {
    clearTimeout(timer);
  }
}

async function understood(answer) {
  const json = answer.headers.get("Content-Type")?.startsWith("application/json");
  const told = json ? await answer.json().catch(() => null) : null;
  if (answer.ok && told) return { kind: "saved", told };
  const refusal = refusalOf(answer.status, told);
  if (refusal) return { kind: "refused", ...refusal };
  return failed(answer.ok ? "服务器的回应看不懂" : `服务器出错（${answer.status}）`, true);
}

function failed(message, reached) {
  return { kind: "failed", message, reached };
}

/** About how many bytes a form's data takes. */
export function weight(data) {
  const encoder = new TextEncoder();
  return [...data].reduce((sum, [name, value]) => sum + name.length + encoder.encode(value).length + 160, 0);
}
