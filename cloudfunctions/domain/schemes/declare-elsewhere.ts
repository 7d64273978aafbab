import { Refusal } from '../../contract/errors';
import type { Scheme } from '../../contract/schemes';
import { type Platform, positionAt, type Transaction } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { type Claim, claimId, claims } from '../claims';
import { isOwnTripId, ownTripElsewhereWithin } from '../own-trips';
import { currentParameters } from '../parameters';
import { rideElsewhereWithin } from '../rides';

export interface Declaration {
  uid: string;
  tripId: string;
  scheme: Scheme;
}

async function declare(
  transaction: Transaction,
  platform: Platform,
  { uid, tripId, scheme }: Declaration,
  parametersVersion: number,
): Promise<Claim> {
  const known = await transaction.get(claims, claimId(tripId));
  if (known && known.uid !== uid) throw new Refusal('NOT_FOUND', { field: 'tripId' });
  if (known?.state === 'claimed') return known;
  const facts = { platform, nowMs: platform.nowMs(), parametersVersion };
  const isSigned = !isOwnTripId(tripId);
  const back = isSigned
    ? await rideElsewhereWithin(transaction, { uid, tripId }, facts)
    : await ownTripElsewhereWithin(transaction, { uid, tripId }, facts);
  const [declaredAtMs, position] = [facts.nowMs, positionAt(facts.nowMs, tripId)];
  const said = { scheme, state: 'claimed' as const, ...back, declaredAtMs, revokedAtMs: null, position };
  const claim: Claim = { _id: claimId(tripId), uid, tripId, isSigned, ...said };
  if (known) await transaction.update(claims, claim._id, said);
  else await transaction.add(claims, claim);
  return claim;
}

/**
 * Takes a trip out of this scheme because its rider claims it in another one: what it was credited or paid goes back, what
 * is used already is owed. Exactly once. Some twelve database calls. Errors: `NOT_FOUND`, `OVERTAKEN`.
 */
export async function declareElsewhere(
  platform: Platform,
  declaration: Declaration,
  request: RequestKey,
): Promise<Claim> {
  const { version } = await currentParameters(platform);
  return answerOnce(platform, request, transaction => declare(transaction, platform, declaration, version));
}
