/**
 * Partners: who may say what was ridden.
 *
 * 1. A request counts only with a signature over method, path, partner, time, nonce and the body's very bytes.
 * 2. Signatures are compared in constant time, with one or two live secrets, so that secrets can be rotated.
 * 3. A request is taken within five minutes of its timestamp and once only: its nonce is spent.
 * 4. Nothing is read or written for a request that is not signed.
 * 5. A partner's modes and city bound what it can be paid for.
 */
export { authenticate, TIMESTAMP_TOLERANCE_MS } from './authenticate';
export { findPartner, type Partner } from './find-partner';
export { purges } from './purges';
export { type SignedRequest, signatureOf } from './signature';
