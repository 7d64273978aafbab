import { firstRoles } from '../../contract/permissions';
import type { CollectionDeclaration } from '../../platform/deployment';
import { TEAM_ID } from './team-id';

const rule = { read: false, write: false } as const;

export const collections: CollectionDeclaration[] = [
  {
    name: 'staff_team',
    rule,
    indexes: [],
    seed: [{ _id: TEAM_ID, version: 1, roles: firstRoles, grants: {}, usedClaimHashes: [] }],
  },
  {
    name: 'staff_members',
    rule,
    indexes: [
      {
        // The job that disables idle accounts.
        name: 'state_lastActiveDay',
        unique: false,
        fields: [
          { field: 'state', direction: 1 },
          { field: 'lastActiveDay', direction: 1 },
        ],
      },
      { name: 'superiorId', unique: false, fields: [{ field: 'superiorId', direction: 1 }] },
    ],
  },
  { name: 'staff_identities', rule, indexes: [] },
  { name: 'staff_applicants', rule, indexes: [] },
  {
    name: 'staff_applications',
    rule,
    indexes: [
      {
        // Those that wait to be opened.
        name: 'state_approvedAtMs',
        unique: false,
        fields: [
          { field: 'state', direction: 1 },
          { field: 'approvedAtMs', direction: 1 },
        ],
      },
    ],
  },
  {
    name: 'staff_reviews',
    rule,
    indexes: [{ name: 'quarter', unique: false, fields: [{ field: 'quarter', direction: 1 }] }],
  },
  {
    name: 'staff_reminders',
    rule,
    indexes: [
      {
        name: 'staffId_position',
        unique: true,
        fields: [
          { field: 'staffId', direction: 1 },
          { field: 'position', direction: -1 },
        ],
      },
      { name: 'expiresAtMs', unique: false, fields: [{ field: 'expiresAtMs', direction: 1 }] },
    ],
  },
];
