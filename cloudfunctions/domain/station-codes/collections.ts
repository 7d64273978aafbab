import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  { name: 'station_consents', rule: functionsOnly, indexes: [] },
  {
    name: 'station_trips',
    rule: functionsOnly,
    indexes: [indexOn('expiresAtMs')],
  },
  { name: 'station_posters', rule: functionsOnly, indexes: [] },
];
