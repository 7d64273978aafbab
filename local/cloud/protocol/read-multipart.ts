import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { CloudError } from '../cloud-error';

/** Far more than the SDK sends; a body of ten thousand tiny parts is none of its. */
const mostParts = 50;

/** Fields as texts, binary parts as Buffers. The SDK sends no file names, so binary parts are known by their type. */
export function readMultipart(headers: IncomingHttpHeaders, body: Buffer): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(new CloudError('INVALID_PARAM', `broken multipart body: ${String(error)}`));
    const parts: Record<string, unknown> = Object.create(null);
    try {
      const limits = { parts: mostParts, fieldSize: body.length, fileSize: body.length };
      const parser = busboy({ headers, limits, defParamCharset: 'utf8' });
      parser.on('field', (name: string, value: string) => {
        parts[name] = value;
      });
      parser.on('file', (name: string, stream: Readable) => collect(stream, bytes => (parts[name] = bytes)));
      parser.on('partsLimit', () => fail('too many parts'));
      parser.on('error', fail);
      parser.on('close', () => resolve(parts));
      parser.end(body);
    } catch (error) {
      fail(error);
    }
  });
}

function collect(stream: Readable, take: (bytes: Buffer) => void): void {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => take(Buffer.concat(chunks)));
}
