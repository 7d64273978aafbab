import {
  GramsInputError,
  MOST_METRES,
  MOST_MILLIGRAMS_PER_KM,
  type ReductionFactor,
  reductionGrams,
} from '../../../miniprogram/proof';
import * as fc from '../../support/fast-check';

test.each<[ReductionFactor, number, number]>([
  [{ reductionMilligramsPerKm: 46_700 }, 10_000, 467],
  [{ reductionMilligramsPerKm: 46_700 }, 1, 0],
  [{ reductionMilligramsPerKm: 46_700 }, 21, 0],
  [{ reductionMilligramsPerKm: 46_700 }, 22, 1],
  [{ reductionMilligramsPerKm: 33_880 }, 0, 0],
  [{ baselineMilligramsPerKm: 272_000, emissionMilligramsPerKm: 61_000 }, 22_000, 4642],
  [{ baselineMilligramsPerKm: 61_000, emissionMilligramsPerKm: 272_000 }, 22_000, 0],
  [{ reductionMilligramsPerKm: MOST_MILLIGRAMS_PER_KM }, MOST_METRES, 10_000_000],
])('%j over %d metres avoids %d grams', (factor, metres, grams) => {
  expect(reductionGrams(factor, metres)).toBe(grams);
});

test.each<[ReductionFactor, number, string]>([
  [{ reductionMilligramsPerKm: 46.7 }, 1, 'reductionMilligramsPerKm'],
  [{ reductionMilligramsPerKm: -1 }, 1, 'reductionMilligramsPerKm'],
  [{ reductionMilligramsPerKm: MOST_MILLIGRAMS_PER_KM + 1 }, 1, 'reductionMilligramsPerKm'],
  [{ reductionMilligramsPerKm: NaN }, 1, 'reductionMilligramsPerKm'],
  [{ baselineMilligramsPerKm: 1.5, emissionMilligramsPerKm: 1 }, 1, 'baselineMilligramsPerKm'],
  [{ baselineMilligramsPerKm: 2, emissionMilligramsPerKm: Infinity }, 1, 'emissionMilligramsPerKm'],
  [{ reductionMilligramsPerKm: 1 }, 0.5, 'metres'],
  [{ reductionMilligramsPerKm: 1 }, -1, 'metres'],
  [{ reductionMilligramsPerKm: 1 }, MOST_METRES + 1, 'metres'],
])('refuses %j over %d metres and names the field', (factor, metres, field) => {
  expect(() => reductionGrams(factor, metres)).toThrow(GramsInputError);
  expect(() => reductionGrams(factor, metres)).toThrow(expect.objectContaining({ field }));
});

const factors = fc.nat(MOST_MILLIGRAMS_PER_KM);
const distances = fc.nat(MOST_METRES);

test('is the exact floor, as big integers give it', () => {
  fc.assert(
    fc.property(factors, distances, (reductionMilligramsPerKm, metres) => {
      const exact = (BigInt(reductionMilligramsPerKm) * BigInt(metres)) / 1_000_000n;
      expect(reductionGrams({ reductionMilligramsPerKm }, metres)).toBe(Number(exact));
    }),
  );
});

test('a longer way never avoids less', () => {
  fc.assert(
    fc.property(factors, distances, distances, (reductionMilligramsPerKm, one, two) => {
      const factor = { reductionMilligramsPerKm };
      expect(reductionGrams(factor, Math.min(one, two))).toBeLessThanOrEqual(
        reductionGrams(factor, Math.max(one, two)),
      );
    }),
  );
});
