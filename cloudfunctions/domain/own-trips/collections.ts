import type { CollectionDeclaration } from '../../platform/deployment';

const functionsOnly = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  {
    name: 'own_trips',
    rule: functionsOnly,
    indexes: [
      {
        // A rider's own trips, latest first.
        name: 'uid_timeline',
        unique: false,
        fields: [
          { field: 'uid', direction: 1 },
          { field: 'timeline', direction: -1 },
        ],
      },
    ],
  },
  { name: 'own_trip_months', rule: functionsOnly, indexes: [] },
];
