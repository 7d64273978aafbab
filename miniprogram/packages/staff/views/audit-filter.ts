import type { AuditFilter } from '../services/audit';

/** What the form asks for; empty texts ask for nothing. Days are Beijing days, both included. */
export interface AuditQuestion {
  actorId: string;
  action: string;
  target: string;
  fromDay: string;
  toDay: string;
}

export const everything: AuditQuestion = { actorId: '', action: '', target: '', fromDay: '', toDay: '' };

const DAY_MS = 86_400_000;
const beginOf = (day: string): number => Date.parse(`${day}T00:00:00.000+08:00`);

/** The question in words of what is wrong with it; empty when it can be asked. */
export const questionProblem = ({ fromDay, toDay }: AuditQuestion): string =>
  fromDay !== '' && toDay !== '' && fromDay > toDay ? '开始日期不能晚于结束日期' : '';

export function filterOf({ actorId, action, target, fromDay, toDay }: AuditQuestion): AuditFilter {
  return {
    ...(actorId !== '' && { actorId }),
    ...(action !== '' && { action }),
    ...(target.trim() !== '' && { target: target.trim() }),
    ...(fromDay !== '' && { fromMs: beginOf(fromDay) }),
    ...(toDay !== '' && { toMs: beginOf(toDay) + DAY_MS }),
  };
}

/** How many conditions there are. */
export const conditionsIn = (question: AuditQuestion): number =>
  Object.values(question).filter(value => value.trim() !== '').length;
