import { type CollectionDeclaration, functionsOnly, uniqueOn } from '../../platform/deployment';

const dueAt = (field: string) => ({
  name: field,
  unique: false,
  fields: [{ field, direction: 1 as const }],
});

const latestFirst = (field: string) => ({
  name: `${field}_timeline`,
  unique: false,
  fields: [
    { field, direction: 1 as const },
    { field: 'timeline', direction: -1 as const },
  ],
});

export const collections: CollectionDeclaration[] = [
  { name: 'approval_targets', rule: functionsOnly, indexes: [] },
  {
    name: 'approvals',
    rule: functionsOnly,
    indexes: [
      uniqueOn('-timeline'),
      // To-dos, what somebody asked for, and what is open of somebody who leaves.
      latestFirst('openFor'),
      latestFirst('requesterId'),
      latestFirst('state'),
      // What the jobs look for.
      dueAt('dueAtMs'),
      dueAt('remindAtMs'),
      dueAt('effectDueAtMs'),
    ],
  },
];
