import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { cardIdOf, riderTokens } from '../bindings';
import { endBenefit } from './end-benefit';
import { type Benefit, type BenefitState, benefits } from './store';

const FED_AT_ONCE = 100;

/** What a partner has to give. */
export interface WaitingBenefit {
  benefitId: string;
  offerId: string;
  /** The card that gets it, by the name that its binding was answered with. */
  cardId: string;
  /** Credits that the rider has set aside for it. */
  credits: number;
  orderedAtMs: number;
  /** Confirmed later, it has come back to the rider already. */
  confirmByMs: number;
}

export interface BenefitFeed {
  benefits: WaitingBenefit[];
  /** To go on after; null when that is all. */
  nextAfter: string | null;
}

const waitingOf = (benefit: Benefit): WaitingBenefit => ({
  benefitId: benefit._id,
  offerId: benefit.offerId,
  cardId: cardIdOf(benefit.tokenId),
  credits: benefit.amounts.carbon + benefit.amounts.bonus,
  orderedAtMs: benefit.orderedAtMs,
  confirmByMs: benefit.deadlineMs,
});

/**
 * Those whose card is still their rider's: on a card that was unbound since, somebody else would get what he has paid
 * for. One that is left out comes back by itself; one that the partner has given already he may confirm all the same.
 */
async function withCards(platform: Platform, found: readonly Benefit[]): Promise<Benefit[]> {
  if (found.length === 0) return [];
  const ids = [...new Set(found.map(({ tokenId }) => tokenId))];
  const cards = await platform.database.find(riderTokens, {
    where: { _id: { oneOf: ids } },
    limit: ids.length,
    fields: ['uid'],
  });
  const owners = new Map(cards.map(({ _id, uid }) => [_id, uid]));
  return found.filter(({ tokenId, uid }) => owners.get(tokenId) === uid);
}

/** What waits for a partner, oldest first, a hundred at a time; what he has ended is not in it any more. Two database calls. */
export async function feedBenefits(
  platform: Platform,
  { partnerId, after }: { partnerId: string; after: string },
): Promise<BenefitFeed> {
  const found = await platform.database.find(benefits, {
    where: { partnerId, state: 'ordered', position: { above: after } },
    orderBy: [['position', 'asc']],
    limit: FED_AT_ONCE,
  });
  const inTime = found.filter(({ deadlineMs }) => platform.nowMs() <= deadlineMs);
  return {
    benefits: (await withCards(platform, inTime)).map(waitingOf),
    nextAfter: found.length === FED_AT_ONCE ? found.at(-1)!.position : null,
  };
}

/** What the partner says of a benefit: its number in his own books, or why he does not give it. */
export interface PartnerVerdict {
  partnerId: string;
  benefitId: string;
  ending: 'give' | 'refuse';
  note: string;
}

const wanted: Readonly<Record<PartnerVerdict['ending'], BenefitState>> = { give: 'given', refuse: 'refused' };

/**
 * A partner confirms a benefit, which takes the credits for good, or refuses it, which brings them back; exactly once, a
 * repetition gets the same answer. Errors: `NOT_FOUND` (none of his), `HOLD_EXPIRED` (confirmed too late), `HOLD_CLOSED`
 * (it has ended otherwise), `PAYING_OUT_STOPPED` (again later). 9 database calls, 11 with bonus, 1 for a repetition.
 */
export async function judgeBenefit(
  platform: Platform,
  { partnerId, benefitId, ending, note }: PartnerVerdict,
): Promise<{ state: BenefitState }> {
  const benefit = await platform.database.get(benefits, benefitId);
  if (benefit?.partnerId !== partnerId) throw new Refusal('NOT_FOUND', { field: 'benefitId' });
  const state =
    benefit.state === 'ordered' ? await endBenefit(platform, benefit, { ending, note }) : benefit.state;
  if (state === wanted[ending]) return { state };
  throw new Refusal(state === 'returned' ? 'HOLD_EXPIRED' : 'HOLD_CLOSED', { field: 'benefitId', state });
}
