import type { CollectionDeclaration } from '../../platform/deployment';
import { exampleOffers } from './seed';

const functionsOnly = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  {
    name: 'benefit_offers',
    rule: functionsOnly,
    indexes: [
      {
        // Those that are open, in their order.
        name: 'isOpen_place',
        unique: false,
        fields: [
          { field: 'isOpen', direction: 1 },
          { field: 'place', direction: 1 },
        ],
      },
    ],
    seed: exampleOffers.map(offer => ({ ...offer })),
  },
  {
    name: 'benefits',
    rule: functionsOnly,
    indexes: [
      {
        // A rider's benefits, latest first.
        name: 'uid_position',
        unique: true,
        fields: [
          { field: 'uid', direction: 1 },
          { field: 'position', direction: -1 },
        ],
      },
      {
        // What a partner has still to give, in the order in which it was ordered.
        name: 'partnerId_state_position',
        unique: false,
        fields: [
          { field: 'partnerId', direction: 1 },
          { field: 'state', direction: 1 },
          { field: 'position', direction: 1 },
        ],
      },
      {
        // The job that brings back what was not given in time.
        name: 'dueAtMs_id',
        unique: false,
        fields: [
          { field: 'dueAtMs', direction: 1 },
          { field: '_id', direction: 1 },
        ],
      },
    ],
  },
];
