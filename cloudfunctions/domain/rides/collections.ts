import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'trips',
    rule: functionsOnly,
    indexes: [
      // A rider's trips, latest first.
      indexOn('uid', '-timeline'),
      // The rides that wait for a token to be bound.
      indexOn('tokenId', 'state', 'timeline'),
      // Reconciliation: a partner's day in the order of its tickets' digests.
      indexOn('partnerId', 'day', 'ticketDigest'),
      // Waits that are over.
      indexOn('expiresAtMs'),
    ],
  },
  { name: 'shared_cars', rule: functionsOnly, indexes: [indexOn('expiresAtMs')] },
];
