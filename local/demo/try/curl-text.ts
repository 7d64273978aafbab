import type { SignedRequest } from '../operator/partner-client';

/** Puts a text between single quotes for a shell, whatever is in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A signed request as one line for a shell. It holds the signature, never the secret. */
export function curlText({ url, request }: SignedRequest): string {
  const headers = Object.entries({ 'content-type': 'application/json', ...request.headers });
  return [
    'curl -sS',
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(request.text === undefined ? [] : [`--data-binary ${quoted(request.text)}`]),
    quoted(url),
  ].join(' ');
}
