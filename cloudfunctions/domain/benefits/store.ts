import { collectionOf } from '../../platform';
import type { Kind } from '../ledger';

/** Something of a partner's own that riders can turn credits into, such as a ticket in his app. */
export interface Offer {
  /** Lower-case letters, digits and dashes; the partner knows it by this. */
  _id: string;
  partnerId: string;
  name: string;
  /** What one gets and where to find it, in one or two sentences. */
  description: string;
  /** Credits. */
  price: number;
  /** False for an example: nobody has agreed to anything, and its name says so. */
  isAgreed: boolean;
  isOpen: boolean;
  /** Place in the list, the lowest first. */
  place: number;
}

/** `ordered`: credits are set aside. `given`: the partner has confirmed it. `refused`: by the partner. `returned`: not confirmed in time. */
export type BenefitState = 'ordered' | 'given' | 'refused' | 'returned';

/** What riders see of a benefit; in the answer it is kept, but for its label, as it was when the request was answered. */
export interface BenefitView {
  benefitId: string;
  offerId: string;
  /** As it was when it was chosen. */
  offerName: string;
  partnerId: string;
  /** Last characters of the card that gets it. */
  label: string;
  amounts: Record<Kind, number>;
  state: BenefitState;
  orderedAtMs: number;
  /** Not confirmed until then, it comes back. */
  deadlineMs: number;
  endedAtMs: number | null;
  /** The partner's number of what he gave, or why he gave nothing; null before. */
  partnerNote: string | null;
}

export interface Benefit extends Omit<BenefitView, 'benefitId'> {
  /** Random: the partner knows it by this, and learns nothing of the rider from it. */
  _id: string;
  uid: string;
  /** The key of the hold. */
  holdKey: string;
  /** The card, as `bindings` calls it. */
  tokenId: string;
  /** `<orderedAtMs, 15 digits>-<random>`: sorts like the time and is never equal, so that pages neither skip nor repeat. */
  position: string;
  /** From when on the job looks at it; null when nothing is to be done any more. */
  dueAtMs: number | null;
}

export const offers = collectionOf<Offer>('benefit_offers');
export const benefits = collectionOf<Benefit>('benefits');

export const viewOf = (benefit: Benefit): BenefitView => {
  const {
    _id: benefitId,
    uid: _,
    holdKey: _key,
    tokenId: _token,
    position: _position,
    dueAtMs,
    ...view
  } = benefit;
  return { benefitId, ...view };
};
