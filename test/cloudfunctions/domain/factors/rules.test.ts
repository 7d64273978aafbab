import { chooseFactorSet, type FactorSet, originOf, rowOf } from '../../../../cloudfunctions/domain/factors';
import { checkFactorSet, FactorSetError } from '../../../../cloudfunctions/domain/factors/check-factor-set';
import { collections } from '../../../../cloudfunctions/domain/factors/collections';
import { shenzhenFactorSet } from '../../../../cloudfunctions/domain/factors/seed';
import { reductionGrams } from '../../../../miniprogram/proof';

const setOf = (change: Partial<Record<keyof FactorSet, unknown>>) =>
  ({ ...shenzhenFactorSet, ...change }) as FactorSet;

test.each([
  ['metro', 46_700, '2021'],
  ['bus', 26_900, '2021'],
  ['shared-bike', 33_880, '2022'],
  ['shared-e-bike', 35_010, '2022'],
])(
  'the first set gives %s %d mg/km of %s, with its source and standing',
  (mode, reductionMilligramsPerKm, year) => {
    const row = rowOf(shenzhenFactorSet, mode);
    expect(row).toMatchObject({ form: 'reduction', reductionMilligramsPerKm, year, standing: 'secondary' });
    expect(row!.source).not.toBe('');
    expect(reductionGrams(row!, 1_000_000)).toBe(reductionMilligramsPerKm);
  },
);

test.each(['walking', 'car', '', 'constructor'])('the first set has no row for %j', mode => {
  expect(rowOf(shenzhenFactorSet, mode)).toBeUndefined();
});

test('the first set passes its own check and is seeded', () => {
  expect(checkFactorSet(shenzhenFactorSet)).toBe(shenzhenFactorSet);
  expect(collections[0]!.seed).toEqual([shenzhenFactorSet]);
});

const first = setOf({ _id: 'sz-2021', validFromDay: '2021-01-01', validToDay: null });
const second = setOf({ _id: 'sz-2026', validFromDay: '2026-11-01', validToDay: '2026-12-31' });
const twin = setOf({ _id: 'sz-2026b', validFromDay: '2026-11-01', validToDay: '2026-11-30' });
const beijing = setOf({ _id: 'bj-2019', city: 'beijing' });

test.each([
  ['before all', [first], '2020-12-31', undefined],
  ['on the first day', [first], '2021-01-01', 'sz-2021'],
  ['before the successor', [first, second], '2026-10-31', 'sz-2021'],
  ['on the successor’s first day', [first, second], '2026-11-01', 'sz-2026'],
  ['on the successor’s last day', [first, second], '2026-12-31', 'sz-2026'],
  ['after the successor', [first, second], '2027-01-01', 'sz-2021'],
  ['with two from one day', [first, twin, second], '2026-11-15', 'sz-2026b'],
  ['among other cities', [beijing], '2026-11-15', undefined],
])('%s the right set counts, in whatever order sets are listed', (_, sets, day, chosen) => {
  expect(chooseFactorSet(sets, 'shenzhen', day)?._id).toBe(chosen);
  expect(chooseFactorSet([...sets].reverse(), 'shenzhen', day)?._id).toBe(chosen);
});

test('the origin is the set and the month of entry', () => {
  expect(originOf(shenzhenFactorSet, '2026-11-30')).toBe('sz-2021:2026-11');
});

const row = shenzhenFactorSet.rows[0]!;

test.each<[string, Partial<Record<keyof FactorSet, unknown>>]>([
  ['an id that would blur origins', { _id: 'sz:2021' }],
  ['no city', { city: '' }],
  ['a first day that does not exist', { validFromDay: '2026-02-30' }],
  ['a first day of another type', { validFromDay: 20_260_201 }],
  ['a last day that is no day', { validToDay: 'never' }],
  ['no last day at all', { validToDay: undefined }],
  ['no rows', { rows: undefined }],
  ['two rows of one mode', { rows: [row, row] }],
  ['a number as text', { rows: [{ ...row, reductionMilligramsPerKm: '46700' }] }],
  ['grams where milligrams belong', { rows: [{ ...row, reductionMilligramsPerKm: 46.7 }] }],
  ['a row without a number', { rows: [{ mode: 'metro', form: 'reduction' }] }],
  ['a hole among the rows', { rows: [null] }],
])('a set with %s is refused as a whole', (_, change) => {
  expect(() => checkFactorSet(setOf(change))).toThrow(FactorSetError);
});

test('a set in the other form, baseline and emission, is good', () => {
  const rows = [{ ...row, baselineMilligramsPerKm: 272_000, emissionMilligramsPerKm: 61_000 }];
  const { reductionMilligramsPerKm: _, ...published } = rows[0]! as Record<string, unknown>;
  expect(() => checkFactorSet(setOf({ rows: [{ ...published, form: 'baseline-emission' }] }))).not.toThrow();
});
