import type { CollectionDeclaration } from '../../platform/deployment';

const rule = { read: false, write: false } as const;
const byExpiry = {
  name: 'expiresAtMs',
  unique: false,
  fields: [{ field: 'expiresAtMs', direction: 1 as const }],
};

export const collections: CollectionDeclaration[] = [
  { name: 'rate_windows', rule, indexes: [byExpiry] },
  { name: 'rate_histories', rule, indexes: [byExpiry] },
];
