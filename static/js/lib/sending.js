/* Sending one thing after another to the server, which answers in JSON. */

/** What the server says to a form's data; throws an Error with a sentence when it did not do it. */
export async function send(address, data) {
  let answer;
  try {
    answer = await fetch(address, { method: "POST", body: data, headers: { Accept: "application/json" } });
  } catch {
    throw new Error("连接中断");
  }
  const told = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
  if (!answer.ok) throw new Error(told.error?.sentence ?? (answer.status === 413 ? "文件过大" : "服务器没有接受"));
  if (answer.redirected) throw new Error("登录已失效，请重新登录");
  return told;
}
