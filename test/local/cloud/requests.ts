export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** Undefined when the text is not JSON. */
  json: unknown;
}

export async function send(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function postJson(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  return send(url, init);
}

/** What `wx.cloud.callFunction` does. */
export function callAs(url: string, openid: string, name: string, event: unknown): Promise<Reply> {
  return postJson(`${url}/call/${name}`, event, { 'x-wx-openid': openid });
}

/** What the SDK sends, without the SDK: for requests that it would never make. */
export function admin(url: string, action: string, parameters: Record<string, unknown> = {}): Promise<Reply> {
  return postJson(`${url}/admin`, { action, ...parameters });
}

/** The function's answer to a call by WeChat. */
export async function resultOf<Result>(reply: Promise<Reply>): Promise<Result> {
  const { json } = await reply;
  if (typeof json !== 'object' || json === null || !('result' in json)) throw new Error(JSON.stringify(json));
  return json.result as Result;
}
