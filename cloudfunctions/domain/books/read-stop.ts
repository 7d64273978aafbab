import type { StaffOutput } from '../../contract/staff/procedures';
import type { Platform } from '../../platform';
import { pendingApproval } from '../approvals';
import { readPayingOut } from '../ledger';
import { RESUME_TARGET } from './resume-kind';

/** Whether riders may spend now, and who is asked to let them again. Two database calls side by side. */
export async function readStop(platform: Platform): Promise<StaffOutput<'books.payingOut'>> {
  const [{ payingOut, reason, sinceMs }, pendingApprovalId] = await Promise.all([
    readPayingOut(platform),
    pendingApproval(platform, RESUME_TARGET),
  ]);
  return { isPaying: payingOut, reason, sinceMs, pendingApprovalId };
}
