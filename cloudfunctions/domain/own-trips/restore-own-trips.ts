import type { Platform, Transaction } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import { addToClaimWithin } from '../claims';
import { currentParameters, ownTripCaps, type Parameters } from '../parameters';
import { enterTrip, openMoreDays, type RiderBook, strikeTrip, tripsAt } from '../rider-days';
import { Months } from './month-sums';
import { postOwnTrip } from './post-own-trip';
import { capBonus } from './rules';
import { type OwnTrip, ownTrips } from './store';

interface Restoring {
  book: RiderBook;
  months: Months;
  parameters: Parameters;
  nowMs: number;
}

/** A trip that has kept something counts among those of its month already. */
const countOf = ({ bonus }: OwnTrip): 0 | 1 => (bonus > 0 ? 1 : 0);

/** What it may be paid again: what was taken back for rides, below the caps of now. */
async function payableOf(trip: OwnTrip, { book, months, parameters }: Restoring): Promise<number> {
  const back = trip.replaced!.takenBackBonus;
  const dayBonus = book.days.get(trip.day)!.bonusBySource?.[trip.source] ?? 0;
  const sums = { dayBonus, ...(await months.sumsOf(trip.day.slice(0, 7), trip.source)) };
  const others = { ...sums, monthTrips: sums.monthTrips - countOf(trip) };
  const payment = capBonus(back, others, ownTripCaps(parameters, trip.source));
  return 'refused' in payment ? 0 : payment.bonus;
}

async function restore(transaction: Transaction, trip: OwnTrip, restoring: Restoring): Promise<void> {
  const { book, months } = restoring;
  const days = daysTouched(trip.fromMs, trip.toMs);
  const paid = await payableOf(trip, restoring);
  if (trip.bonus + paid === 0) return;
  const payments = trip.payments + 1;
  const key = `${trip._id}#${payments}`;
  if (paid > 0) await postOwnTrip(transaction, book, trip, { key, amount: paid }, restoring);
  const [bonus, entryKey] = [trip.bonus + paid, paid > 0 ? key : trip.entryKey];
  await months.add(trip.day.slice(0, 7), trip.source, { bonus: paid, trips: 1 - countOf(trip) });
  const { _id: tripId, source, fromMs, toMs } = trip;
  // Of one that had kept a part of its bonus the rest is listed.
  strikeTrip(book, days, { tripId, source, bonus }, 0);
  enterTrip(book, days, { tripId, source, entryKey, fromMs, toMs, bonus }, paid);
  await transaction.update(ownTrips, tripId, { state: 'paid', bonus, entryKey, payments, replaced: null });
}

/**
 * A trip that is claimed elsewhere meanwhile is paid nothing: what was taken back for rides is added to what revoking the
 * declaration pays.
 */
async function restoreClaimed(transaction: Transaction, { _id, replaced }: OwnTrip): Promise<void> {
  await addToClaimWithin(transaction, _id, replaced!.takenBackBonus);
  await transaction.update(ownTrips, _id, { replaced: null });
}

async function restoreOne(transaction: Transaction, id: string, restoring: Restoring): Promise<void> {
  const trip = await transaction.get(ownTrips, id);
  const isElsewhere = trip?.state === 'elsewhere';
  if (!trip?.replaced || (trip.state !== 'replaced' && !isElsewhere)) return;
  const days = daysTouched(trip.fromMs, trip.toMs);
  await openMoreDays(transaction, restoring.book, days);
  if (tripsAt(restoring.book, days, trip).some(other => other.tripId !== id)) return;
  await (isElsewhere ? restoreClaimed(transaction, trip) : restore(transaction, trip, restoring));
}

/**
 * Pays own trips again after the ride that had replaced them was taken back, in the transaction that does so: what had
 * been taken back, below the caps of now, by an entry of its own. One in whose time another trip lies stays as it is, one
 * that is claimed elsewhere waits for that to be revoked, and a closed account is paid nothing any more. Some five database calls a trip.
 */
export async function restoreOwnTrips(
  transaction: Transaction,
  book: RiderBook,
  ownTripIds: readonly string[],
  { platform, nowMs }: { platform: Platform; nowMs: number },
): Promise<void> {
  if (ownTripIds.length === 0 || book.open.account.isClosed) return;
  const months = new Months(transaction, book.uid);
  const restoring = { book, months, parameters: await currentParameters(platform), nowMs };
  for (const id of ownTripIds) await restoreOne(transaction, id, restoring);
  await months.close();
}
