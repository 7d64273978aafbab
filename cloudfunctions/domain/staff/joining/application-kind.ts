import { type ApplicationPayload, applicationPayload } from '../../../contract/staff/team-payloads';
import type { Platform, Transaction } from '../../../platform';
import type { ApprovalKind } from '../../approvals';
import { type ApplicationState, type StaffApplication, staffApplications } from '../store';
import { linkSteps } from './application-chain';

const WORKING_DAYS_MS = 7 * 86_400_000;

/** Agreeing to an application for an account; the account itself is opened afterwards, by who may (H01). */
export const applicationKind: ApprovalKind<ApplicationPayload> = {
  kind: 'staff.application',
  shape: applicationPayload,
  title: ({ name, department }) => `${name}（${department}）申请开通员工账号`,
  steps: ({ chain, superiorId }) =>
    chain.map(link => ({ ...linkSteps[link], personId: link === 'superior' ? superiorId : null })),
  decideWithinMs: WORKING_DAYS_MS,
  target: ({ applicantId }) => `${applicantId}:application`,
  concerns: ({ applicantId }) => [applicantId],
  base: async (_reader, { applicationId }) => applicationId,
  async effect(transaction, _platform, { applicationId }, { nowMs }) {
    await setState(transaction, applicationId, { state: 'approved', approvedAtMs: nowMs });
    return {
      target: `application:${applicationId}`,
      before: { state: 'pending' },
      after: { state: 'approved' },
    };
  },
  ended: (transaction: Transaction, _platform: Platform, { applicationId }, ending) =>
    setState(transaction, applicationId, { state: stateAfter[ending] }),
  reopened: (transaction: Transaction, _platform: Platform, { applicationId }) =>
    setState(transaction, applicationId, { state: 'pending' }),
};

const stateAfter = {
  denied: 'denied',
  expired: 'expired',
  withdrawn: 'withdrawn',
  failed: 'denied',
} satisfies Record<string, ApplicationState>;

const setState = (
  transaction: Transaction,
  applicationId: string,
  change: Partial<Pick<StaffApplication, 'state' | 'approvedAtMs'>>,
): Promise<void> => transaction.update(staffApplications, applicationId, change);
