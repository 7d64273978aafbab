import * as z from 'zod';
import { pageOfTrips } from './page';
import type { ProcedureContract } from './procedure';

/** A station, or a point where there is none. */
export const place = z.union([
  z.strictObject({ station: z.string() }),
  z.strictObject({ longitude: z.number(), latitude: z.number() }),
]);

export const trip = z.strictObject({
  tripId: z.string(),
  state: z.enum(['credited', 'reversed', 'refused', 'elsewhere']),
  partnerId: z.string(),
  mode: z.string(),
  fromMs: z.int(),
  toMs: z.int(),
  /** Beijing day of the entry. */
  day: z.string(),
  entry: place,
  exit: place,
  /** The lines of the shortest path, in the order of travel; empty where the network is not known. */
  lines: z.array(z.string()),
  distanceMetres: z.int(),
  grams: z.int(),
  creditedGrams: z.int(),
  /** The cap that left a part of the grams unpaid. */
  cappedBy: z.enum(['day', 'month', 'source']).nullable(),
  /** The ledger entry that credited the trip; null when nothing was paid. */
  entryKey: z.string().nullable(),
  /** Why the trip was refused after it had waited, in words. */
  refusal: z.string().nullable(),
  isFirst: z.boolean(),
});

export const factor = z.strictObject({
  setId: z.string(),
  setName: z.string(),
  mode: z.string(),
  reductionMilligramsPerKm: z.int().nullable(),
  baselineMilligramsPerKm: z.int().nullable(),
  emissionMilligramsPerKm: z.int().nullable(),
  year: z.string(),
  source: z.string(),
  standing: z.string(),
});

/** Credited trips by the Beijing day of their entry, and the grams credited for them. */
const sum = { trips: z.int().min(0), grams: z.int().min(0) };
const monthSum = z.strictObject({ month: z.string(), ...sum });
const beijingMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份格式应为 YYYY-MM');

/** A number that something is judged, paid or compared by: what it is, why, and who says so. */
const methodNumber = z.strictObject({
  /** Never shown; one of its kind. */
  key: z.string(),
  title: z.string(),
  rule: z.string(),
  value: z.string(),
  source: z.string(),
  /** `own`: nobody has published it, the product has set it. */
  standing: z.enum(['official', 'secondary', 'derived', 'own']),
});
export type MethodNumber = z.infer<typeof methodNumber>;
/** A number of an incentive, which is no reduction. */
export type Incentive = MethodNumber;

export const ridesProcedures = {
  /** The rider's trips, latest first, a page at a time. */
  'rides.list': {
    input: pageOfTrips,
    output: z.strictObject({ trips: z.array(trip), nextCursor: z.string().nullable() }),
    mutating: false,
  },
  /** The rider's week, Monday to Sunday, and month, as of today. */
  'rides.summary': {
    input: z.strictObject({}),
    output: z.strictObject({
      today: z.string(),
      week: z.array(z.strictObject({ day: z.string(), ...sum })).length(7),
      month: monthSum,
    }),
    mutating: false,
  },
  /** Sums of whole months, in the order asked for. */
  'rides.months': {
    input: z.strictObject({ months: z.array(beijingMonth).min(1).max(6) }),
    output: z.strictObject({ months: z.array(monthSum) }),
    mutating: false,
  },
  /**
   * The rider's credited trips of a year, in sums. No place is named, so that what is made of it can be shown around
   * without telling where somebody lives and works.
   */
  'rides.year': {
    input: z.strictObject({ year: z.int().min(2020).max(2100) }),
    output: z.strictObject({
      /** The server's Beijing day: how far a year that is not over has come. */
      today: z.string(),
      ...sum,
      metres: z.int().min(0),
      /** On which there was a trip. */
      days: z.int().min(0),
      stations: z.int().min(0),
      /** The three that most trips used. */
      lines: z.array(z.strictObject({ line: z.string(), trips: z.int().positive() })).max(3),
      months: z.array(monthSum).length(12),
    }),
    mutating: false,
  },
  /** How a trip's grams came about: each number with its source, and what is needed to recompute them. */
  'rides.explain': {
    input: z.strictObject({ tripId: z.string().min(1).max(200) }),
    output: z.strictObject({
      trip,
      /** What the partner reported; null when he gave no distance. */
      partnerDistanceMetres: z.int().nullable(),
      /** Over the points that the partner named on the way, from end to end in a straight line; null where unknown. */
      viaMetres: z.int().nullable(),
      straightMetres: z.int().nullable(),
      /** Of a shared car: the people in it, and how much further it drove for the others' sake. */
      sharing: z.strictObject({ occupants: z.int(), detourMetres: z.int() }).nullable(),
      /** The shortest path over the known network, by line; empty where there is none. */
      legs: z.array(
        z.strictObject({ line: z.string(), from: z.string(), to: z.string(), distanceMetres: z.int() }),
      ),
      factor,
      /** Bonus that was taken back for it, where it took the place of trips that the rider had told of. */
      replacedBonus: z.int().min(0),
      uncertaintyNote: z.string(),
      /** `commitment` of the entry equals the salted hash of the evidence. */
      salt: z.string(),
      evidence: z.record(z.string(), z.unknown()),
      receivedAtMs: z.int(),
    }),
    mutating: false,
  },
  /** Everything that trips are judged and paid by, each number with its source and standing. */
  'rides.methodology': {
    input: z.strictObject({}),
    output: z.strictObject({
      sets: z.array(
        z.strictObject({
          setId: z.string(),
          setName: z.string(),
          city: z.string(),
          validFromDay: z.string(),
          validToDay: z.string().nullable(),
          uncertaintyNote: z.string(),
          factors: z.array(factor),
        }),
      ),
      caps: z.strictObject({ dayGrams: z.int(), monthGrams: z.int() }),
      /** Whose signature makes a ride carbon, and for which modes. */
      partners: z.array(z.strictObject({ name: z.string(), city: z.string(), modes: z.array(z.string()) })),
      /** What signed rides are judged by. */
      rules: z.array(methodNumber),
      incentives: z.array(methodNumber),
      /** What grams are compared with; nothing is paid by them. */
      equivalents: z.array(methodNumber),
    }),
    mutating: false,
  },
} as const satisfies Record<string, ProcedureContract>;
