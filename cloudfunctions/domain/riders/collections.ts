import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'riders',
    rule: functionsOnly,
    indexes: [
      // The job that finishes withdrawals looks for times above zero.
      indexOn('unbindDueUpToMs'),
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
    rule: functionsOnly,
    indexes: [
      // Whoever closes an account knows the uid only.
      indexOn('uid'),
    ],
  },
  { name: 'closed_riders', rule: functionsOnly, indexes: [] },
  { name: 'left_identities', rule: functionsOnly, indexes: [indexOn('expiresAtMs')] },
  {
    name: 'onboarding_marks',
    rule: functionsOnly,
    indexes: [
      // How many riders came how far, by day.
      indexOn('day', 'step', 'action'),
    ],
  },
];
