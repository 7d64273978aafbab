import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import { type ApprovalDesk, registryOf, withdrawApproval } from '../../approvals';
import { deciders, holders } from '../deciding/deciders';
import { type StaffApplication, staffApplications } from '../store';
import { tell } from '../tell';
import { applicantIdOf, auditKeyOf, recordApplicantDeed } from './applicant';
import { applicationKind } from './application-kind';
import { stateAt } from './application-state';

const ACTION = 'desk.withdrawApplication';
const WORDS = '申请人撤回';
const desk: ApprovalDesk = { kinds: registryOf([applicationKind]), deciders, holders, tell };

interface Withdrawal {
  applicationId: string;
  openid: string;
  requestId: string | null;
}

/**
 * The applicant takes an application back, as long as no account has been opened for it. `NOT_FOUND` for anybody else's,
 * `ALREADY_DECIDED` for one that has ended. Up to twelve calls.
 */
export async function withdrawApplication(
  transaction: Transaction,
  platform: Platform,
  { applicationId, openid, requestId }: Withdrawal,
): Promise<Record<string, never>> {
  const applicantId = applicantIdOf(platform, openid);
  const application = await transaction.get(staffApplications, applicationId);
  if (application?.applicantId !== applicantId) throw new Refusal('NOT_FOUND');
  const state = stateAt(application, platform.nowMs());
  if (state === 'pending') {
    await withdrawPending(transaction, platform, application, requestId);
  } else if (state === 'approved') {
    await transaction.update(staffApplications, applicationId, { state: 'withdrawn' });
    const target = `application:${applicationId}`;
    const deed = { action: ACTION, target, before: { state: 'approved' }, after: { state: 'withdrawn' } };
    await recordApplicantDeed(transaction, platform, { applicantId, requestId }, deed);
  } else {
    throw new Refusal('ALREADY_DECIDED', { state });
  }
  return {};
}

/** The approval is withdrawn, which sets the application's state and writes the audit entry. */
const withdrawPending = (
  transaction: Transaction,
  platform: Platform,
  { applicantId, approvalId }: StaffApplication,
  requestId: string | null,
): Promise<void> =>
  withdrawApproval(transaction, platform, desk, {
    approvalId,
    reason: WORDS,
    by: {
      personId: applicantId,
      holders: {},
      readsAll: false,
      roles: [],
      auditKey: auditKeyOf(platform, ACTION, applicantId, requestId),
      requestId,
    },
  });
