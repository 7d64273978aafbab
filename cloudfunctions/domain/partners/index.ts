/**
 * Partners: who may say what was ridden.
 *
 * 1. A request counts only with a signature over method, path, partner, time, nonce and the body's very bytes.
 * 2. Signatures are compared in constant time, with one or two live secrets, so that secrets can be rotated.
 * 3. A request is taken within five minutes of its timestamp and once only: its nonce is spent.
 * 4. For a request that is not signed nothing is written, and nothing read but the partners, once a minute a process.
 * 5. A partner's modes and city bound what it can be paid for.
 * 6. A partner is changed by approvals only; whoever is stopped is refused everywhere within a minute.
 * 7. Secrets lie closed under a key of the environment. A new one is shown once, to who asked for it; the old one ends
 *    seven days later, to the millisecond.
 * 8. Of what a partner sends in the sandbox is kept which route it was and what became of it, nothing of its body.
 * 9. The environment's partner counts until a document of his id takes his place.
 */
export { authenticate, TIMESTAMP_TOLERANCE_MS } from './authenticate';
export { type CheckedPart, checkRequest, type RequestCheck } from './check-request';
export {
  findPartner,
  type LivePartner,
  livePartners,
  type Partner,
  partnerCities,
  partnerName,
} from './find-partner';
export { noteTrial } from './note-trial';
export { purges } from './purges';
export { readTrial } from './read-trial';
export { type SignedRequest, signatureOf } from './signature';
export type { PartnerState } from './store';
