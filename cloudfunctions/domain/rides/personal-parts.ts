import type { Platform } from '../../platform';
import type { PersonalPart } from '../personal-parts';
import { forgetRiderDays } from '../rider-days';
import { forgottenRide } from './forgotten-trip';
import { listTrips } from './list-trips';
import { placeOf } from './place-of';
import { type Evidence, type Trip, trips } from './store';

const TRIPS_A_PAGE = 500;
/** Their ids, some 90 characters each, fit into one call's 100 KB. */
const FORGOTTEN_AT_ONCE = 500;

/** A trip as its rider may take it away: with the salt, by which the ledger's commitment can be checked. */
interface ExportedTrip {
  tripId: string;
  state: Trip['state'];
  partnerId: string;
  day: string;
  fromMs: number;
  toMs: number;
  origin: string | null;
  creditedGrams: number;
  cappedBy: Trip['cappedBy'];
  receivedAtMs: number;
  salt: string | null;
  evidence: Evidence | null;
}

const exported = (trip: Trip): ExportedTrip => ({
  tripId: trip._id,
  state: trip.state,
  partnerId: trip.partnerId,
  day: trip.day,
  fromMs: trip.fromMs,
  toMs: trip.toMs,
  origin: trip.origin,
  creditedGrams: trip.creditedGrams,
  cappedBy: trip.cappedBy,
  receivedAtMs: trip.receivedAtMs,
  salt: trip.salt,
  evidence: trip.evidence,
});

function placeText(place: Evidence['entry'] | undefined): string {
  if (!place) return '';
  const named = placeOf(place);
  return 'station' in named ? named.station : `${named.longitude},${named.latitude}`;
}

const stateTexts: Readonly<Record<Trip['state'], string>> = {
  credited: '已入账',
  reversed: '已撤销',
  refused: '未入账',
  elsewhere: '已声明计入其他机制',
  'waiting-binding': '等绑卡',
  'waiting-ride': '等行程',
};

const BEIJING_OFFSET_MS = 8 * 3_600_000;
const beijingMinute = (atMs: number): string =>
  new Date(atMs + BEIJING_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');

async function forgetTrips(platform: Platform, uid: string, deadlineMs: number): Promise<boolean> {
  while (platform.nowMs() < deadlineMs) {
    const found = await platform.database.find(trips, {
      where: { uid },
      limit: FORGOTTEN_AT_ONCE,
      fields: ['_id'],
    });
    if (found.length === 0) return true;
    const ids = found.map(({ _id }) => _id);
    await platform.database.updateWhere(
      trips,
      { uid, _id: { oneOf: ids } },
      { ...forgottenRide, reason: null },
    );
  }
  return false;
}

/** Trips first: a reversal of one that is not forgotten yet would write its day anew. */
const rides: PersonalPart<ExportedTrip> = {
  kind: 'trips',
  collections: ['trips', 'rider_days'],
  count: (platform, uid) => platform.database.count(trips, { uid }),
  async page(platform, uid, cursor) {
    const page = await listTrips(platform, uid, { cursor, limit: TRIPS_A_PAGE });
    return { rows: page.trips.map(exported), nextCursor: page.nextCursor };
  },
  sheet: {
    name: 'trips',
    head: [
      '日期',
      '上车时间',
      '下车时间',
      '上车',
      '下车',
      '里程（米）',
      '减排（克）',
      '入账（克）',
      '状态',
      '行程编号',
    ],
    row: ({ day, fromMs, toMs, evidence, creditedGrams, state, tripId }) => [
      day,
      beijingMinute(fromMs),
      beijingMinute(toMs),
      placeText(evidence?.entry),
      placeText(evidence?.exit),
      evidence?.distanceMetres ?? '',
      evidence?.grams ?? '',
      creditedGrams,
      stateTexts[state],
      tripId,
    ],
  },
  async forget(platform, uid, deadlineMs) {
    if (!(await forgetTrips(platform, uid, deadlineMs))) return false;
    return forgetRiderDays(platform, uid, deadlineMs);
  },
};

export const personalParts: readonly PersonalPart[] = [rides];
