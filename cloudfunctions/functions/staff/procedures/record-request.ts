import { recordAudit } from '../../../domain/audit';
import type { Actor } from '../../../domain/staff';
import type { Platform, Transaction } from '../../../platform';

/** The parts of a member's call that its audit entry is made of. */
interface RequestCall {
  platform: Platform;
  actor: Actor;
  requestId: string | null;
  requestKey: string;
}

interface RequestWords {
  /** The procedure. */
  action: string;
  target: string;
  after: unknown;
  reason: string | null;
}

/** The audit entry of what a member has asked for or fetched, in the transaction of the deed. Three database calls. */
export const recordRequest = (
  transaction: Transaction,
  { platform, actor, requestId, requestKey }: RequestCall,
  words: RequestWords,
): Promise<void> =>
  recordAudit(transaction, platform, {
    ...words,
    key: requestKey,
    actorId: actor.staffId,
    roles: actor.roles,
    permission: actor.permission,
    requestId,
    result: 'done',
    flags: actor.flags,
  });
