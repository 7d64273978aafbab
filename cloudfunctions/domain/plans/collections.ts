import type { CollectionDeclaration } from '../../platform/deployment';

const functionsOnly = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  {
    name: 'plans',
    rule: functionsOnly,
    indexes: [
      {
        // A rider's plans, latest first.
        name: 'uid_position',
        unique: true,
        fields: [
          { field: 'uid', direction: 1 },
          { field: 'position', direction: -1 },
        ],
      },
      {
        // Those that the job looks at next.
        name: 'lookAtMs_id',
        unique: false,
        fields: [
          { field: 'lookAtMs', direction: 1 },
          { field: '_id', direction: 1 },
        ],
      },
      { name: 'expiresAtMs', unique: false, fields: [{ field: 'expiresAtMs', direction: 1 }] },
    ],
  },
  {
    name: 'plan_weeks',
    rule: functionsOnly,
    indexes: [
      {
        // A week's riders, for the summary.
        name: 'week_id',
        unique: false,
        fields: [
          { field: 'week', direction: 1 },
          { field: '_id', direction: 1 },
        ],
      },
      { name: 'expiresAtMs', unique: false, fields: [{ field: 'expiresAtMs', direction: 1 }] },
    ],
  },
  { name: 'favourite_places', rule: functionsOnly, indexes: [] },
];
