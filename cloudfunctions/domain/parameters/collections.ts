import type { CollectionDeclaration } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'parameters',
    rule: { read: false, write: false },
    indexes: [
      { name: 'activeFromMs', unique: false, fields: [{ field: 'activeFromMs', direction: -1 }] },
      { name: 'version', unique: true, fields: [{ field: 'version', direction: 1 }] },
    ],
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
