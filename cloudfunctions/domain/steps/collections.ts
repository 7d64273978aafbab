import { type CollectionDeclaration, functionsOnly } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  { name: 'step_books', rule: functionsOnly, indexes: [] },
];
