import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { beijingDay, dayText } from './beijing-time';

export type Deletion = NonNullable<ProcedureOutput<'riders.signIn'>['deletion']>;

const DAY_MS = 86_400_000;

/** Days until the account is closed, counted so that the last one is 1; 0 when it may happen at any moment. */
export const daysLeft = ({ dueAtMs }: Deletion, nowMs: number): number =>
  Math.max(0, Math.ceil((dueAtMs - nowMs) / DAY_MS));

/** `12月22日` */
export const closingDay = ({ dueAtMs }: Deletion, nowMs: number): string =>
  dayText(beijingDay(dueAtMs), beijingDay(nowMs));

/** What stands on home and 我的 while an account is about to be closed; empty when it is not. */
export function leavingText(deletion: Deletion | null | undefined, nowMs: number): string {
  if (!deletion) return '';
  const days = daysLeft(deletion, nowMs);
  return days === 0
    ? '账户今天注销，现在还可以取消。'
    : `账户将在${closingDay(deletion, nowMs)}注销，还有 ${days} 天可以取消。`;
}
