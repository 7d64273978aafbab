import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';

const byExpiry = indexOn('expiresAtMs');

export const collections: CollectionDeclaration[] = [
  { name: 'rate_windows', rule: functionsOnly, indexes: [byExpiry] },
  { name: 'rate_histories', rule: functionsOnly, indexes: [byExpiry] },
];
