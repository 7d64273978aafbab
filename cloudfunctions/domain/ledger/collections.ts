import { type CollectionDeclaration, functionsOnly, indexOn, uniqueOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'ledger_accounts',
    rule: functionsOnly,
    indexes: [
      // The job that expires lots.
      indexOn('nextExpiryOn', '_id'),
      // The job that voids holds past their deadline.
      indexOn('nextDeadlineMs', '_id'),
    ],
  },
  {
    name: 'ledger_entries',
    rule: functionsOnly,
    indexes: [
      // Statements; unique, so that two entries can never take one number of an account.
      uniqueOn('account', '-seq'),
      // The balance of a midnight; times never decrease along an account's numbers.
      indexOn('account', '-atMs', '-seq'),
      // The day's seal and export walk along the days.
      indexOn('day', '_id'),
    ],
  },
  {
    name: 'pool_serials',
    rule: functionsOnly,
    indexes: [
      // From a gram's number to where it came from and where it went.
      uniqueOn('origin', 'direction', 'from'),
      // What was retired, latest first.
      indexOn('counterpart', '-atMs'),
    ],
  },
  { name: 'ledger_leases', rule: functionsOnly, indexes: [] },
  { name: 'ledger_state', rule: functionsOnly, indexes: [] },
];
