import * as fc from '../../../support/fast-check';

/** A step of a rider's history; times are given by how far the clock moves, backwards as well. */
export type Step =
  | { do: 'credit'; kind: 'carbon' | 'bonus'; origin: string; amount: number; afterMs: number }
  /** Takes back the `which`th earlier credit, counted around. */
  | { do: 'reverse'; which: number; afterMs: number }
  | { do: 'spend' | 'hold'; kinds: ('carbon' | 'bonus')[]; amount: number; afterMs: number }
  /** Ends the `which`th hold, counted around. */
  | { do: 'post' | 'void'; which: number; afterMs: number }
  /** Books out the month that lies `monthsAgo`. */
  | { do: 'expire'; monthsAgo: number; afterMs: number };

const HOUR_MS = 3_600_000;
const afterMs = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3 * HOUR_MS, max: 30 * HOUR_MS }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 45 * 24 * HOUR_MS }) },
);
const amount = fc.integer({ min: 1, max: 30 });
const kinds = fc.subarray<'carbon' | 'bonus'>(['carbon', 'bonus'], { minLength: 1 });
const carbonOrigin = fc
  .tuple(fc.constantFrom('sz-2021', 'gz'), fc.constantFrom('2026-09', '2026-10', '2026-11'))
  .map(parts => parts.join(':'));

const credit: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('credit'),
    kind: fc.constant('carbon'),
    origin: carbonOrigin,
    amount,
    afterMs,
  }),
  fc.record({
    do: fc.constant('credit'),
    kind: fc.constant('bonus'),
    origin: fc.constant('-'),
    amount,
    afterMs,
  }),
);
const reverse: fc.Arbitrary<Step> = fc.record({ do: fc.constant('reverse'), which: fc.nat(40), afterMs });
const use: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom('spend', 'hold'), kinds, amount, afterMs });
const end: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('post', 'void'),
  which: fc.nat(20),
  afterMs,
});
const expire: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('expire'),
  monthsAgo: fc.integer({ min: 0, max: 2 }),
  afterMs,
});

/** Credits come and are taken back. */
export const postings: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: credit }, { weight: 2, arbitrary: reverse }),
  { minLength: 1, maxLength: 40, size: 'max' },
);
/** The same together with everything by which a rider's credits are set aside and leave. */
export const everyStep: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: credit },
    { weight: 2, arbitrary: reverse },
    { weight: 3, arbitrary: use },
    { weight: 3, arbitrary: end },
    { weight: 1, arbitrary: expire },
  ),
  { minLength: 1, maxLength: 40, size: 'max' },
);

/**
 * `npm run soak` sets SOAK: fifty times as many histories. The time limit, far above what they take on a busy machine,
 * ends the search for a smaller counterexample, which a long history could keep going for an hour.
 */
export const runs = (count: number) => {
  const scale = process.env.SOAK ? 50 : 1;
  return { numRuns: count * scale, interruptAfterTimeLimit: 600_000 * scale, markInterruptAsFailure: true };
};
