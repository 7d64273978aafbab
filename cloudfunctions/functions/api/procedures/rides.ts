import type * as z from 'zod';
import { Refusal } from '../../../contract/errors';
import { type RideRejection, rideRejections } from '../../../contract/partner';
import type { ridesProcedures, trip as shownTrip } from '../../../contract/rides';
import { listFactorSets } from '../../../domain/factors';
import { methodologyOf as milestonesMethodology } from '../../../domain/milestones';
import { currentParameters } from '../../../domain/parameters';
import { livePartners, partnerCities } from '../../../domain/partners';
import {
  type Evidence,
  explainTrip,
  legsOf,
  listTrips,
  placeOf,
  methodologyOf as ridesMethodology,
  sumMonths,
  summariseRides,
  sumRidesYear,
  type Trip,
} from '../../../domain/rides';
import { beijingDay } from '../../../platform/beijing-time';
import type { HandlersOf } from '../handler';
import { incentivesOf } from '../incentives';
import { shownFactorOf } from './shown-factor';

/** A refused trip carries a rejection's code, a reversed one the partner's own words, which are not the rider's. */
const refusalOf = (trip: Trip): string | null =>
  trip.state === 'refused' ? (rideRejections[trip.reason as RideRejection] ?? null) : null;

function shown(city: string, trip: Trip & { evidence: Evidence }): z.input<typeof shownTrip> {
  const { evidence } = trip;
  return {
    tripId: trip._id,
    state: trip.state as 'credited' | 'reversed' | 'refused' | 'elsewhere',
    partnerId: trip.partnerId,
    mode: evidence.mode,
    fromMs: trip.fromMs,
    toMs: trip.toMs,
    day: trip.day,
    entry: placeOf(evidence.entry),
    exit: placeOf(evidence.exit),
    lines: legsOf(city, evidence).map(({ line }) => line),
    distanceMetres: evidence.distanceMetres,
    grams: evidence.grams,
    creditedGrams: trip.creditedGrams,
    cappedBy: trip.cappedBy,
    entryKey: trip.entryKey,
    refusal: refusalOf(trip),
    isFirst: trip.isFirst,
  };
}

const sharingOf = ({ occupants, detourMetres = 0 }: Evidence) =>
  occupants === undefined ? null : { occupants, detourMetres };

/** Of a ride that was taken back itself nothing is replaced any more. */
const replacedBonusOf = ({ state, replacedTrips = [] }: Trip): number =>
  state === 'reversed' ? 0 : replacedTrips.reduce((sum, { takenBackBonus }) => sum + takenBackBonus, 0);

const hasEvidence = (trip: Trip): trip is Trip & { evidence: Evidence } => trip.evidence !== null;

/** The city of trips that do not name theirs: those from before there were partners of several cities. */
const CITY_VARIABLE = 'FIRST_PARTNER_CITY';

const MOST_LINES = 3;

export const ridesHandlers: HandlersOf<typeof ridesProcedures> = {
  'rides.list': {
    access: 'rider',
    run: async ({ platform, uid, input: { cursor, limit } }) => {
      const page = await listTrips(platform, uid, { cursor: cursor ?? null, limit });
      const city = platform.variable(CITY_VARIABLE);
      const trips = page.trips.filter(hasEvidence).map(trip => shown(city, trip));
      return { trips, nextCursor: page.nextCursor };
    },
  },
  'rides.summary': { access: 'rider', run: ({ platform, uid }) => summariseRides(platform, uid) },
  'rides.months': {
    access: 'rider',
    run: async ({ platform, uid, input }) => ({ months: await sumMonths(platform, uid, input.months) }),
  },
  'rides.year': {
    access: 'rider',
    run: async ({ platform, uid, input: { year } }) => {
      const city = platform.variable(CITY_VARIABLE);
      const { lines, ...sums } = await sumRidesYear(platform, uid, { year, city });
      return { today: beijingDay(platform.nowMs()), ...sums, lines: lines.slice(0, MOST_LINES) };
    },
  },
  'rides.explain': {
    access: 'rider',
    run: async ({ platform, uid, input: { tripId } }) => {
      const city = platform.variable(CITY_VARIABLE);
      const found = await explainTrip(platform, uid, tripId, city);
      if (!found) throw new Refusal('NOT_FOUND', { field: 'tripId' });
      const { trip, factorSet, factorRow, legs } = found;
      return {
        trip: shown(city, trip),
        partnerDistanceMetres: trip.evidence.partnerDistanceMetres,
        viaMetres: trip.evidence.viaMetres ?? null,
        straightMetres: trip.evidence.straightMetres ?? null,
        sharing: sharingOf(trip.evidence),
        legs: [...legs],
        factor: shownFactorOf(factorSet, factorRow),
        replacedBonus: replacedBonusOf(trip),
        uncertaintyNote: factorSet.uncertaintyNote,
        salt: trip.salt,
        evidence: { ...trip.evidence },
        receivedAtMs: trip.receivedAtMs,
      };
    },
  },
  'rides.methodology': {
    access: 'visitor',
    run: async ({ platform }) => {
      const cities = await partnerCities(platform);
      const sets = (await Promise.all(cities.map(city => listFactorSets(platform, city)))).flat();
      const parameters = await currentParameters(platform);
      const { earning } = parameters;
      return {
        sets: sets.map(set => ({
          setId: set._id,
          setName: set.name,
          city: set.city,
          validFromDay: set.validFromDay,
          validToDay: set.validToDay,
          uncertaintyNote: set.uncertaintyNote,
          factors: set.rows.map(row => shownFactorOf(set, row)),
        })),
        caps: { dayGrams: earning.dayCapGrams, monthGrams: earning.monthCapGrams },
        partners: (await livePartners(platform)).map(partner => ({ ...partner, modes: [...partner.modes] })),
        rules: ridesMethodology(),
        incentives: incentivesOf(parameters),
        equivalents: milestonesMethodology(),
      };
    },
  },
};
