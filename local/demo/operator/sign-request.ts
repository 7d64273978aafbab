import { createHmac } from 'node:crypto';

/** How a partner is known and signs. */
export interface PartnerAccess {
  partnerId: string;
  secret: string;
}

export interface UnsignedRequest {
  method: 'GET' | 'POST';
  /** `/partner/v1/rides`, without address and query. */
  path: string;
  /** The body as it will be sent; empty for a GET. */
  text: string;
  timestampMs: number;
  /** 8 to 64 letters, digits, underscores or hyphens, never used before. */
  nonce: string;
}

/**
 * The headers that make a request the partner's own: HMAC-SHA256 as hex over
 * `METHOD\nPATH\nPARTNER-ID\nTIMESTAMP\nNONCE\n` and the raw body. Written from the README, not from the product's code:
 * it is what a real operator would write.
 */
export function signedHeaders(access: PartnerAccess, request: UnsignedRequest): Record<string, string> {
  const { method, path, text, timestampMs, nonce } = request;
  const head = [method, path, access.partnerId, timestampMs, nonce].map(part => `${part}\n`).join('');
  return {
    'x-partner-id': access.partnerId,
    'x-timestamp': String(timestampMs),
    'x-nonce': nonce,
    'x-signature': createHmac('sha256', access.secret).update(head).update(text).digest('hex'),
  };
}
