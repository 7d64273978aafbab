import * as z from 'zod';
import type { ProcedureContract } from './procedure';

/** `endsAtMs`: from then on the trip cannot be ended any more. */
const openTrip = z.strictObject({
  station: z.string(),
  lines: z.array(z.string()),
  enteredAtMs: z.int(),
  endsAtMs: z.int(),
});

/** What a phone has scanned, and where it says to be, in WGS-84. The position is used for the answer and not kept. */
const scan = z.strictObject({
  code: z.string().min(1).max(300),
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
  accuracyMetres: z.number().min(0).max(100_000),
});

/** Why a trip that was ended pays nothing. */
export const stationTripRefusals = {
  IMPOSSIBLE_SPEED: '两次扫码隔得太近，坐地铁到不了这里，没有记上。请在进站和出站时各扫一次',
  TOO_SLOW: '两次扫码隔得太久，中间不像只坐了地铁，没有记上。下次出站时马上扫码',
  STATION_CLOSED: '扫码出站时地铁已经停运，没有记上。请在出站时马上扫码',
  NO_PATH: '两站之间没有地铁相连，没有记上。请核对进站和出站的车站',
} as const;
export type StationTripRefusal = keyof typeof stationTripRefusals;

const endedTrip = z.strictObject({
  tripId: z.string(),
  state: z.enum(['paid', 'refused']),
  from: z.string(),
  to: z.string(),
  /** Of the shortest path, in the order of travel. */
  lines: z.array(z.string()),
  fromMs: z.int(),
  toMs: z.int(),
  distanceMetres: z.int(),
  grams: z.int(),
  paidBonus: z.int(),
  /** The cap that left a part of the bonus unpaid. */
  cappedBy: z.enum(['day', 'month']).nullable(),
  /** In Chinese, for people; empty when it was paid. */
  reasons: z.array(z.string()),
});

/**
 * Trips of riders who pay cash: scanned at a station's code on the way in and on the way out. All are times of the server.
 */
export const stationTripsProcedures = {
  /** Whether the rider lets his position be asked for, and where he stands. */
  'stationTrips.read': {
    input: z.strictObject({}),
    output: z.strictObject({
      agreed: z.boolean(),
      open: openTrip.nullable(),
      /** A trip that was never ended in time. */
      forgotten: openTrip.nullable(),
    }),
    mutating: false,
  },
  /** Consent of its own: positions are asked for at each scan. */
  'stationTrips.agree': { input: z.strictObject({}), output: z.strictObject({}), mutating: true },
  /** Taken back; an open trip goes with it. */
  'stationTrips.withdraw': { input: z.strictObject({}), output: z.strictObject({}), mutating: true },
  /** Scanned on the way in. */
  'stationTrips.enter': { input: scan, output: z.strictObject({ open: openTrip }), mutating: true },
  /** Scanned on the way out: the trip is judged, and paid or refused with reasons. */
  'stationTrips.exit': { input: scan, output: z.strictObject({ trip: endedTrip }), mutating: true },
  /** Begun by mistake or forgotten: nothing is recorded. */
  'stationTrips.discard': { input: z.strictObject({}), output: z.strictObject({}), mutating: true },
} as const satisfies Record<string, ProcedureContract>;
