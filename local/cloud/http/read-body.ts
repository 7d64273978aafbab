import type { IncomingMessage } from 'node:http';

export class BodyTooLargeError extends Error {
  constructor(readonly limitBytes: number) {
    super(`the body is larger than ${limitBytes} bytes`);
  }
}

/** The sender went away in the middle of its body; there is nobody left to answer. */
export class BodyAbortedError extends Error {}

/**
 * The whole body. What is over the limit is read and thrown away for a moment so that the sender can hear the answer,
 * then the server closes the connection.
 */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limitBytes) chunks.push(chunk);
      else refuse(request, reject, limitBytes);
    });
    request.on('end', () => {
      if (bytes <= limitBytes)
        resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, bytes));
    });
    request.on('error', () => reject(new BodyAbortedError()));
    // Every request closes; making an error for the complete ones as well would be the dearest part of serving them.
    request.on('close', () => request.complete || reject(new BodyAbortedError()));
  });
}

function refuse(request: IncomingMessage, reject: (error: Error) => void, limitBytes: number): void {
  request.removeAllListeners('data');
  request.resume();
  reject(new BodyTooLargeError(limitBytes));
}
