import { type Platform, positionAt, type Transaction } from '../../platform';
import { type ReminderKind, type StaffMember, type StaffReminder, staffReminders } from './store';

const KEPT_MS = 90 * 86_400_000;
const SHOWN = 20;

export interface Reminder {
  kind: ReminderKind;
  /** One line in Chinese. */
  title: string;
  approvalId: string | null;
}

const isStaff = (personId: string): boolean => !personId.includes(':') && personId !== 'system';

/** Tells a member of something, in the transaction in which it happens. Applicants have no desk yet and are passed over. One call. */
export async function tell(
  transaction: Transaction,
  platform: Platform,
  personId: string,
  { kind, title, approvalId }: Reminder,
): Promise<void> {
  if (!isStaff(personId)) return;
  const _id = platform.randomId();
  const atMs = platform.nowMs();
  await transaction.add(staffReminders, {
    _id,
    staffId: personId,
    atMs,
    position: positionAt(atMs, _id),
    kind,
    title,
    approvalId,
    expiresAtMs: atMs + KEPT_MS,
  });
}

/** A change of somebody's rights is told to the person and to the superior (G16). Up to two calls. */
export async function tellOfRights(
  transaction: Transaction,
  platform: Platform,
  member: StaffMember,
  title: string,
  approvalId: string | null = null,
): Promise<void> {
  const reminder: Reminder = { kind: 'rights-changed', title: `${member.name}：${title}`, approvalId };
  await tell(transaction, platform, member._id, reminder);
  if (member.superiorId !== null) await tell(transaction, platform, member.superiorId, reminder);
}

/** The latest reminders of a member. One call. */
export const latestReminders = (platform: Platform, staffId: string): Promise<StaffReminder[]> =>
  platform.database.find(staffReminders, {
    where: { staffId },
    orderBy: [['position', 'desc']],
    limit: SHOWN,
  });
