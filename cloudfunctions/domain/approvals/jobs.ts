import type { Collection, Platform } from '../../platform';
import type { Job } from '../jobs';
import type { ApprovalDesk } from './desk';
import { expireApproval } from './expire-approval';
import { remindOf } from './remind-deciders';
import { runEffect } from './run-effect';
import { type Approval, approvals } from './store';

const EVERY_MS = 5 * 60_000;
/** A step has a few seconds; one approval takes some twenty database calls at most. */
const APPROVALS_A_STEP = 20;

/**
 * Goes through the approvals whose time of one kind has come. One that throws is logged and left for the next run, so
 * that it does not stand in the way of the others.
 */
function forEachDue(
  name: string,
  field: 'dueAtMs' | 'remindAtMs' | 'effectDueAtMs',
  work: (platform: Platform, approvalId: string) => Promise<unknown>,
): Job {
  return {
    name,
    everyMs: EVERY_MS,
    async step(platform, { cursor }) {
      const due = await platform.database.find<Approval>(approvals as Collection<Approval>, {
        where: { [field]: { from: 0, upTo: platform.nowMs() }, _id: { above: cursor ?? '' } },
        orderBy: [['_id', 'asc']],
        limit: APPROVALS_A_STEP,
        fields: ['_id'],
      });
      for (const { _id } of due) {
        await work(platform, _id).catch((error: unknown) =>
          platform.log('approvals.jobFailed', { job: name, approvalId: _id, error: String(error) }),
        );
      }
      return { cursor: due.length < APPROVALS_A_STEP ? null : due.at(-1)!._id };
    },
  };
}

/** Lets effects happen whose function was killed after the last decision. */
export const runDueEffects = (desk: ApprovalDesk): Job =>
  forEachDue('approval-effects', 'effectDueAtMs', (platform, id) => runEffect(platform, desk, id));

/** Writes down what time has decided: one level up, and then expired. */
export const expireApprovals = (desk: ApprovalDesk): Job =>
  forEachDue('approval-expiry', 'dueAtMs', (platform, id) => expireApproval(platform, desk, id));

/** Reminds those who may decide, once for each step, when half of its time is gone. */
export const remindDeciders = (desk: ApprovalDesk): Job =>
  forEachDue('approval-reminders', 'remindAtMs', (platform, id) => remindOf(platform, desk, id));
