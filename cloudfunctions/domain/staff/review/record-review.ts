import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import type { Actor } from '../actor';
import { memberToChange } from '../members/change-member';
import { recordDeed } from '../record-deed';
import { type StaffReview, staffReviews } from '../store';
import { tellOfRights } from '../tell';
import { quarterOf } from './quarter';

interface ReviewRequest {
  staffId: string;
  quarter: string;
  decision: 'keep' | 'reduce';
  note: string;
  actor: Actor;
}

const words = { keep: '权限检查：保留现有权限', reduce: '权限检查：需要缩减权限' } as const;

/**
 * Notes what the quarterly check decided of a member, and tells the person and the superior; later ones of a quarter
 * replace earlier ones. Errors: `OWN_REQUEST`, `NOT_FOUND`, `INVALID_INPUT` for another quarter than this. Nine calls.
 */
export async function recordReview(
  transaction: Transaction,
  platform: Platform,
  { staffId, quarter, decision, note, actor }: ReviewRequest,
): Promise<Record<string, never>> {
  const reviewedAtMs = platform.nowMs();
  if (quarter !== quarterOf(reviewedAtMs)) {
    throw new Refusal('INVALID_INPUT', { field: 'quarter', reason: '只能记录本季度的检查' });
  }
  const { member } = await memberToChange(transaction, staffId, actor.staffId);
  const review: StaffReview = {
    _id: `${quarter}:${staffId}`,
    quarter,
    staffId,
    decision,
    note,
    reviewerId: actor.staffId,
    reviewedAtMs,
  };
  const before = await saveReview(transaction, review);
  await tellOfRights(transaction, platform, member, words[decision]);
  await recordDeed(transaction, platform, actor, {
    action: 'staff.recordReview',
    target: `staff:${staffId}`,
    before: before && { decision: before.decision },
    after: { quarter, decision },
    reason: note,
  });
  return {};
}

async function saveReview(transaction: Transaction, review: StaffReview): Promise<StaffReview | null> {
  const { _id, ...fields } = review;
  const before = await transaction.get(staffReviews, _id);
  if (before) await transaction.update(staffReviews, _id, fields);
  else await transaction.add(staffReviews, review);
  return before;
}
