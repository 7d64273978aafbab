import type { Permission } from '../../contract/permissions';
import type { Platform, Transaction } from '../../platform';
import { recordAudit } from '../audit';
import type { Acting } from './desk';
import type { Approval } from './store';

/** The audit entry of what somebody did with an approval. Three database calls. */
export const recordDeed = (
  transaction: Transaction,
  platform: Platform,
  by: Acting,
  deed: {
    action: string;
    /** What everybody at the desk may, unless it says otherwise. */
    permission?: Permission;
    before: Approval;
    after: Approval;
    reason: string | null;
    flags?: readonly string[];
  },
): Promise<void> =>
  recordAudit(transaction, platform, {
    key: by.auditKey,
    actorId: by.personId,
    roles: by.roles,
    action: deed.action,
    permission: deed.permission ?? 'desk.use',
    target: `approval:${deed.before._id}`,
    before: { state: deed.before.state },
    after: {
      state: deed.after.state,
      kind: deed.after.kind,
      of: deed.after.target,
      payloadHash: deed.after.payloadHash,
    },
    reason: deed.reason,
    requestId: by.requestId,
    result: 'done',
    flags: deed.flags ?? [],
  });
