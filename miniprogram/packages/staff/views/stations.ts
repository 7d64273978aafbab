import { momentText } from '../../../views/beijing-time';
import type { Approval } from '../services/approvals';

/** A station of `components/step-line`. */
export interface Station {
  name: string;
  note: string;
  comment: string;
  state: 'passed' | 'open' | 'waiting' | 'denied';
}

type StepState = Approval['steps'][number]['state'];

const drawn: Readonly<Record<StepState, Station['state']>> = {
  approved: 'passed',
  denied: 'denied',
  open: 'open',
  waiting: 'waiting',
};

/** Words for a step that nobody is named at. */
export const stepWords: Readonly<Record<StepState, string>> = {
  approved: '已同意',
  denied: '不同意',
  open: '等待审批',
  waiting: '还没轮到',
};

/** The chain of an application as the applicant sees it: stages, no names. */
export const applicationStations = (steps: readonly { label: string; state: StepState }[]): Station[] =>
  steps.map(({ label, state }) => ({
    name: label,
    note: stepWords[state],
    comment: '',
    state: drawn[state],
  }));

function noteOf({ state, person, decidedAtMs, outsidePermission }: Approval['steps'][number], nowMs: number) {
  const who = person === null ? '' : person.name || '已离开的员工';
  const parts =
    decidedAtMs === null
      ? [state === 'open' && who !== '' ? `等待 ${who} 审批` : stepWords[state]]
      : [who, stepWords[state], momentText(decidedAtMs, nowMs)];
  if (outsidePermission) parts.push('代为审批（无他人持有该权限）');
  return parts.filter(part => part !== '').join(' · ');
}

export const approvalStations = (steps: Approval['steps'], nowMs: number): Station[] =>
  steps.map(step => ({
    name: step.label,
    note: noteOf(step, nowMs),
    comment: step.comment ?? '',
    state: drawn[step.state],
  }));
