import * as z from 'zod';
import { pageOfTrips } from './page';
import type { ProcedureContract } from './procedure';
import { factor } from './rides';

export const ownTripSourceNames = ['bike-track', 'station-code', 'self-report'] as const;

/** A trip that its rider told of: bonus, never a reduction. */
export const ownTrip = z.strictObject({
  ownTripId: z.string(),
  source: z.enum(ownTripSourceNames),
  mode: z.string(),
  /** `replaced`: a signed ride of the same time was credited instead. `elsewhere`: claimed in another scheme. */
  state: z.enum(['paid', 'refused', 'replaced', 'elsewhere']),
  fromMs: z.int(),
  toMs: z.int(),
  day: z.string(),
  distanceMetres: z.int(),
  /** What a signed ride of this distance would have avoided. */
  grams: z.int(),
  /** What the rider has of it now. */
  bonus: z.int(),
  cappedBy: z.enum(['day', 'month']).nullable(),
  /** Why it was not paid: for programs, and in Chinese with what can be done. */
  reasons: z.array(z.strictObject({ code: z.string(), text: z.string() })),
  /** The trip that has its time; null where none was in the way. */
  metBy: z.strictObject({ tripId: z.string(), isSigned: z.boolean() }).nullable(),
  entryKey: z.string().nullable(),
  replaced: z
    .strictObject({
      tripId: z.string(),
      atMs: z.int(),
      takenBackBonus: z.int(),
      waivedBonus: z.int(),
    })
    .nullable(),
  decidedAtMs: z.int(),
});

export const ownTripsProcedures = {
  /** The rider's own trips, latest first, a page at a time. */
  'ownTrips.list': {
    input: pageOfTrips,
    output: z.strictObject({ trips: z.array(ownTrip), nextCursor: z.string().nullable() }),
    mutating: false,
  },
  /** How its bonus came about, and what is needed to check the entry's commitment. */
  'ownTrips.explain': {
    input: z.strictObject({ ownTripId: z.string().min(1).max(200) }),
    output: z.strictObject({
      trip: ownTrip,
      /** Null where the city has none for its mode. */
      factor: factor.nullable(),
      salt: z.string(),
      evidence: z.record(z.string(), z.unknown()),
    }),
    mutating: false,
  },
} as const satisfies Record<string, ProcedureContract>;
