import { randomUUID } from 'node:crypto';
import {
  type JudgedOwnTrip,
  type OwnTrip,
  openOwnTrips,
  ownTripId,
  payOwnTripWithin,
} from '../../../../cloudfunctions/domain/own-trips';
import { type Platform, transactAfresh } from '../../../../cloudfunctions/platform';

export const at = (beijing: string): number => Date.parse(`${beijing}+08:00`);
export const MINUTE_MS = 60_000;
/** 33.88 g a kilometre by bicycle, of which half is paid. */
export const BIKE_MILLIGRAMS_PER_KM = 33_880;
export const bikeGrams = (metres: number): number =>
  Math.floor((BIKE_MILLIGRAMS_PER_KM * metres) / 1_000_000);

/** Ten minutes by bicycle over three kilometres: 101 g, which pays 50. */
export const bikeTrip = (fromMs: number, change: Partial<JudgedOwnTrip> = {}): JudgedOwnTrip => ({
  source: 'bike-track',
  city: 'shenzhen',
  mode: 'shared-bike',
  fromMs,
  toMs: fromMs + 10 * MINUTE_MS,
  distanceMetres: 3_000,
  evidence: { points: 120 },
  ...change,
});

/** What a source does: hands a judged trip over in a transaction of its own. */
export async function payOwnTrip(
  platform: Platform,
  uid: string,
  judged: JudgedOwnTrip,
  requestId: string = randomUUID(),
): Promise<OwnTrip> {
  const paying = await openOwnTrips(platform, judged.city);
  const id = ownTripId(judged.source, uid, requestId);
  const requestHash = platform.keyedDigest('own-trip', JSON.stringify(judged));
  return transactAfresh(platform, transaction =>
    payOwnTripWithin(transaction, paying, { id, uid, requestHash, judged }),
  );
}
