import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';

const byExpiry = indexOn('expiresAtMs');
const ofRider = indexOn('uid', '_id');

export const collections: CollectionDeclaration[] = [
  { name: 'track_riders', rule: functionsOnly, indexes: [] },
  { name: 'tracks', rule: functionsOnly, indexes: [byExpiry, ofRider] },
  { name: 'track_segments', rule: functionsOnly, indexes: [byExpiry, ofRider] },
  { name: 'track_marks', rule: functionsOnly, indexes: [byExpiry, ofRider] },
];
