/**
 * What riders have declared to be claimed in another scheme: the declarations themselves. What they change is done by
 * `schemes`.
 *
 * 1. There is one document a trip, however often it is declared and revoked.
 * 2. It changes only in the transaction that changes its trip.
 * 3. It ends with its ride: of what a partner takes back nothing is left to claim anywhere.
 */
export { addToClaimWithin } from './add-to-claim';
export { endClaimWithin } from './end-claim';
export { type ClaimsPage, listClaims } from './list-claims';
export { personalParts } from './personal-parts';
export { type Claim, claimId, claims } from './store';
