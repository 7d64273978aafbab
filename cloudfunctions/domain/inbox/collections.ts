import type { CollectionDeclaration } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'notices',
    rule: { read: false, write: false },
    indexes: [
      {
        name: 'uid_position',
        unique: true,
        fields: [
          { field: 'uid', direction: 1 },
          { field: 'position', direction: -1 },
        ],
      },
      {
        // Counting and marking what is unread.
        name: 'uid_readAtMs_atMs',
        unique: false,
        fields: [
          { field: 'uid', direction: 1 },
          { field: 'readAtMs', direction: 1 },
          { field: 'atMs', direction: 1 },
        ],
      },
    ],
  },
];
