import type { Platform, Transaction } from '../../../platform';
import { recordAudit } from '../../audit';
import type { Deed } from '../record-deed';

/** Who asks for an account: the same for all applications of one WeChat identity, and nobody can tell whose. */
export const applicantIdOf = (platform: Pick<Platform, 'keyedDigest'>, openid: string): string =>
  `applicant:${platform.keyedDigest('staff-applicant', openid).slice(0, 26)}`;

export const auditKeyOf = (platform: Platform, action: string, personId: string, requestId: string | null) =>
  `${action}:${personId}:${requestId ?? platform.randomId()}`;

/** The audit entry of somebody who is not staff (yet), in the transaction of the deed. Three calls. */
export const recordApplicantDeed = (
  transaction: Transaction,
  platform: Platform,
  { applicantId, requestId }: { applicantId: string; requestId: string | null },
  { action, target, before, after, reason }: Omit<Deed, 'refused'>,
): Promise<void> =>
  recordAudit(transaction, platform, {
    key: auditKeyOf(platform, action, applicantId, requestId),
    actorId: applicantId,
    roles: [],
    action,
    permission: null,
    target,
    before,
    after,
    reason: reason ?? null,
    requestId,
    result: 'done',
  });
