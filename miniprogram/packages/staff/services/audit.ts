import type { StaffInput, StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff } from './staff-rpc';

export type AuditPage = StaffOutput<'audit.search'>;
export type AuditFormat = StaffInput<'audit.export'>['format'];

/** All given conditions hold; times in milliseconds, `fromMs` included, `toMs` not. */
export type AuditFilter = Omit<StaffInput<'audit.search'>, 'cursor' | 'limit'>;

/** A page of the log, latest first. Throws `ServiceError`, as everything here does. */
export const searchAudit = (filter: AuditFilter, cursor: string | null): Promise<AuditPage> =>
  callStaff('audit.search', { ...filter, cursor });

/**
 * The entries as one text, earliest first, part by part: `write` gets each in order and tells with the number of entries
 * so far whether to go on. Answers that number.
 */
export async function exportAudit(
  filter: AuditFilter,
  format: AuditFormat,
  write: (part: string, entries: number) => boolean | Promise<boolean>,
): Promise<number> {
  let entries = 0;
  let cursor: string | null = null;
  do {
    const part: StaffOutput<'audit.export'> = await callStaff('audit.export', { ...filter, format, cursor });
    entries += part.entries;
    if (!(await write(part.text, entries))) return entries;
    cursor = part.nextCursor;
  } while (cursor !== null);
  return entries;
}

/** Everybody who is or was staff, and what the roles are called. Who may not read the team gets the log without it. */
export async function auditNames(): Promise<{
  people: { key: string; name: string }[];
  roles: Record<string, string>;
}> {
  const [people, roles] = await Promise.all([
    callStaff('staff.list', {}).catch(() => ({ members: [] })),
    callStaff('roles.list', {}).catch(() => ({ roles: [] })),
  ]);
  return {
    people: people.members.map(({ staffId: key, name }) => ({ key, name })),
    roles: Object.fromEntries(roles.roles.map(({ roleId, name }) => [roleId, name])),
  };
}
