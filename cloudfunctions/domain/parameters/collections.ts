import { type CollectionDeclaration, functionsOnly, indexOn, uniqueOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'parameters',
    rule: functionsOnly,
    indexes: [indexOn('-activeFromMs'), uniqueOn('version')],
    seed: [
      {
        _id: '1',
        version: 1,
        activeFromMs: 0,
        earning: {
          dayCapGrams: 10_000,
          monthCapGrams: 200_000,
          sourceDayCapGrams: { partner: 10_000 },
        },
        ledger: { expiryMonths: 24, reversalWindowDays: 7, lotLimit: 128 },
      },
    ],
  },
];
