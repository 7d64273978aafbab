/**
 * One trip, one scheme: what a rider claims elsewhere counts nothing here.
 *
 * 1. A declaration takes back what its trip was credited or paid, in one transaction with the trip, its day and itself.
 * 2. The trip keeps its time: nothing else of the rider's is paid for it, a signed ride neither.
 * 3. Revoking pays it again below the caps of now, by an entry of its own: no more than was taken, and for no longer than
 *    it would have lasted. The first entry and its reversal stay.
 * 4. Declaring or revoking twice changes nothing the second time.
 * 5. A ride that its partner takes back ends its declaration; own trips in whose place it had come are paid again.
 */
export { declareElsewhere } from './declare-elsewhere';
export { type ClaimPreview, previewClaim } from './preview-claim';
export { revokeClaim } from './revoke-claim';
