import type { CollectionDeclaration } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  { name: 'step_books', rule: { read: false, write: false }, indexes: [] },
];
