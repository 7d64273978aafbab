import {
  type Caps,
  capGrams,
  findOverlap,
  overlaps,
} from '../../../../cloudfunctions/domain/rider-days/rules';
import * as fc from '../../../support/fast-check';

const MINUTE_MS = 60_000;
const span = (fromMinute: number, toMinute: number) => ({
  fromMs: fromMinute * MINUTE_MS,
  toMs: toMinute * MINUTE_MS,
});

test.each([
  ['one after the other', span(0, 10), span(20, 30), false],
  ['one touching the other', span(0, 10), span(10, 20), false],
  ['one millisecond shared', span(0, 10), { fromMs: 10 * MINUTE_MS - 1, toMs: 20 * MINUTE_MS }, true],
  ['one within the other', span(0, 30), span(10, 20), true],
  ['the same', span(0, 10), span(0, 10), true],
])('%s', (_, one, other, expected) => {
  expect(overlaps(one, other)).toBe(expected);
  expect(overlaps(other, one)).toBe(expected);
});

test('finds the first trip that shares time, or none', () => {
  const trips = [
    { tripId: 'a', ...span(0, 10) },
    { tripId: 'b', ...span(20, 30) },
    { tripId: 'c', ...span(30, 40) },
  ];
  expect(findOverlap(trips, 25 * MINUTE_MS, 35 * MINUTE_MS)?.tripId).toBe('b');
  expect(findOverlap(trips, 10 * MINUTE_MS, 20 * MINUTE_MS)).toBeNull();
  expect(findOverlap([], 0, 1)).toBeNull();
});

const anySpan = fc
  .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
  .map(([from, length]) => span(from, from + length));

test('two trips overlap just when they share a millisecond, whichever is asked first', () => {
  fc.assert(
    fc.property(anySpan, anySpan, (one, other) => {
      const sharedMs = Math.min(one.toMs, other.toMs) - Math.max(one.fromMs, other.fromMs);
      expect(overlaps(one, other)).toBe(sharedMs > 0);
      expect(overlaps(other, one)).toBe(sharedMs > 0);
    }),
  );
});

const caps: Caps = { dayCapGrams: 10_000, monthCapGrams: 200_000, sourceDayCapGrams: { partner: 8_000 } };

test.each<[string, Partial<Parameters<typeof capGrams>[0]>, number, string | null]>([
  ['all of it below every cap', { grams: 500 }, 500, null],
  ['all of it up to the cap exactly', { grams: 8_000 }, 8_000, null],
  ['the part below the source’s cap', { grams: 8_001 }, 8_000, 'source'],
  ['the room that the source has left', { grams: 500, gramsBySource: { partner: 7_900 } }, 100, 'source'],
  [
    'the room of the day, all sources together',
    { grams: 500, gramsBySource: { partner: 100, track: 9_800 } },
    100,
    'day',
  ],
  ['the room of the month', { grams: 500, monthGrams: 199_700 }, 300, 'month'],
  [
    'nothing in a day that is full by one source, whose own cap is as high',
    {
      grams: 500,
      gramsBySource: { partner: 10_000 },
      caps: { ...caps, sourceDayCapGrams: { partner: 10_000 } },
    },
    0,
    'day',
  ],
  ['nothing in a full day', { grams: 500, gramsBySource: { track: 10_000 } }, 0, 'day'],
  ['nothing when a cap was lowered below the sum', { grams: 500, monthGrams: 300_000 }, 0, 'month'],
  ['nothing, uncapped, for no grams', { grams: 0 }, 0, null],
  ['a source without a cap up to the day’s', { grams: 11_000, source: 'track' }, 10_000, 'day'],
  ['a source named like a method up to the day’s', { grams: 11_000, source: 'constructor' }, 10_000, 'day'],
  [
    'the tightest of several',
    { grams: 9_999, gramsBySource: { partner: 100 }, monthGrams: 199_999 },
    1,
    'month',
  ],
])('pays %s', (_, change, payGrams, cappedBy) => {
  const question = { grams: 0, source: 'partner', gramsBySource: {}, monthGrams: 0, caps, ...change };
  expect(capGrams(question)).toEqual({ payGrams, cappedBy });
});

const smallCaps = fc.record({
  dayCapGrams: fc.nat(300),
  monthCapGrams: fc.nat(300),
  sourceDayCapGrams: fc.record({ partner: fc.nat(300), track: fc.nat(300) }, { requiredKeys: [] }),
});
const anyTrips = fc.array(
  fc.record({ grams: fc.nat(100), source: fc.constantFrom('partner', 'track', 'code') }),
);

test('no order of trips exceeds a cap, and none leaves room unused', () => {
  fc.assert(
    fc.property(smallCaps, anyTrips, (limits, trips) => {
      const gramsBySource: Record<string, number> = {};
      let monthGrams = 0;
      for (const { grams, source } of trips) {
        const { payGrams, cappedBy } = capGrams({ grams, source, gramsBySource, monthGrams, caps: limits });
        expect(payGrams < grams).toBe(cappedBy !== null);
        gramsBySource[source] = (gramsBySource[source] ?? 0) + payGrams;
        monthGrams += payGrams;
        const bound = {
          source: limits.sourceDayCapGrams[source as 'partner'],
          day: limits.dayCapGrams,
          month: limits.monthCapGrams,
        };
        expect(gramsBySource[source]!).toBeLessThanOrEqual(bound.source ?? Number.POSITIVE_INFINITY);
        expect(monthGrams).toBeLessThanOrEqual(Math.min(bound.day, bound.month));
        if (cappedBy === 'source') expect(gramsBySource[source]).toBe(bound.source);
        else if (cappedBy !== null) expect(monthGrams).toBe(bound[cappedBy]);
      }
    }),
  );
});
