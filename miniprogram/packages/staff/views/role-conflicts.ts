/** Roles that should not be one person's, as the server tells those who decide. */
const conflicts: readonly (readonly [one: string, others: readonly string[], why: string])[] = [
  [
    'auditor',
    ['director', 'account-admin', 'finance', 'user-ops', 'channel', 'customer-service'],
    '审计与业务由同一人担任，自己的操作由自己审计',
  ],
  ['finance', ['user-ops', 'channel'], '申请与审批由同一人担任'],
];

/** Why these roles should not be one person's, in words; empty when nothing speaks against it. */
export const conflictText = (roleIds: readonly string[]): string =>
  conflicts.find(
    ([one, others]) => roleIds.includes(one) && others.some(other => roleIds.includes(other)),
  )?.[2] ?? '';
