import type { CollectionDeclaration } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'personal_exports',
    rule: { read: false, write: false },
    indexes: [
      {
        // A rider's latest.
        name: 'uid_requestedAtMs',
        unique: false,
        fields: [
          { field: 'uid', direction: 1 },
          { field: 'requestedAtMs', direction: -1 },
        ],
      },
      {
        // The job goes on with what was cut off.
        name: 'state_retryFromMs',
        unique: false,
        fields: [
          { field: 'state', direction: 1 },
          { field: 'retryFromMs', direction: 1 },
        ],
      },
      // The job removes what is over.
      { name: 'expiresAtMs', unique: false, fields: [{ field: 'expiresAtMs', direction: 1 }] },
    ],
  },
];
