import type { Platform } from '../../platform';
import { type ApprovalDetails, detailsOf } from './approval-view';
import type { Viewer } from './desk';
import { openApproval } from './open-approval';

/** An approval with what the viewer may do now. `NOT_FOUND` for those whom it does not concern. One database call. */
export async function getApproval(
  platform: Platform,
  viewer: Viewer,
  approvalId: string,
): Promise<ApprovalDetails> {
  const nowMs = platform.nowMs();
  return detailsOf(await openApproval(platform.database, approvalId, viewer, nowMs), viewer, nowMs);
}
