import type { Platform, Transaction } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import { addNotice } from '../inbox';
import type { GivenBack } from '../ledger';
import { type DayTrip, enterTrip, openMoreDays, type RiderBook, strikeTrip } from '../rider-days';
import { Months } from './month-sums';
import { MINT, type OwnTrip, ownTrips, type ReplacedBy } from './store';

/** A signed ride that takes the place of own trips. */
export interface ReplacingRide {
  tripId: string;
  /** What the ride was credited with. */
  grams: number;
  /** What was to be taken back, and what was there to be taken. */
  owedBonus: number;
  takenBackBonus: number;
}

/** An own trip of a ride's time, and what it was taken back for it. */
export interface ReplacedTrip {
  ownTripId: string;
  takenBackBonus: number;
}

/** Whether a ride may take the place of all of these: of a signed ride it may not, nor of what is claimed elsewhere. */
export const areReplaceable = (met: readonly DayTrip[]): boolean =>
  met.every(({ bonus, elsewhere }) => bonus !== undefined && !elsewhere);

/** What a ride that pays so many grams takes back for these: never more than it pays, so that nobody loses by it. */
export const backForRide = (met: readonly DayTrip[], payGrams: number): GivenBack => ({
  kind: 'bonus',
  amount: Math.min(
    payGrams,
    met.reduce((sum, { bonus = 0 }) => sum + bonus, 0),
  ),
  destination: MINT,
});

/** How the sums of a ride fall on its trips, in the order of time. */
function shares(met: readonly DayTrip[], { tripId, owedBonus, takenBackBonus }: ReplacingRide, atMs: number) {
  let [owed, taken] = [owedBonus, takenBackBonus];
  return met.map(trip => {
    const ofOwed = Math.min(trip.bonus ?? 0, owed);
    const ofTaken = Math.min(ofOwed, taken);
    owed -= ofOwed;
    taken -= ofTaken;
    const replaced: ReplacedBy = {
      tripId,
      atMs,
      takenBackBonus: ofTaken,
      waivedBonus: ofOwed - ofTaken,
    };
    return { trip, replaced };
  });
}

/** What it had been taken back for earlier rides as well. */
const withEarlier = (replaced: ReplacedBy, earlier: ReplacedBy | null | undefined): ReplacedBy => ({
  ...replaced,
  takenBackBonus: replaced.takenBackBonus + (earlier?.takenBackBonus ?? 0),
  waivedBonus: replaced.waivedBonus + (earlier?.waivedBonus ?? 0),
});

/**
 * One own trip gives way. Whatever it keeps of its bonus keeps its time as well: nothing else that nobody signed is paid
 * for that time, and the next ride in it takes back of the rest. It counts among the trips of its month for as long.
 */
async function giveWay(
  transaction: Transaction,
  book: RiderBook,
  months: Months,
  { trip, replaced }: { trip: DayTrip; replaced: ReplacedBy },
): Promise<ReplacedTrip> {
  const { tripId: id, source, bonus = 0, fromMs, toMs } = trip;
  const { takenBackBonus, waivedBonus } = replaced;
  const earlier: OwnTrip | null = trip.rest ? await transaction.get(ownTrips, id) : null;
  const kept = (earlier?.bonus ?? bonus) - takenBackBonus;
  const days = daysTouched(fromMs, toMs);
  await openMoreDays(transaction, book, days);
  strikeTrip(book, days, trip, takenBackBonus);
  const rest = bonus - takenBackBonus - waivedBonus;
  if (kept > 0) enterTrip(book, days, { ...trip, bonus: rest, rest: true }, 0);
  await months.add(days[0]!.slice(0, 7), source, { bonus: -takenBackBonus, trips: kept > 0 ? 0 : -1 });
  const whole = withEarlier(replaced, earlier?.replaced);
  await transaction.update(ownTrips, id, { state: 'replaced', bonus: kept, replaced: whole });
  return { ownTripId: id, takenBackBonus };
}

/**
 * Puts a signed ride in the place of own trips, in the transaction that credits it: what was taken back leaves their day
 * and month, the time of those that keep nothing becomes free, and the rider is told. Two database calls for a month, one
 * for each further day and each trip, one more for a trip that has given way before, one for the notice.
 */
export async function replaceByRide(
  transaction: Transaction,
  book: RiderBook,
  met: readonly DayTrip[],
  ride: ReplacingRide,
  { platform, nowMs }: { platform: Platform; nowMs: number },
): Promise<ReplacedTrip[]> {
  const months = new Months(transaction, book.uid);
  const done: ReplacedTrip[] = [];
  for (const share of shares(met, ride, nowMs)) {
    done.push(await giveWay(transaction, book, months, share));
  }
  await months.close();
  const { tripId, grams, takenBackBonus } = ride;
  await addNotice(transaction, platform, {
    uid: book.uid,
    template: 'own-trip-replaced',
    parameters: { tripId, grams, bonus: takenBackBonus, waived: ride.owedBonus - takenBackBonus },
  });
  return done;
}
