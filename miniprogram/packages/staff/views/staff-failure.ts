import { momentText } from '../../../views/beijing-time';
import { type FailureView, viewFailure } from '../../../views/failure';

interface StaffError {
  code: string;
  message: string;
  logId: string;
  details: Readonly<Record<string, unknown>>;
}
type Words = (details: StaffError['details'], nowMs: number) => string;

const countOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

const openItems: Words = ({ approvals, reports }) => {
  const parts = [
    countOf(approvals) > 0 ? `${countOf(approvals)} 份审批` : '',
    countOf(reports) > 0 ? `${countOf(reports)} 名下属` : '',
  ].filter(part => part !== '');
  return parts.length === 0 ? '' : `还有 ${parts.join('、')}没有交接`;
};

/** What the console's own refusals say beyond their texts, as far as their details know it. */
const more: Readonly<Record<string, Words>> = {
  ONE_TIME_CODE_LOCKED: ({ lockedUntilMs }, nowMs) =>
    typeof lockedUntilMs === 'number' ? `${momentText(lockedUntilMs, nowMs)} 以后再试` : '',
  OPEN_ITEMS: openItems,
  NOT_STAFF: () => '到“我的 › 关于碳点点”里申请',
  PENDING_ALREADY: () => '先等它有结果，或者撤回它',
};

/** Why the console could not do something, with what the server knows of it: which field, how many tries, until when. */
export function viewStaffFailure(error: StaffError, nowMs: number): FailureView {
  const { reason } = error.details;
  const added = typeof reason === 'string' ? reason : (more[error.code]?.(error.details, nowMs) ?? '');
  const view = viewFailure(error);
  return added === '' ? view : { ...view, text: `${view.text}：${added}` };
}

/** Problems of a form by field; a field without one is not there. */
export type FieldProblems = Readonly<Record<string, string>>;

/** The field that the server found wrong, for a form that has it; else null, and the failure stands at the form's end. */
export function problemsOf(error: StaffError, fields: readonly string[]): FieldProblems | null {
  const { field, reason } = error.details;
  if (error.code !== 'INVALID_INPUT' || typeof field !== 'string' || typeof reason !== 'string') return null;
  const [name = ''] = field.split('.');
  return fields.includes(name) ? { [name]: reason } : null;
}

export const hasProblems = (problems: FieldProblems): boolean => Object.keys(problems).length > 0;

/** The contract's rule for reasons, said before anything is sent. */
export function reasonProblem(reason: string): string {
  const { length } = reason.trim();
  if (length < 2) return '请写明原因（至少 2 个字）';
  return length > 200 ? '原因不超过 200 字' : '';
}
