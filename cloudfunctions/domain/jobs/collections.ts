import { type CollectionDeclaration, functionsOnly } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [{ name: 'job_runs', rule: functionsOnly, indexes: [] }];
