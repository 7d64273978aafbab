import type { Transaction } from '../../platform';
import { claimId, claims } from './store';

/**
 * Ends a declaration with its ride, in the transaction that takes the ride back: there is nothing left to claim in any
 * scheme, so it can be neither revoked nor made again. Harmless where nothing is declared. Two database calls.
 */
export async function endClaimWithin(transaction: Transaction, tripId: string): Promise<void> {
  const claim = await transaction.get(claims, claimId(tripId));
  if (claim?.state === 'claimed') await transaction.update(claims, claim._id, { state: 'reversed' });
}
