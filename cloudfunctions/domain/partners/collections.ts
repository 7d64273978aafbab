import type { CollectionDeclaration } from '../../platform/deployment';

const rule = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  {
    name: 'partner_nonces',
    rule,
    indexes: [{ name: 'expiresAtMs', unique: false, fields: [{ field: 'expiresAtMs', direction: 1 }] }],
  },
  // Few, read all at once in the order of their ids.
  { name: 'partners', rule, indexes: [] },
  { name: 'partner_uses', rule, indexes: [] },
  { name: 'partner_trials', rule, indexes: [] },
];
