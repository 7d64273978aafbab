import type { CollectionDeclaration } from '../../platform/deployment';

const functionsOnly = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  {
    name: 'ledger_accounts',
    rule: functionsOnly,
    indexes: [
      {
        // The job that expires lots.
        name: 'nextExpiryOn_id',
        unique: false,
        fields: [
          { field: 'nextExpiryOn', direction: 1 },
          { field: '_id', direction: 1 },
        ],
      },
      {
        // The job that voids holds past their deadline.
        name: 'nextDeadlineMs_id',
        unique: false,
        fields: [
          { field: 'nextDeadlineMs', direction: 1 },
          { field: '_id', direction: 1 },
        ],
      },
    ],
  },
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
  {
    name: 'pool_serials',
    rule: functionsOnly,
    indexes: [
      {
        // From a gram's number to where it came from and where it went.
        name: 'origin_direction_from',
        unique: true,
        fields: [
          { field: 'origin', direction: 1 },
          { field: 'direction', direction: 1 },
          { field: 'from', direction: 1 },
        ],
      },
      {
        // What was retired, latest first.
        name: 'counterpart_atMs',
        unique: false,
        fields: [
          { field: 'counterpart', direction: 1 },
          { field: 'atMs', direction: -1 },
        ],
      },
    ],
  },
  { name: 'ledger_leases', rule: functionsOnly, indexes: [] },
  { name: 'ledger_state', rule: functionsOnly, indexes: [] },
];
