import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';

/** Seals and their leaves are found by ids that sort like kind, day and number. */
export const collections: CollectionDeclaration[] = [
  { name: 'seals', rule: functionsOnly, indexes: [] },
  { name: 'seal_leaves', rule: functionsOnly, indexes: [] },
  {
    name: 'seal_intakes',
    rule: functionsOnly,
    indexes: [
      // The job that moves sealed intake into pools.
      indexOn('isPooled', '_id'),
    ],
  },
];
