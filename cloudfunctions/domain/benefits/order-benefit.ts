import { Refusal } from '../../contract/errors';
import { type Platform, positionAt, type Transaction } from '../../platform';
import type { RequestKey } from '../answers';
import { type RiderToken, riderTokens } from '../bindings';
import {
  AccountBook,
  amountsOf,
  type Entry,
  holdCreditsWithin,
  type Json,
  once,
  requirePayingOut,
  userAccount,
} from '../ledger';
import { currentParameters } from '../parameters';
import { listOffers } from './list-offers';
import { type Benefit, type BenefitView, benefits, type Offer, viewOf } from './store';
import { termsAt } from './terms';

export interface BenefitOrder {
  uid: string;
  offerId: string;
  /** The card that gets it, bound to the rider and the partner's own. */
  bindingId: string;
  /** In credits, as the rider has agreed to it: it may have been changed since it was shown. */
  price: number;
}

async function offerOf(platform: Platform, { offerId, price }: BenefitOrder): Promise<Offer> {
  const offer = (await listOffers(platform)).find(({ _id }) => _id === offerId);
  if (!offer) throw new Refusal('NOT_FOUND', { field: 'offerId', reason: '这项权益已经下架，请选其他权益' });
  if (offer.price === price) return offer;
  throw new Refusal('CHANGED_SINCE_READ', { field: 'price', reason: '兑换价已经变了，请下拉刷新后再选' });
}

/** A card that is unbound at the same moment may still look like the rider's here: the partner's feed looks again. */
async function cardOf(
  transaction: Transaction,
  { uid, bindingId }: BenefitOrder,
  { partnerId }: Offer,
): Promise<RiderToken> {
  const token = await transaction.get(riderTokens, bindingId);
  if (token?.uid === uid && token.partnerId === partnerId) return token;
  throw new Refusal('NOT_FOUND', { field: 'bindingId', reason: '请选一张已绑定的、这家运营方的卡' });
}

function draftOf(platform: Platform, holdKey: string, offer: Offer, token: RiderToken, uid: string) {
  const orderedAtMs = platform.nowMs();
  return {
    _id: platform.randomId(),
    uid,
    holdKey,
    tokenId: token._id,
    label: token.label,
    partnerId: offer.partnerId,
    offerId: offer._id,
    offerName: offer.name,
    position: positionAt(orderedAtMs, platform.randomId()),
    state: 'ordered' as const,
    orderedAtMs,
    ...termsAt(orderedAtMs),
    endedAtMs: null,
    partnerNote: null,
  };
}

/** Without the card's last characters: the ledger keeps its answers for good, and they have to be forgettable. */
function answerOf(benefit: Benefit): Json {
  const { label: _, ...answer } = viewOf(benefit);
  return answer;
}

/** Of the answer, whether it was written now or on an earlier delivery. The label is empty once it is forgotten. */
async function readView(platform: Platform, { answer }: Entry): Promise<BenefitView> {
  // This use case wrote it under this key; what leaves the function is checked by the output's schema again.
  const view = answer as unknown as Omit<BenefitView, 'label'>;
  const benefit = await platform.database.get(benefits, view.benefitId);
  return { ...view, label: benefit?.label ?? '' };
}

/**
 * Sets the price aside and leaves the order in the partner's feed; he confirms it or it comes back. Exactly once by the
 * request's key, which is the hold's; 8 database calls, up to 4 more once a minute. Errors: `NOT_FOUND` (no such offer,
 * or the card is not the rider's or not this partner's), `CHANGED_SINCE_READ` (its price), `DEBT_FIRST`, `TOO_MANY_HOLDS`, `INSUFFICIENT_CREDITS`,
 * `PAYING_OUT_STOPPED`, `IDEMPOTENCY_CONFLICT`.
 */
export async function orderBenefit(
  platform: Platform,
  order: BenefitOrder,
  { key, hash }: RequestKey,
): Promise<BenefitView> {
  const { version } = await currentParameters(platform);
  const entry = await once(platform, key, hash, async transaction => {
    await requirePayingOut(platform);
    const offer = await offerOf(platform, order);
    const draft = draftOf(platform, key, offer, await cardOf(transaction, order, offer), order.uid);
    const benefitOf = (held: Pick<Entry, 'postings'>): Benefit => ({ ...draft, amounts: amountsOf(held) });
    const book = new AccountBook(transaction);
    const request = { amount: offer.price, kinds: undefined, deadlineMs: draft.deadlineMs };
    const held = await holdCreditsWithin(book, userAccount(order.uid), request, {
      key,
      requestHash: hash,
      reason: 'benefit-ordered',
      reference: { type: 'benefit', id: order.offerId },
      commitment: null,
      parametersVersion: version,
      nowMs: draft.orderedAtMs,
      answer: written => answerOf(benefitOf(written)),
    });
    await transaction.add(benefits, benefitOf(held));
    await book.close();
    return held;
  });
  return readView(platform, entry);
}
