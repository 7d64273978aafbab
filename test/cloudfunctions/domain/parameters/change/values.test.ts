import {
  changesBetween,
  differenceOf,
  withValues,
} from '../../../../../cloudfunctions/domain/parameters/change/apply-changes';
import { valueProblem } from '../../../../../cloudfunctions/domain/parameters/change/check-values';
import { definitions, groups } from '../../../../../cloudfunctions/domain/parameters/change/definitions';
import { collections } from '../../../../../cloudfunctions/domain/parameters/collections';
import { type Parameters, parametersProblem } from '../../../../../cloudfunctions/domain/parameters/rules';

const seed = collections[0]?.seed?.[0] as unknown as Parameters;

/** Every number of a version, by its path. */
function numbersOf(value: unknown, path: string): string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    numbersOf(inner, path === '' ? name : `${path}.${name}`),
  );
}

test('every number of the first version has its line in the table, with words and bounds that it keeps', () => {
  const { _id, version, activeFromMs, ...numbers } = seed as Parameters & { _id: string };
  const paths = definitions.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(numbersOf(numbers, '')));
  expect(new Set(paths).size).toBe(groups.flatMap(group => group.definitions).length);
  for (const { label, effect, unit, least, most } of definitions) {
    expect([label, effect, unit].filter(text => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
    expect(least).toBeLessThan(most);
  }
  expect(valueProblem(seed)).toBeNull();
});

test.each(definitions.map(one => [one.path, one] as const))('%s is changed alone', (_path, one) => {
  const value = one.read(seed) === one.most ? one.least : one.most;
  const changed = one.write(seed, value);
  expect(changesBetween(seed, changed)).toEqual([{ path: one.path, before: one.read(seed), after: value }]);
  expect(parametersProblem(changed)).toBeNull();
  expect(one.write(changed, one.read(seed))).toMatchObject(seed);
});

describe('a value is refused', () => {
  test.each<[string, string, number, string]>([
    ['below its bound', 'earning.dayCapGrams', 499, 'earning.dayCapGrams'],
    ['above its bound', 'earning.dayCapGrams', 100_001, 'earning.dayCapGrams'],
    ['that is no whole number', 'ledger.expiryMonths', 12.5, 'ledger.expiryMonths'],
    ['that is no number', 'ledger.expiryMonths', Number.NaN, 'ledger.expiryMonths'],
    ['of a month below the day', 'earning.monthCapGrams', 9_999, 'earning.monthCapGrams'],
    ['that leaves no room for lots', 'ledger.lotLimit', 81, 'ledger.lotLimit'],
    ['that makes more lots than there is room for', 'ledger.expiryMonths', 60, 'ledger.lotLimit'],
    ['of a yes or no that is neither', 'staff.applicationChain.office', 2, 'staff.applicationChain.office'],
    ['of a parameter that is none', 'earning.constructor', 1, 'earning.constructor'],
    ['of an object', 'earning', 1, 'earning'],
  ])('%s', (_name, path, value, field) => {
    const attempt = () => withValues(seed, [{ path, value }]);
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', details: expect.objectContaining({ field }) }),
    );
  });

  test('each at its bound is taken', () => {
    expect(withValues(seed, [{ path: 'earning.dayCapGrams', value: 500 }]).earning.dayCapGrams).toBe(500);
    expect(withValues(seed, [{ path: 'ledger.lotLimit', value: 82 }]).ledger.lotLimit).toBe(82);
  });
});

describe('the chain of approvers', () => {
  const chain = (...values: [string, number][]) =>
    withValues(
      seed,
      values.map(([link, value]) => ({ path: `staff.applicationChain.${link}`, value })),
    ).staff?.applicationChain;

  test('keeps its order, whatever is taken out and put back', () => {
    expect(chain(['office', 0])).toEqual(['superior', 'network']);
    expect(chain(['superior', 0], ['network', 0], ['superior', 1])).toEqual(['superior', 'office']);
  });

  test('is never empty', () => {
    expect(() => chain(['superior', 0], ['office', 0], ['network', 0])).toThrow('INVALID_INPUT');
  });
});

test('people read a change in words', () => {
  expect(differenceOf({ path: 'earning.monthCapGrams', before: 200_000, after: 1_000_000 })).toEqual({
    label: '每人每月入账上限',
    before: '200,000 克',
    after: '1,000,000 克',
  });
});
