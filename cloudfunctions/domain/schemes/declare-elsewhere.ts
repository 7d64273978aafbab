import { Refusal } from '../../contract/errors';
import type { Scheme } from '../../contract/schemes';
import { type Platform, positionAt, type Transaction } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { type Claim, claimId, claims } from '../claims';
import { isOwnTripId, ownTripElsewhereWithin } from '../own-trips';
import { currentParameters } from '../parameters';
import { lookAgainAtPlanOf } from '../plans';
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

/** The declaration holds, whatever happens here; a plan is looked at again by itself as well, only later. */
async function tellPlans(platform: Platform, claim: Claim): Promise<void> {
  try {
    await lookAgainAtPlanOf(platform, claim);
  } catch (error) {
    platform.log('schemes.plan-not-looked-at', { error: String(error) });
  }
}

/**
 * Takes a trip out of this scheme because its rider claims it in another one: what it was credited or paid goes back, what
 * is used already is owed. The job looks at a plan that the trip has fulfilled. Exactly once. Some thirteen database calls. Errors: `NOT_FOUND`, `OVERTAKEN`.
 */
export async function declareElsewhere(
  platform: Platform,
  declaration: Declaration,
  request: RequestKey,
): Promise<Claim> {
  const { version } = await currentParameters(platform);
  const claim = await answerOnce(platform, request, transaction =>
    declare(transaction, platform, declaration, version),
  );
  if (claim.isSigned) await tellPlans(platform, claim);
  return claim;
}
