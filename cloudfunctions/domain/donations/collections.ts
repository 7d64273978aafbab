import type { CollectionDeclaration } from '../../platform/deployment';
import { exampleFunds } from './seed';

const functionsOnly = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  {
    name: 'donation_funds',
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
    seed: exampleFunds.map(fund => ({ ...fund })),
  },
  {
    name: 'donations',
    rule: functionsOnly,
    indexes: [
      {
        // A rider's donations, latest first.
        name: 'uid_position',
        unique: true,
        fields: [
          { field: 'uid', direction: 1 },
          { field: 'position', direction: -1 },
        ],
      },
      {
        // The job that posts them.
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
