import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'own_trips',
    rule: functionsOnly,
    indexes: [
      // A rider's own trips, latest first.
      indexOn('uid', '-timeline'),
    ],
  },
  { name: 'own_trip_months', rule: functionsOnly, indexes: [] },
];
