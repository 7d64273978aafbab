import type * as z from 'zod';
import { Refusal } from '../../../contract/errors';
import type { ownTripsProcedures, ownTrip as shownOwnTrip } from '../../../contract/own-trips';
import { listFactorSets, rowOf } from '../../../domain/factors';
import { listOwnTrips, type OwnTrip, readOwnTrip } from '../../../domain/own-trips';
import type { Platform } from '../../../platform';
import type { HandlersOf } from '../handler';
import { shownFactorOf } from './shown-factor';

const shown = (trip: OwnTrip): z.input<typeof shownOwnTrip> => ({
  ownTripId: trip._id,
  source: trip.source,
  mode: trip.mode,
  state: trip.state,
  fromMs: trip.fromMs,
  toMs: trip.toMs,
  day: trip.day,
  distanceMetres: trip.distanceMetres,
  grams: trip.grams,
  bonus: trip.bonus,
  cappedBy: trip.cappedBy,
  reasons: trip.reasons.map(({ code, text }) => ({ code, text })),
  metBy: trip.metBy,
  entryKey: trip.entryKey,
  replaced: trip.replaced,
  decidedAtMs: trip.decidedAtMs,
});

async function factorOf(platform: Platform, { evidence: { city, factorSetId, mode } }: OwnTrip) {
  const set = (await listFactorSets(platform, city)).find(({ _id }) => _id === factorSetId);
  const row = set && rowOf(set, mode);
  return set && row ? shownFactorOf(set, row) : null;
}

export const ownTripsHandlers: HandlersOf<typeof ownTripsProcedures> = {
  'ownTrips.list': {
    access: 'rider',
    run: async ({ platform, uid, input: { cursor, limit } }) => {
      const { trips, nextCursor } = await listOwnTrips(platform, uid, { cursor: cursor ?? null, limit });
      return { trips: trips.map(shown), nextCursor };
    },
  },
  'ownTrips.explain': {
    access: 'rider',
    run: async ({ platform, uid, input: { ownTripId } }) => {
      const trip = await readOwnTrip(platform, uid, ownTripId);
      if (!trip) throw new Refusal('NOT_FOUND', { field: 'ownTripId' });
      const factor = await factorOf(platform, trip);
      return { trip: shown(trip), factor, salt: trip.salt, evidence: { ...trip.evidence } };
    },
  },
};
