import { collections } from '../../../../cloudfunctions/domain/parameters/collections';
import {
  type Parameters,
  parametersProblem,
  versionAt,
} from '../../../../cloudfunctions/domain/parameters/rules';

const seed = collections[0]?.seed?.[0] as unknown as Parameters;

test('the version that a new installation starts with is sound and in force from the beginning', () => {
  expect(parametersProblem(seed)).toBeNull();
  expect(versionAt([seed], 0)).toBe(seed);
});

describe('a version that somebody typed', () => {
  const changed = (change: object): Parameters => ({ ...seed, ...change });
  test.each<[string, Parameters, string]>([
    [
      'a text for a number',
      changed({ earning: { ...seed.earning, dayCapGrams: '10000' } }),
      'earning.dayCapGrams',
    ],
    ['a fraction', changed({ ledger: { ...seed.ledger, expiryMonths: 1.5 } }), 'ledger.expiryMonths'],
    ['a negative cap', changed({ earning: { ...seed.earning, monthCapGrams: -1 } }), 'earning.monthCapGrams'],
    [
      'a wrong cap of one source',
      changed({ earning: { ...seed.earning, sourceDayCapGrams: { partner: null } } }),
      'earning.sourceDayCapGrams.partner',
    ],
    ['no ledger part', changed({ ledger: undefined }), 'ledger.expiryMonths'],
    [
      'no caps by source',
      changed({ earning: { dayCapGrams: 1, monthCapGrams: 1 } }),
      'earning.sourceDayCapGrams',
    ],
  ])('%s is not used', (_name, parameters, field) => {
    expect(parametersProblem(parameters)).toContain(field);
  });
});

describe('the version in force', () => {
  const versions = [
    { version: 3, activeFromMs: 300 },
    { version: 1, activeFromMs: 0 },
    { version: 2, activeFromMs: 100 },
    { version: 4, activeFromMs: 300 },
  ];
  test.each([
    [99, 1],
    [100, 2],
    [299, 2],
    [300, 4],
  ])('at %d is %d', (atMs, version) => {
    expect(versionAt(versions, atMs)?.version).toBe(version);
  });

  test('before any has started there is none', () => {
    expect(versionAt(versions, -1)).toBeUndefined();
  });
});
