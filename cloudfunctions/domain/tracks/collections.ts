import type { CollectionDeclaration } from '../../platform/deployment';

const rule = { read: false, write: false } as const;
const byExpiry = {
  name: 'expiresAtMs',
  unique: false,
  fields: [{ field: 'expiresAtMs', direction: 1 as const }],
};
const ofRider = {
  name: 'uid_id',
  unique: false,
  fields: [
    { field: 'uid', direction: 1 as const },
    { field: '_id', direction: 1 as const },
  ],
};

export const collections: CollectionDeclaration[] = [
  { name: 'track_riders', rule, indexes: [] },
  { name: 'tracks', rule, indexes: [byExpiry, ofRider] },
  { name: 'track_segments', rule, indexes: [byExpiry, ofRider] },
  { name: 'track_marks', rule, indexes: [byExpiry, ofRider] },
];
