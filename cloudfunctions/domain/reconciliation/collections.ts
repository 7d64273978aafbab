import { type CollectionDeclaration, functionsOnly } from '../../platform/deployment';

/** Found by their ids. */
export const collections: CollectionDeclaration[] = [
  { name: 'partner_days', rule: functionsOnly, indexes: [] },
];
