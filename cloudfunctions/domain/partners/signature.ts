import { hmacSha256, isDigest } from '../../platform';

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
  return hmacSha256(secret, [`${method}\n${path}\n${partnerId}\n${timestamp}\n${nonce}\n`, body]);
}

/** Compares in constant time with each live secret's signature, so that neither bytes nor secrets can be guessed. */
export function isSignedBy(secrets: readonly string[], request: SignedRequest, signature: string): boolean {
  return secrets.map(secret => isDigest(signatureOf(secret, request), signature)).includes(true);
}
