import type { CollectionDeclaration } from '../../platform/deployment';

const functionsOnly = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  {
    name: 'trips',
    rule: functionsOnly,
    indexes: [
      {
        // A rider's trips, latest first.
        name: 'uid_timeline',
        unique: false,
        fields: [
          { field: 'uid', direction: 1 },
          { field: 'timeline', direction: -1 },
        ],
      },
      {
        // The rides that wait for a token to be bound.
        name: 'tokenId_state_timeline',
        unique: false,
        fields: [
          { field: 'tokenId', direction: 1 },
          { field: 'state', direction: 1 },
          { field: 'timeline', direction: 1 },
        ],
      },
      {
        // Reconciliation: a partner's day in the order of its tickets' digests.
        name: 'partnerId_day_ticketDigest',
        unique: false,
        fields: [
          { field: 'partnerId', direction: 1 },
          { field: 'day', direction: 1 },
          { field: 'ticketDigest', direction: 1 },
        ],
      },
      {
        // Waits that are over.
        name: 'expiresAtMs',
        unique: false,
        fields: [{ field: 'expiresAtMs', direction: 1 }],
      },
    ],
  },
];
