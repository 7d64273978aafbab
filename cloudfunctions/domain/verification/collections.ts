import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  { name: 'ledger_totals', rule: functionsOnly, indexes: [] },
  { name: 'ledger_checkpoints', rule: functionsOnly, indexes: [] },
  {
    name: 'ledger_day_parts',
    rule: functionsOnly,
    indexes: [
      // Those of days that were done with long ago.
      indexOn('expiresAtMs'),
    ],
  },
  { name: 'ledger_verification', rule: functionsOnly, indexes: [] },
  {
    name: 'ledger_findings',
    rule: functionsOnly,
    indexes: [
      // What is wrong at present, the first one found first.
      indexOn('isPresent', 'foundAtMs'),
    ],
  },
];
