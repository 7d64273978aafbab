import type { CollectionDeclaration } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'alarms',
    rule: { read: false, write: false },
    indexes: [
      {
        // Those of a state, latest first.
        name: 'state_position',
        unique: true,
        fields: [
          { field: 'state', direction: 1 },
          { field: 'position', direction: -1 },
        ],
      },
    ],
  },
];
