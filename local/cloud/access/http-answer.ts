import * as z from 'zod';
import { CloudError } from '../cloud-error';

/** What goes back to the HTTP client. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const integration = z.object({
  statusCode: z.int().min(200).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  body: z.unknown().optional(),
  isBase64Encoded: z.boolean().optional(),
});

/** Headers of the connection are the server's own business. */
const dropped = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'upgrade',
  'trailer',
]);
const tokenCharacters = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const valueCharacters = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;

/**
 * An answer `{statusCode, headers, body, isBase64Encoded}` is taken at its word; any other value is sent as it is: texts as
 * text, everything else as JSON.
 * @throws CloudError FUNCTIONS_EXECUTE_FAIL when it has a statusCode but not that shape
 */
export function httpAnswer(answer: unknown): HttpAnswer {
  if (typeof answer === 'string') return plain('text/plain; charset=utf-8', answer);
  if (!isIntegration(answer)) return plain('application/json; charset=utf-8', JSON.stringify(answer));
  const parsed = integration.safeParse(answer);
  if (!parsed.success) throw malformed(z.prettifyError(parsed.error));
  const { statusCode, headers = {}, body, isBase64Encoded = false } = parsed.data;
  return { status: statusCode, headers: answerHeaders(headers), body: bodyBytes(body, isBase64Encoded) };
}

function isIntegration(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'statusCode' in answer;
}

function plain(type: string, text: string): HttpAnswer {
  return { status: 200, headers: { 'content-type': type }, body: Buffer.from(text) };
}

function answerHeaders(given: Record<string, string | number | boolean>): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'text/plain; charset=utf-8' };
  for (const [name, value] of Object.entries(given)) {
    const lower = name.toLowerCase();
    if (!tokenCharacters.test(name) || !valueCharacters.test(String(value)))
      throw malformed(`header ${name} is not a header`);
    if (!dropped.has(lower)) headers[lower] = String(value);
  }
  return headers;
}

function bodyBytes(body: unknown, isBase64Encoded: boolean): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body !== 'string') return Buffer.from(JSON.stringify(body));
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
}

function malformed(problem: string): CloudError {
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', `Invalid scf response format: ${problem}`);
}
