import type { donationsProcedures } from '../../../contract/donations';
import { donate, listDonations, listFunds, voidDonation } from '../../../domain/donations';
import { readPayingOut } from '../../../domain/ledger';
import type { HandlersOf } from '../handler';

export const donationsHandlers: HandlersOf<typeof donationsProcedures> = {
  'ledger.funds': {
    access: 'visitor',
    run: async ({ platform }) => {
      const [funds, { payingOut }] = await Promise.all([listFunds(platform), readPayingOut(platform, true)]);
      return {
        givingGoesOn: payingOut,
        funds: funds.map(({ _id: fundId, name, kind, purpose, organisation }) => ({
          fundId,
          name,
          kind,
          purpose,
          organisation: organisation ?? null,
        })),
      };
    },
  },
  'ledger.donate': {
    access: 'consenting-rider',
    run: async ({ platform, uid, request, input }) => ({
      donation: await donate(platform, { uid, ...input }, request),
    }),
  },
  'ledger.voidDonation': {
    access: 'rider',
    run: async ({ platform, uid, request, input: { donationId } }) => ({
      donation: await voidDonation(platform, { uid, donationId }, request),
    }),
  },
  'ledger.donations': {
    access: 'rider',
    run: ({ platform, uid, input: { cursor, limit } }) =>
      listDonations(platform, { uid, cursor: cursor ?? null, limit }),
  },
};
