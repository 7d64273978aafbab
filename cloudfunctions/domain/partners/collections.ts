import type { CollectionDeclaration } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'partner_nonces',
    rule: { read: false, write: false },
    indexes: [{ name: 'expiresAtMs', unique: false, fields: [{ field: 'expiresAtMs', direction: 1 }] }],
  },
];
