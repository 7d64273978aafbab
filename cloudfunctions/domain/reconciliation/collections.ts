import type { CollectionDeclaration } from '../../platform/deployment';

/** Found by their ids. */
export const collections: CollectionDeclaration[] = [
  { name: 'partner_days', rule: { read: false, write: false }, indexes: [] },
];
