/** What the HTTP access service hands to a function. Source: docs.cloudbase.net/service/access-cloud-function */
export interface HttpEvent {
  path: string;
  httpMethod: string;
  headers: Record<string, string>;
  queryStringParameters: Record<string, string>;
  body: string;
  isBase64Encoded: boolean;
}

export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** The access service leaves the query out of an event where the address has none. */
const textsOf = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]))
    : {};

/** The event, when it has the form of one; anything else was not sent by the access service. */
export function readHttpEvent(event: unknown): HttpEvent | null {
  if (typeof event !== 'object' || event === null) return null;
  const { path, httpMethod, headers, body, isBase64Encoded, queryStringParameters } = event as Record<
    string,
    unknown
  >;
  if (!isText(path) || !isText(httpMethod) || typeof headers !== 'object' || headers === null) return null;
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    path,
    httpMethod: httpMethod.toUpperCase(),
    headers: Object.fromEntries(lowered),
    queryStringParameters: textsOf(queryStringParameters),
    body: isText(body) ? body : '',
    // The official pages show it both as a boolean and as a text.
    isBase64Encoded: isBase64Encoded === true || isBase64Encoded === 'true',
  };
}

export const rawBody = ({ body, isBase64Encoded }: HttpEvent): Buffer =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

export const textAnswer = (statusCode: number, body: string): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body,
});

export const jsonAnswer = (statusCode: number, body: object): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});
