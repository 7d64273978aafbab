import type * as z from 'zod';
import type { staffRidersProcedures } from '../../../contract/staff/riders';
import { type Binding, listBindings } from '../../../domain/bindings';
import { type KindBalance, readBalance, userAccount } from '../../../domain/ledger';
import { partnerName } from '../../../domain/partners';
import { findClosedRider, findRiderByNumber } from '../../../domain/riders';
import { explainPayment, listDueTrips, listTripsAfter, type Trip } from '../../../domain/rides';
import type { Platform } from '../../../platform';
import type { HandlersOf } from '../handler';

type Output<Name extends keyof typeof staffRidersProcedures> = z.input<
  (typeof staffRidersProcedures)[Name]['output']
>;
type ShownRider = NonNullable<Output<'riders.find'>['rider']>;
type ShownTrip = Output<'riders.trips'>['trips'][number];

const shownKind = ({ available, held, debt }: KindBalance) => ({ available, held, debt });

/** A card by whose it is and its last characters; its id would tell nothing that customer service needs. */
const shownCard = async (platform: Platform, card: Binding): Promise<ShownRider['cards'][number]> => ({
  partnerName: await partnerName(platform, card.partnerId),
  label: card.label,
  boundAtMs: card.boundAtMs,
});

/** Day and mode, no stations and no times. */
const shownTrip = (trip: Trip): ShownTrip => ({
  tripId: trip._id,
  day: trip.day,
  mode: trip.evidence?.mode ?? '',
  state: trip.state,
  grams: trip.evidence?.grams ?? 0,
  creditedGrams: trip.creditedGrams,
  explanation: explainPayment(trip),
});

/** Of an account that was closed there is nothing to tell but that it was. */
async function closedRider(platform: Platform, number: string): Promise<Output<'riders.find'>['closed']> {
  const closed = await findClosedRider(platform, number);
  return closed && { closedAtMs: closed.closedAtMs };
}

export const ridersHandlers: HandlersOf<typeof staffRidersProcedures> = {
  'riders.find': {
    access: 'member',
    read: async ({ platform, input: { number } }) => {
      const rider = await findRiderByNumber(platform, number);
      if (!rider) return { rider: null, closed: await closedRider(platform, number) };
      const [cards, balance] = await Promise.all([
        listBindings(platform, rider.uid),
        readBalance(platform, userAccount(rider.uid)),
      ]);
      return {
        rider: {
          ...rider,
          cards: await Promise.all(cards.map(card => shownCard(platform, card))),
          balance: { carbon: shownKind(balance.carbon), bonus: shownKind(balance.bonus) },
        },
        closed: null,
      };
    },
    target: ({ rider }) => rider && `rider:${rider.uid}`,
  },
  'riders.trips': {
    access: 'member',
    read: async ({ platform, input: { uid, cursor, limit } }) => {
      const [page, due] = await Promise.all([
        listTripsAfter(platform, uid, { after: cursor, limit }),
        cursor === null ? listDueTrips(platform, uid) : [],
      ]);
      return { trips: [...due, ...page.trips].map(shownTrip), nextCursor: page.nextAfter };
    },
  },
};
