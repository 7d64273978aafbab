import type { Step } from '../approvals';

/** For as long as a request waits for each of them. */
export const DECIDE_WITHIN_MS = 3 * 86_400_000;

/** So many members, one after the other, who may agree to corrections. */
export const agreeingSteps = ({ agreeing }: { agreeing: number }): Step[] =>
  Array.from({ length: agreeing }, (_, at) => ({
    label: `第 ${at + 1} 位审批人`,
    permission: 'books.approve',
    personId: null,
  }));
