import type { CollectionDeclaration } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  { name: 'job_runs', rule: { read: false, write: false }, indexes: [] },
];
