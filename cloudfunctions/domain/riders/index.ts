/**
 * Riders and their consent.
 *
 * 1. One WeChat identity is one rider, for ever, however many phones sign in at once. Riders are never merged.
 * 2. The uid is random; the openid stands in `rider_identities` only and leaves this domain for WeChat alone.
 * 3. Consent is data: which guideline, given when, withdrawn when. The last one counts, for its own version only.
 * 4. Whatever stores more about a rider than the sign-in asks for consent, in its own transaction or before.
 * 5. After a withdrawal no card can be bound: binding and withdrawing both write the rider's document.
 * 6. A withdrawal leaves a mark until every card bound up to then is unbound; a job finishes what a crash left.
 * 7. A card bound after a new consent is never taken by an older withdrawal.
 * 8. An account is closed thirty days after the rider has asked for it; until then it can be called off, and works.
 * 9. Once the closing has begun the WeChat identity leads to nobody, and nothing new is written about the rider.
 * 10. Whoever comes back is a new rider, but steps and trips of the account before are not paid a second time: a keyed
 *     digest of the identity says for a month when that one ended, and not which it was.
 * 11. How far a rider came in the onboarding is marked once a step and action; only after consent.
 */
export {
  beginClosing,
  finishClosing,
  recordCardsGone,
  ridersDueForClosing,
} from './close-rider';
export { consentSinceMs } from './consent-since';
export { recordUnbindingDone, ridersDueForUnbinding, unbindingDueUpToMs } from './due-unbindings';
export { findClosedRider } from './find-closed-rider';
export { findRider } from './find-rider';
export { type FoundRider, findRiderByNumber } from './find-rider-by-number';
export { giveConsent } from './give-consent';
export { earlierUntilMs } from './left-identity';
export { openidOf } from './openid-of';
export { personalParts } from './personal-parts';
export { purges } from './purges';
export { recordBinding } from './record-binding';
export { recordOnboarding } from './record-onboarding';
export { cancelDeletion, readDeletion, requestDeletion } from './request-deletion';
export { requireConsent } from './require-consent';
export type { DeletionView } from './rules';
export { type SignIn, signIn } from './sign-in';
export type { ClosedRider, Deletion } from './store';
export { withdrawConsent } from './withdraw-consent';
