import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a partner signs: everything that decides what the request does, and for whom. */
export interface SignedRequest {
  method: string;
  /** As the partner requested it, `/partner/v1/rides`, without a query. */
  path: string;
  partnerId: string;
  timestamp: string;
  nonce: string;
  /** The bytes of the body as they were sent. */
  body: Uint8Array;
}

/** HMAC-SHA256 over `METHOD\nPATH\nPARTNER-ID\nTIMESTAMP\nNONCE\n` and the raw body. */
export function signatureOf(secret: string, request: SignedRequest): Buffer {
  const { method, path, partnerId, timestamp, nonce, body } = request;
  return createHmac('sha256', secret)
    .update(`${method}\n${path}\n${partnerId}\n${timestamp}\n${nonce}\n`)
    .update(body)
    .digest();
}

/** Compares in constant time with each live secret's signature, so that neither bytes nor secrets can be guessed. */
export function isSignedBy(secrets: readonly string[], request: SignedRequest, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false;
  const given = Buffer.from(signature, 'hex');
  return secrets.map(secret => timingSafeEqual(signatureOf(secret, request), given)).includes(true);
}
