import type { Difference } from '../../../contract/staff/shapes';

/** Who writes down what others do should not do it himself; who asks for credits should not agree to them. */
const conflicts: readonly (readonly [one: string, others: readonly string[], why: string])[] = [
  [
    'auditor',
    ['director', 'account-admin', 'finance', 'user-ops', 'channel', 'customer-service'],
    '审计与业务由同一人担任，自己的操作由自己审计',
  ],
  ['finance', ['user-ops', 'channel'], '申请与审批由同一人担任'],
];

/** A line for those who decide about somebody's roles, where these roles should not be one person's; none otherwise. */
export const conflictLine = (roleIds: readonly string[]): Difference[] =>
  conflicts
    .filter(([one, others]) => roleIds.includes(one) && others.some(other => roleIds.includes(other)))
    .slice(0, 1)
    .map(([, , why]) => ({ label: '角色冲突', before: null, after: `${why}，请确认确有必要` }));
