import type { CollectionDeclaration } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  { name: 'rider_days', rule: { read: false, write: false }, indexes: [] },
];
