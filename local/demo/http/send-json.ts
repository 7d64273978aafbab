/** What came back; `body` is null when it was no JSON. */
export interface JsonAnswer {
  status: number;
  body: unknown;
}

export interface JsonRequest {
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** The body's very text: what is signed must be what is sent. */
  text?: string;
}

/** @throws what fetch throws when nobody answers at that address */
export async function sendJson(url: string, { method, headers, text }: JsonRequest): Promise<JsonAnswer> {
  const response = await fetch(url, {
    method,
    headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(text === undefined ? {} : { body: text }),
  });
  const answer = await response.text();
  return { status: response.status, body: parsed(answer) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
