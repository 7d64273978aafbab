import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'partner_nonces',
    rule: functionsOnly,
    indexes: [indexOn('expiresAtMs')],
  },
  // Few, read all at once in the order of their ids.
  { name: 'partners', rule: functionsOnly, indexes: [] },
  { name: 'partner_uses', rule: functionsOnly, indexes: [] },
  { name: 'partner_trials', rule: functionsOnly, indexes: [] },
];
