import type { Transaction } from '../../platform';
import { claimId, claims } from './store';

/**
 * More that revoking a declaration is to pay: a ride that had taken a part of the own trip was taken back, in this very
 * transaction. Harmless where nothing is declared. Two database calls.
 */
export async function addToClaimWithin(
  transaction: Transaction,
  tripId: string,
  bonus: number,
): Promise<void> {
  const claim = await transaction.get(claims, claimId(tripId));
  if (claim?.state !== 'claimed' || bonus === 0) return;
  await transaction.update(claims, claim._id, { bonus: claim.bonus + bonus });
}
