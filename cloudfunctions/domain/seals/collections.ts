import type { CollectionDeclaration } from '../../platform/deployment';

const functionsOnly = { read: false, write: false } as const;

/** Seals and their leaves are found by ids that sort like kind, day and number. */
export const collections: CollectionDeclaration[] = [
  { name: 'seals', rule: functionsOnly, indexes: [] },
  { name: 'seal_leaves', rule: functionsOnly, indexes: [] },
  {
    name: 'seal_intakes',
    rule: functionsOnly,
    indexes: [
      {
        // The job that moves sealed intake into pools.
        name: 'isPooled_id',
        unique: false,
        fields: [
          { field: 'isPooled', direction: 1 },
          { field: '_id', direction: 1 },
        ],
      },
    ],
  },
];
