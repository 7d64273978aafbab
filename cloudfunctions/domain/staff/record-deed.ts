import type { ErrorCode } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { recordAudit } from '../audit';
import type { Actor } from './actor';

export interface Deed {
  /** The procedure. */
  action: string;
  target: string;
  before?: unknown;
  after?: unknown;
  reason?: string;
  /** Given for what was tried and refused, and still has to be kept. */
  refused?: ErrorCode;
}

/** The audit entry of what a member has done, in the transaction of the deed. Three calls. */
export const recordDeed = (
  transaction: Transaction,
  platform: Platform,
  actor: Actor,
  { action, target, before, after, reason, refused }: Deed,
): Promise<void> =>
  recordAudit(transaction, platform, {
    key: `${action}:${actor.staffId}:${actor.requestId ?? platform.randomId()}`,
    actorId: actor.staffId,
    roles: actor.roles,
    action,
    permission: actor.permission,
    target,
    before,
    after,
    reason: reason ?? null,
    requestId: actor.requestId,
    result: refused ? 'denied' : 'done',
    code: refused ?? null,
    flags: actor.flags,
  });
