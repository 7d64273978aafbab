import type { CollectionDeclaration } from '../../platform/deployment';

const rule = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  {
    name: 'rider_tokens',
    rule,
    indexes: [
      {
        name: 'uid_boundAtMs',
        unique: false,
        fields: [
          { field: 'uid', direction: 1 },
          { field: 'boundAtMs', direction: -1 },
        ],
      },
      {
        // The job that credits waiting rides looks for times above zero.
        name: 'creditDueAtMs',
        unique: false,
        fields: [{ field: 'creditDueAtMs', direction: 1 }],
      },
    ],
  },
  {
    name: 'unbound_cards',
    rule,
    indexes: [
      {
        // A partner's, in the order in which they were unbound.
        name: 'partnerId_position',
        unique: false,
        fields: [
          { field: 'partnerId', direction: 1 },
          { field: 'position', direction: 1 },
        ],
      },
      { name: 'expiresAtMs', unique: false, fields: [{ field: 'expiresAtMs', direction: 1 }] },
    ],
  },
  {
    name: 'bind_codes',
    rule,
    indexes: [
      { name: 'expiresAtMs', unique: false, fields: [{ field: 'expiresAtMs', direction: 1 }] },
      {
        // Codes of an account that is closed.
        name: 'uid',
        unique: false,
        fields: [{ field: 'uid', direction: 1 }],
      },
    ],
  },
];
