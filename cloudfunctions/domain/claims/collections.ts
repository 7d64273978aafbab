import type { CollectionDeclaration } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'scheme_claims',
    rule: { read: false, write: false },
    indexes: [
      {
        // A rider's declarations, latest first.
        name: 'uid_position',
        unique: true,
        fields: [
          { field: 'uid', direction: 1 },
          { field: 'position', direction: -1 },
        ],
      },
    ],
  },
];
