import { firstRoles } from '../../contract/permissions';
import { type CollectionDeclaration, functionsOnly, indexOn, uniqueOn } from '../../platform/deployment';
import { TEAM_ID } from './team-id';

export const collections: CollectionDeclaration[] = [
  {
    name: 'staff_team',
    rule: functionsOnly,
    indexes: [],
    seed: [{ _id: TEAM_ID, version: 1, roles: firstRoles, grants: {}, usedClaimHashes: [] }],
  },
  {
    name: 'staff_members',
    rule: functionsOnly,
    indexes: [
      // The job that disables idle accounts.
      indexOn('state', 'lastActiveDay'),
      indexOn('superiorId'),
    ],
  },
  { name: 'staff_identities', rule: functionsOnly, indexes: [] },
  { name: 'staff_applicants', rule: functionsOnly, indexes: [] },
  {
    name: 'staff_applications',
    rule: functionsOnly,
    indexes: [
      // Those that wait to be opened.
      indexOn('state', 'approvedAtMs'),
    ],
  },
  {
    name: 'staff_reviews',
    rule: functionsOnly,
    indexes: [indexOn('quarter')],
  },
  {
    name: 'staff_reminders',
    rule: functionsOnly,
    indexes: [uniqueOn('staffId', '-position'), indexOn('expiresAtMs')],
  },
];
