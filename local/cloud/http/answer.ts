import type { ServerResponse } from 'node:http';

/** The SDK recognises an error among binary answers by exactly this value. */
const jsonType = 'application/json; charset=utf-8';

export function answerText(response: ServerResponse, status: number, type: string, text: string): void {
  answerBytes(response, status, type, Buffer.from(text));
}

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answerText(response, status, jsonType, JSON.stringify(value));
}

/** For text that is JSON already. */
export function answerJsonText(response: ServerResponse, status: number, json: string): void {
  answerText(response, status, jsonType, json);
}

/** Does nothing when an answer has begun: a late failure must not break one that is under way. */
export function answerBytes(response: ServerResponse, status: number, type: string, bytes: Buffer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length });
  response.end(bytes);
}
