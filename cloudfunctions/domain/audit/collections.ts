import { GENESIS } from '../../../miniprogram/proof';
import type { CollectionDeclaration, CollectionIndex } from '../../platform/deployment';

const functionsOnly = { read: false, write: false } as const;

/** Latest first, of what has these fields in common. */
const timelineOf = (...fields: string[]): CollectionIndex => ({
  name: [...fields, 'timeline'].join('_'),
  unique: false,
  fields: [
    ...fields.map(field => ({ field, direction: 1 as const })),
    { field: 'timeline', direction: -1 as const },
  ],
});

/** Chains that several actors may begin at the same moment are there from the beginning. */
const sharedChains = ['system', ...Array.from({ length: 16 }, (_, shard) => `outsider#${shard}`)].map(
  _id => ({
    _id,
    ...GENESIS,
    updatedAtMs: 0,
  }),
);

export const collections: CollectionDeclaration[] = [
  { name: 'audit_chains', rule: functionsOnly, indexes: [], seed: sharedChains },
  {
    name: 'audit_entries',
    rule: functionsOnly,
    indexes: [
      {
        // One chain in order; unique, so that two entries can never take one number.
        name: 'account_seq',
        unique: true,
        fields: [
          { field: 'account', direction: 1 },
          { field: 'seq', direction: 1 },
        ],
      },
      timelineOf(),
      // The fewest entries are of one target. Of indexes that serve a filter equally far the first one is taken.
      timelineOf('target'),
      timelineOf('actorId'),
      timelineOf('action'),
      timelineOf('actorId', 'action'),
    ],
  },
];
