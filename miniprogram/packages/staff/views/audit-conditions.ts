import { type AuditQuestion, everything } from './audit-filter';
import { actionText, actorText, targetText } from './audit-words';

export interface ConditionView {
  by: keyof AuditQuestion;
  text: string;
}

type Names = Readonly<Record<string, string>>;

/** What the log is searched for, each in words that can be taken away again. */
export function viewConditions(question: AuditQuestion, names: Names): ConditionView[] {
  const { actorId, action, target, fromDay, toDay } = question;
  const conditions: ConditionView[] = [
    { by: 'actorId', text: actorId && actorText(actorId, names) },
    { by: 'action', text: action && actionText(action) },
    { by: 'target', text: target && targetText(target, names) },
    { by: 'fromDay', text: fromDay && `${fromDay} 起` },
    { by: 'toDay', text: toDay && `到 ${toDay}` },
  ];
  return conditions.filter(({ text }) => text !== '');
}

/** For the address of a page. */
export const questionText = (question: AuditQuestion): string => encodeURIComponent(JSON.stringify(question));

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(decodeURIComponent(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** What another page, or anybody's link, handed over; what it does not say as a text asks for nothing. */
export function questionIn(text: string | undefined): AuditQuestion {
  const given = text ? parsed(text) : {};
  const known = Object.keys(everything).filter(field => typeof given[field] === 'string');
  return { ...everything, ...Object.fromEntries(known.map(field => [field, given[field]])) };
}
