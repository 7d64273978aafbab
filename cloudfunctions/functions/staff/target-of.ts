/** How targets are named in the audit log, by the field of the input that names them. The first one counts. */
const names: readonly (readonly [field: string, prefix: string])[] = [
  ['approvalId', 'approval'],
  ['applicationId', 'application'],
  ['staffId', 'staff'],
  ['roleId', 'role'],
  ['partnerId', 'partner'],
  ['setId', 'factors'],
  ['uid', 'rider'],
  ['number', 'rider'],
  ['account', 'chain'],
  ['entryKey', 'entry'],
  ['alarmId', 'alarm'],
  ['reportId', 'report'],
  ['origin', 'pool'],
  ['fundId', 'fund'],
  ['merchantId', 'account:merchant'],
  ['day', 'day'],
  ['station', 'station'],
];

/** An account of the ledger as the audit log names it: a rider's by its rider. */
export const accountTarget = (accountId: string): string =>
  accountId.startsWith('user:') ? accountId.replace('user', 'rider') : `account:${accountId}`;

/** Longer than every id; what an outsider sends as one is not kept at full length. */
const LONGEST_ID = 64;

/** What a checked input is about, e.g. `staff:<id>`; null when it names nothing. It has not been looked for. */
export function targetOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null;
  const fields = input as Record<string, unknown>;
  if (typeof fields.accountId === 'string') return accountTarget(fields.accountId).slice(0, LONGEST_ID);
  const named = names.find(([field]) => typeof fields[field] === 'string');
  return named ? `${named[1]}:${String(fields[named[0]]).slice(0, LONGEST_ID)}` : null;
}
