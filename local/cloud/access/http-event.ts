import { type Exchange, mediaType } from '../http/exchange';
import { BodyTooLargeError, readBody } from '../http/read-body';
import { functionEventBytes, textCallBytes } from '../limits';

/** What a function gets from the HTTP access service. Source: docs.cloudbase.net/service/access-cloud-function */
export interface HttpEvent {
  path: string;
  httpMethod: string;
  headers: Record<string, string>;
  queryStringParameters: Record<string, string>;
  body: string;
  isBase64Encoded: boolean;
}

const textTypes = /^(text\/.*|application\/(json|xml|javascript|x-www-form-urlencoded|.*\+json|.*\+xml))$/;

/** @throws BodyTooLargeError over 100 KB of text, or when the base64 of anything else would not fit into an event */
export async function httpEvent(exchange: Exchange): Promise<HttpEvent> {
  const { request, pathname, search } = exchange;
  const type = mediaType(request);
  const isText = type === '' || textTypes.test(type);
  const body = await readBody(request, isText ? textCallBytes : functionEventBytes);
  if (!isText && (body.length * 4) / 3 > functionEventBytes) throw new BodyTooLargeError(functionEventBytes);
  return {
    path: pathname,
    httpMethod: request.method ?? 'GET',
    headers: passedHeaders(exchange),
    queryStringParameters: queryParameters(search),
    body: body.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  };
}

/** `x-wx-*` would pass for WeChat's own word on who calls: it never comes in from outside. */
function passedHeaders({ request }: Exchange): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name.startsWith('x-wx-')) continue;
    passed[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return passed;
}

/** A name that comes more than once keeps all of its values, joined by commas. */
function queryParameters(search: string): Record<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(search)) {
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(parameters);
}
