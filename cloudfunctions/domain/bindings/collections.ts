import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'rider_tokens',
    rule: functionsOnly,
    indexes: [
      indexOn('uid', '-boundAtMs'),
      // The job that credits waiting rides looks for times above zero.
      indexOn('creditDueAtMs'),
    ],
  },
  {
    name: 'unbound_cards',
    rule: functionsOnly,
    indexes: [
      // A partner's, in the order in which they were unbound.
      indexOn('partnerId', 'position'),
      indexOn('expiresAtMs'),
    ],
  },
  {
    name: 'bind_codes',
    rule: functionsOnly,
    indexes: [
      indexOn('expiresAtMs'),
      // Codes of an account that is closed.
      indexOn('uid'),
    ],
  },
];
