import { type CollectionDeclaration, functionsOnly } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  { name: 'rider_days', rule: functionsOnly, indexes: [] },
];
