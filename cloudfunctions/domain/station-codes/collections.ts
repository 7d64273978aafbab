import type { CollectionDeclaration } from '../../platform/deployment';

const rule = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  { name: 'station_consents', rule, indexes: [] },
  {
    name: 'station_trips',
    rule,
    indexes: [{ name: 'expiresAtMs', unique: false, fields: [{ field: 'expiresAtMs', direction: 1 }] }],
  },
  { name: 'station_posters', rule, indexes: [] },
];
