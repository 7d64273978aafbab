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
      {
        // The job that closes accounts looks for times above zero.
        name: 'deletion_dueAtMs',
        unique: false,
        fields: [{ field: 'deletion.dueAtMs', direction: 1 }],
      },
    ],
  },
  {
    name: 'rider_identities',
    rule,
    indexes: [
      {
        // Whoever closes an account knows the uid only.
        name: 'uid',
        unique: false,
        fields: [{ field: 'uid', direction: 1 }],
      },
    ],
  },
  { name: 'closed_riders', rule, indexes: [] },
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
