import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { type Claim, claimId, claims } from '../claims';
import { ownTripBackWithin } from '../own-trips';
import { currentParameters, type Parameters } from '../parameters';
import { rideBackWithin } from '../rides';

export interface Revoked {
  claim: Claim;
  creditedGrams: number;
  paidBonus: number;
}

async function revoke(
  transaction: Transaction,
  platform: Platform,
  { uid, tripId }: { uid: string; tripId: string },
  parameters: Parameters,
): Promise<Revoked> {
  const claim = await transaction.get(claims, claimId(tripId));
  if (claim?.uid !== uid) throw new Refusal('NOT_FOUND', { field: 'tripId' });
  if (claim.state === 'revoked') return { claim, creditedGrams: 0, paidBonus: 0 };
  if (claim.state === 'reversed') {
    throw new Refusal('OVERTAKEN', { reason: '这趟行程已被运营方撤销，声明已随之结束，无需再撤销' });
  }
  const crediting = { platform, parameters, nowMs: platform.nowMs() };
  const creditedGrams = claim.isSigned ? await rideBackWithin(transaction, { uid, tripId }, crediting) : 0;
  const paidBonus = claim.isSigned
    ? 0
    : await ownTripBackWithin(transaction, { uid, tripId, bonus: claim.bonus }, crediting);
  const patch = { state: 'revoked' as const, revokedAtMs: crediting.nowMs };
  await transaction.update(claims, claim._id, patch);
  return { claim: { ...claim, ...patch }, creditedGrams, paidBonus };
}

/**
 * The trip counts here again: it is credited or paid anew, below the caps of now. Exactly once. Some thirteen database
 * calls. Errors: `NOT_FOUND`, `OVERTAKEN` when the trip was reversed meanwhile.
 */
export async function revokeClaim(
  platform: Platform,
  claim: { uid: string; tripId: string },
  request: RequestKey,
): Promise<Revoked> {
  const parameters = await currentParameters(platform);
  return answerOnce(platform, request, transaction => revoke(transaction, platform, claim, parameters));
}
