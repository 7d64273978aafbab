import { type PartnerRide, partnerRide, rideRejections } from '../../../../cloudfunctions/contract/partner';
import { networkOf } from '../../../../cloudfunctions/domain/network';
import { type Judgement, judgeRide } from '../../../../cloudfunctions/domain/rides/judge-ride';
import { reductionGrams } from '../../../../miniprogram/proof';
import * as fc from '../../../support/fast-check';
import { context, DAY_MS, MINUTE_MS, MORNING_MS, placeOf } from './make-ride';

const names = networkOf('shenzhen')!.stations.map(({ name }) => name);
const anyPlace = fc.oneof(
  { arbitrary: fc.constantFrom(...names), weight: 8 },
  { arbitrary: fc.string({ minLength: 1, maxLength: 64, unit: 'binary' }), weight: 1 },
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
);
const anyAtMs = fc.oneof(
  { arbitrary: fc.integer({ min: MORNING_MS - 32 * DAY_MS, max: MORNING_MS + DAY_MS }), weight: 5 },
  { arbitrary: fc.integer({ min: 0, max: 8_640_000_000_000 }), weight: 1 },
);

/** Anything that the contract lets in, much of it close to a good ride. */
const anyRide: fc.Arbitrary<PartnerRide> = fc
  .record({
    mode: fc.oneof(
      fc.constantFrom('metro', 'bus', 'shared-bike', 'ferry', '__proto__'),
      fc.string({ minLength: 1, maxLength: 32 }),
    ),
    from: anyPlace,
    to: anyPlace,
    atMs: anyAtMs,
    lasts: fc.oneof(
      { arbitrary: fc.integer({ min: 0, max: 300 * MINUTE_MS }), weight: 9 },
      { arbitrary: anyAtMs, weight: 1 },
    ),
    metres: fc.option(fc.oneof(fc.nat(40_000), fc.nat(10_000_000)), { nil: undefined }),
  })
  .map(({ mode, from, to, atMs, lasts, metres }) => ({
    ticketId: 'ticket',
    riderToken: 'token',
    mode,
    entry: placeOf(from, atMs),
    exit: placeOf(to, Math.min(atMs + lasts, 8_640_000_000_000)),
    ...(metres === undefined ? {} : { distanceMetres: metres }),
  }));

const isGood = (judgement: Judgement, ride: PartnerRide): boolean => {
  if ('rejected' in judgement) return judgement.rejected.message === rideRejections[judgement.rejected.code];
  const { accepted } = judgement;
  return (
    accepted.grams === reductionGrams(accepted.factorRow, accepted.distanceMetres) &&
    accepted.distanceMetres <= (ride.distanceMetres ?? Number.POSITIVE_INFINITY) &&
    accepted.distanceMetres <= (accepted.measured.path?.metres ?? Number.POSITIVE_INFINITY) &&
    accepted.toMs - accepted.fromMs <= 240 * MINUTE_MS
  );
};

test('never throws, and whatever it takes is sound', () => {
  const seen = { accepted: 0, rejected: 0 };
  fc.assert(
    fc.property(anyRide, ride => {
      expect(partnerRide.safeParse(ride).success).toBe(true);
      const judgement = judgeRide(ride, context);
      seen['accepted' in judgement ? 'accepted' : 'rejected'] += 1;
      expect(isGood(judgement, ride)).toBe(true);
    }),
    { numRuns: 3000 * (process.env.SOAK === '1' ? 50 : 1) },
  );
  expect(Math.min(seen.accepted, seen.rejected)).toBeGreaterThan(50);
});
