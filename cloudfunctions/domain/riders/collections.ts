import type { CollectionDeclaration } from '../../platform/deployment';

const rule = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  {
    name: 'riders',
    rule,
    indexes: [
      {
        // The job that finishes withdrawals looks for times above zero.
        name: 'unbindDueUpToMs',
        unique: false,
        fields: [{ field: 'unbindDueUpToMs', direction: 1 }],
      },
    ],
  },
  { name: 'rider_identities', rule, indexes: [] },
  {
    name: 'onboarding_marks',
    rule,
    indexes: [
      {
        // How many riders came how far, by day.
        name: 'day_step_action',
        unique: false,
        fields: [
          { field: 'day', direction: 1 },
          { field: 'step', direction: 1 },
          { field: 'action', direction: 1 },
        ],
      },
    ],
  },
];
