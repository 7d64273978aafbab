import type { CollectionDeclaration } from '../../platform/deployment';

const rule = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  { name: 'message_consents', rule, indexes: [] },
  {
    name: 'queued_messages',
    rule,
    indexes: [
      {
        // Messages to be sent.
        name: 'dueAtMs',
        unique: false,
        fields: [{ field: 'dueAtMs', direction: 1 }],
      },
      {
        // A rider's messages, for the export.
        name: 'uid_position',
        unique: true,
        fields: [
          { field: 'uid', direction: 1 },
          { field: 'position', direction: 1 },
        ],
      },
      {
        // Those that are forgotten.
        name: 'expiresAtMs',
        unique: false,
        fields: [{ field: 'expiresAtMs', direction: 1 }],
      },
    ],
  },
];
