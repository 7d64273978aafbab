import type { CollectionDeclaration } from '../../platform/deployment';

const functionsOnly = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  { name: 'ledger_totals', rule: functionsOnly, indexes: [] },
  { name: 'ledger_checkpoints', rule: functionsOnly, indexes: [] },
  {
    name: 'ledger_day_parts',
    rule: functionsOnly,
    indexes: [
      {
        // Those of days that were done with long ago.
        name: 'expiresAtMs',
        unique: false,
        fields: [{ field: 'expiresAtMs', direction: 1 }],
      },
    ],
  },
  { name: 'ledger_verification', rule: functionsOnly, indexes: [] },
  {
    name: 'ledger_findings',
    rule: functionsOnly,
    indexes: [
      {
        // What is wrong at present, the first one found first.
        name: 'isPresent_foundAtMs',
        unique: false,
        fields: [
          { field: 'isPresent', direction: 1 },
          { field: 'foundAtMs', direction: 1 },
        ],
      },
    ],
  },
];
