import type { StaffProcedureContract } from '../../contract/staff/shapes';
import { type AuditEvent, outsiderId } from '../../domain/audit';
import type { Authorisation } from '../../domain/staff';
import type { Platform } from '../../platform';
import type { Person } from '../answer-client';
import type { ReadCall } from '../read-call';
import type { AnyHandler } from './handler';
import { targetOf } from './target-of';

/** One call with who makes it, as the frame hands it on. */
export interface Deed {
  platform: Platform;
  call: ReadCall<StaffProcedureContract, AnyHandler>;
  person: Person;
  authorisation: Authorisation;
}

/** Somebody of whom nothing is known but that WeChat knows him. */
export const strangerOf = (platform: Platform, openid: string): Authorisation => ({
  actorId: outsiderId(platform, openid),
  actor: null,
  member: null,
  roles: [],
  permissions: [],
  denied: null,
  useDue: false,
});

/** What every audit entry of the frame says; use cases write those of what they change themselves. */
export function auditEventOf({ platform, call, authorisation }: Deed): Omit<AuditEvent, 'result'> {
  const { permission } = call.contract;
  return {
    key: platform.randomId(),
    actorId: authorisation.actorId,
    roles: authorisation.roles,
    action: call.procedure,
    permission: permission === 'anyone' ? null : permission,
    target: targetOf(call.input),
    requestId: call.requestId,
    flags: authorisation.actor?.flags ?? [],
  };
}
