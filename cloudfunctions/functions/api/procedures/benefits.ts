import type { benefitsProcedures } from '../../../contract/benefits';
import { listBenefits, listOffers, type Offer, orderBenefit } from '../../../domain/benefits';
import { listBindings } from '../../../domain/bindings';
import { readPayingOut } from '../../../domain/ledger';
import { partnerName } from '../../../domain/partners';
import type { Platform } from '../../../platform';
import type { HandlersOf } from '../handler';

const shown = async (platform: Platform, { _id, partnerId, name, description, price, isAgreed }: Offer) => ({
  offerId: _id,
  partnerId,
  partnerName: await partnerName(platform, partnerId),
  name,
  description,
  price,
  isExample: !isAgreed,
});

export const benefitsHandlers: HandlersOf<typeof benefitsProcedures> = {
  'benefits.offers': {
    access: 'rider',
    run: async ({ platform, uid }) => {
      const [offers, bindings, { payingOut }] = await Promise.all([
        listOffers(platform),
        listBindings(platform, uid),
        readPayingOut(platform, true),
      ]);
      const partners = new Set(offers.map(({ partnerId }) => partnerId));
      const cards = bindings.filter(({ partnerId }) => partners.has(partnerId));
      return {
        offers: await Promise.all(offers.map(offer => shown(platform, offer))),
        cards: cards.map(({ bindingId, partnerId, label }) => ({ bindingId, partnerId, label })),
        spendingGoesOn: payingOut,
      };
    },
  },
  'benefits.order': {
    access: 'consenting-rider',
    run: async ({ platform, uid, request, input }) => ({
      benefit: await orderBenefit(platform, { uid, ...input }, request),
    }),
  },
  'benefits.list': {
    access: 'rider',
    run: ({ platform, uid, input: { cursor, limit } }) =>
      listBenefits(platform, { uid, cursor: cursor ?? null, limit }),
  },
};
