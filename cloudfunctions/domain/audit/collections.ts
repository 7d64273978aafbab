import { GENESIS } from '../../../miniprogram/proof';
import {
  type CollectionDeclaration,
  type CollectionIndex,
  functionsOnly,
  indexOn,
  uniqueOn,
} from '../../platform/deployment';

/** Latest first, of what has these fields in common. */
const timelineOf = (...fields: string[]): CollectionIndex => indexOn(...fields, '-timeline');

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
      // One chain in order; unique, so that two entries can never take one number.
      uniqueOn('account', 'seq'),
      timelineOf(),
      // The fewest entries are of one target. Of indexes that serve a filter equally far the first one is taken.
      timelineOf('target'),
      timelineOf('actorId'),
      timelineOf('action'),
      timelineOf('actorId', 'action'),
    ],
  },
];
