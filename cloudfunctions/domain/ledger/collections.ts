import type { CollectionDeclaration } from '../../platform/deployment';

const functionsOnly = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  { name: 'ledger_accounts', rule: functionsOnly, indexes: [] },
  {
    name: 'ledger_entries',
    rule: functionsOnly,
    indexes: [
      {
        // Statements; unique, so that two entries can never take one number of an account.
        name: 'account_seq',
        unique: true,
        fields: [
          { field: 'account', direction: 1 },
          { field: 'seq', direction: -1 },
        ],
      },
      {
        // The balance of a midnight; times never decrease along an account's numbers.
        name: 'account_atMs_seq',
        unique: false,
        fields: [
          { field: 'account', direction: 1 },
          { field: 'atMs', direction: -1 },
          { field: 'seq', direction: -1 },
        ],
      },
      {
        // The day's seal and export walk along the days.
        name: 'day_id',
        unique: false,
        fields: [
          { field: 'day', direction: 1 },
          { field: '_id', direction: 1 },
        ],
      },
    ],
  },
];
